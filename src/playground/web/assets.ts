import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Everything the page loads, by the name it is asked for. */
export function loadAssets(): Map<string, Asset> {
  const page = fileURLToPath(new URL('../page', import.meta.url));
  const own = readdirSync(page).map((name) => [name, join(page, name)] as const);
  return new Map(
    [...own, ...Object.entries(othersFiles())].map(([name, path]) => [name, load(path)]),
  );
}

function othersFiles(): Record<string, string> {
  const find = createRequire(import.meta.url).resolve;
  return {
    'preact.mjs': find('preact'),
    'hooks.mjs': find('preact/hooks'),
    'htm.mjs': join(dirname(find('htm')), 'htm.mjs'),
    'vazirmatn.woff2': join(
      dirname(find('vazirmatn/package.json')),
      'fonts/webfonts/Vazirmatn[wght].woff2',
    ),
    'words.json': fileURLToPath(new URL('../../../locales/playground.fa.json', import.meta.url)),
  };
}

function load(path: string): Asset {
  const bytes = new Uint8Array(readFileSync(path));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, etag, type: TYPES[extname(path)] ?? 'application/octet-stream' };
}
