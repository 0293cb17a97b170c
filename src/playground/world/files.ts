import { badRequest } from '../bot-api/refusal.ts';
import type { FileFacts } from '../bot-api/shapes.ts';

/** All files together; the oldest contents are forgotten first. */
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;

export interface StoredFile {
  facts: FileFacts;
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  mimeType: string;
}

export interface Files {
  put(file: Omit<StoredFile, 'facts'>): StoredFile;
  find(fileId: string): StoredFile | undefined;
  /** A file the bot names by its id; refuses like Telegram when there is none. */
  named(fileId: string): StoredFile;
}

export function createFiles(): Files {
  const files = new Map<string, StoredFile>();
  const find = (fileId: string) => files.get(fileId);
  return {
    find,
    put({ bytes, name, mimeType }) {
      const id = crypto.randomUUID().replaceAll('-', '');
      const facts = {
        file_id: `PG${id}`,
        file_unique_id: `U${id.slice(0, 12)}`,
        file_size: bytes.length,
      };
      const file = { facts, bytes, name, mimeType };
      files.set(facts.file_id, file);
      forgetOldest(files);
      return file;
    },
    named(fileId) {
      const file = find(fileId);
      if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
      return file;
    },
  };
}

/** Where Telegram keeps it: a folder by its kind, and the ending of its name. */
export function filePath({ facts, name, mimeType }: StoredFile): string {
  const folder = FOLDERS[mimeType.split('/')[0] ?? ''] ?? 'documents';
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return `${folder}/${facts.file_id}${ending}`;
}

const FOLDERS: Record<string, string> = { audio: 'voice', image: 'photos' };

function forgetOldest(files: Map<string, StoredFile>): void {
  let total = [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const [id, { bytes }] of files) {
    if (total <= MAX_TOTAL_BYTES) return;
    files.delete(id);
    total -= bytes.length;
  }
}
