import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../src/database/lock-folder.ts';
import { SetupError } from '../../src/errors.ts';
import { startChild } from '../helpers/child.ts';

const HOLDER = join(import.meta.dirname, 'hold-lock.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => lockFolder(folder, 'the embedded database');

test('a second process is refused with a line that names the first', async () => {
  const holder = startChild([HOLDER, folder]);
  expect(await holder.line()).toBe('locked');
  expect(lock).toThrow(SetupError);
  expect(lock).toThrow(`${folder}: the embedded database is in use by process ${holder.pid};`);
  holder.kill('SIGKILL');
  await holder.ended();
});

test('a second use within one process is refused too', () => {
  const first = lock();
  expect(lock).toThrow(`in use by process ${process.pid}`);
  first.release();
});

test('what a killed process has left is taken over', async () => {
  const holder = startChild([HOLDER, folder]);
  await holder.line();
  holder.kill('SIGKILL');
  await holder.ended();
  lock().release();
});

test('a process that is blocked but alive keeps its lock', async () => {
  const holder = startChild([HOLDER, folder]);
  await holder.line();
  holder.kill('SIGSTOP');
  expect(lock).toThrow(SetupError);
  holder.kill('SIGKILL');
  await holder.ended();
});

test('another process that got the number of a dead one later does not count', () => {
  lock();
  const path = join(folder, 'in-use.lock');
  const left = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...left, startedAt: 'another-boot/1' }));
  lock().release();
});

test('a lock file that was cut short by a power loss is taken over', () => {
  writeFileSync(join(folder, 'in-use.lock'), '{"pid":');
  lock().release();
});

test('once released, the folder is free and nothing is left in it', () => {
  lock().release();
  lock().release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of many processes that find a dead holder at once exactly one takes its place', async () => {
  const dead = startChild([HOLDER, folder]);
  await dead.line();
  dead.kill('SIGKILL');
  await dead.ended();
  const rivals = Array.from({ length: 8 }, () => startChild([HOLDER, folder]));
  const lines = await Promise.all(rivals.map((rival) => rival.line()));
  expect(lines.filter((line) => line === 'locked')).toHaveLength(1);
  for (const rival of rivals) rival.kill('SIGKILL');
  await Promise.all(rivals.map((rival) => rival.ended()));
});

test('a folder that cannot be made is the operator’s to mend, in one line', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => lockFolder(join(file, 'data'), 'DATA_DIR')).toThrow(SetupError);
  expect(existsSync(join(folder, 'in-use.lock'))).toBe(false);
});
