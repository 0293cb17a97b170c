import { lockFolder } from '../../src/database/lock-folder.ts';

/** Claims the folder it is given, says whether it got it, and stays until it is killed. */
try {
  lockFolder(process.argv[2]!, 'the embedded database');
  console.log('locked');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : error}`);
}
