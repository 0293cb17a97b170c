import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { SetupError } from '../../src/errors.ts';
import { loadIntents } from '../../src/understanding/intents.ts';

interface Package {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

describe('what is installed', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const declared = read('package.json');

  test('is locked with the hash of every package', () => {
    expect(installed.length).toBeGreaterThan(50);
    const loose = installed.filter(
      ([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('comes from a registry: nothing from git, from a bare address or from a folder', () => {
    const foreign = installed.filter(
      ([, { resolved, link }]) => link || (resolved && !/^https:.*\.tgz$/.test(resolved)),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
    const ranges = Object.values({
      ...{ ...declared.dependencies, ...declared.devDependencies },
      ...declared.optionalDependencies,
    }) as string[];
    expect(ranges.filter((range) => /git|http|file:|link:|\//.test(range))).toEqual([]);
  });

  test('is what package.json asks for, to the digit', () => {
    const wanted = { ...declared.dependencies, ...declared.devDependencies };
    for (const [name, range] of Object.entries<string>(wanted)) {
      expect(range, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(range);
    }
  });
});

describe('files an operator edits', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-yaml-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
    'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
  ].join('\n');
  const evil: [string, string][] = [
    ['a tag that names code', '\nextra: !!js/function "function () { return 1 }"\n'],
    ['a tag of one’s own', '\nextra: !secret x\n'],
    ['anchors that multiply', `\n${bomb}\n`],
    ['a prototype for a key', '\n__proto__: { id: none }\n'],
    ['a constructor for a key', '\nconstructor: { prototype: { id: none } }\n'],
    ['a key that stands twice', '\nid: debt\nid: debt\n'],
    ['a key nobody knows', '\nrun: rm\n'],
    ['no end of nesting', `\nextra: ${'['.repeat(20_000)}\n`],
  ];

  test.each(evil)(
    'an intent with %s is refused, and the file is named',
    async (_what, addition) => {
      cpSync('intents', folder, { recursive: true });
      const file = join(folder, 'debt.yaml');
      writeFileSync(file, readFileSync(file, 'utf8') + addition);
      const loading = loadIntents(folder);
      await expect(loading).rejects.toThrow(SetupError);
      await expect(loading).rejects.toThrow(/debt\.yaml/);
      expect(({} as { id?: string }).id).toBeUndefined();
    },
  );

  test.each(evil.filter(([what]) => !what.includes('twice')))(
    'a city profile with %s is refused, and the file is named',
    async (_what, addition) => {
      cpSync('city', folder, { recursive: true, filter: (path) => !path.includes('demo') });
      const file = join(folder, 'city.yaml');
      writeFileSync(file, readFileSync(file, 'utf8') + addition);
      const loading = loadCity(folder);
      await expect(loading).rejects.toThrow(SetupError);
      await expect(loading).rejects.toThrow(/city\.yaml/);
      expect(({} as { id?: string }).id).toBeUndefined();
    },
  );
});
