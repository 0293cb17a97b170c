import { benchBurst } from './burst.ts';
import { benchFanOut } from './fan-out.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';
import { benchMatch } from './match.ts';
import { benchPrivacy } from './privacy.ts';
import { benchReadAnswer } from './read-answer.ts';
import { benchRedisMemory } from './redis-memory.ts';
import { benchSend } from './send.ts';
import { benchSlots } from './slots.ts';
import { benchSpeed } from './speed.ts';
import { benchWorkers } from './workers.ts';

/**
 * `npm run bench`: every benchmark, each beside a named baseline of the same run.
 * `npm run bench -- match FILE` or `npm run bench -- import PROPERTIES` runs one of them.
 */
const [which, argument] = process.argv.slice(2);

if (!which || which === 'match') await benchMatch(console.log, argument);
if (!which || which === 'slots') await benchSlots(console.log, argument);
if (!which || which === 'speed') await benchSpeed();
if (!which || which === 'import') await benchImport(console.log, Number(argument ?? 100_000));
if (!which || which === 'privacy') await benchPrivacy();
if (!which || which === 'send') await benchSend();
if (!which || which === 'fan-out') await benchFanOut(console.log, Number(argument ?? 600));
if (!which || which === 'read-answer') await benchReadAnswer();
if (!which || which === 'burst') await benchBurst();
if (!which || which === 'growth') await benchGrowth();
if (!which || which === 'workers') await benchWorkers();
if (!which || which === 'redis-memory') await benchRedisMemory();
