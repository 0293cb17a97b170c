import { afterEach } from 'vitest';
import type { DatabaseLimits } from '../../src/database/database.ts';
import { type Child, startChild } from './child.ts';
import { openPostgres } from './database.ts';
import { type EdgeSuite, edgeSuite } from './edge-suite.ts';

const PROGRAM = `${import.meta.dirname}/run-edge-bot.ts`;

export interface EdgeProcessSuite extends EdgeSuite {
  /** A bot on the suite's database in a process of its own, to be killed; its ways are in `run-edge-bot.ts`. */
  startProcess(way?: string): Child;
}

/** An `edgeSuite()` on PostgreSQL, which several processes may share. */
export function edgeProcessSuite(): EdgeProcessSuite {
  let url: string;
  let children: Child[] = [];
  const suite = edgeSuite({
    async open<Schema>(limits?: Partial<DatabaseLimits>) {
      const opened = await openPostgres<Schema>(limits);
      url = opened.url;
      return opened;
    },
  });
  // Runs before the suite's own: the Bot API that they speak to is closed after them.
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map((child) => child.ended()));
    children = [];
  });
  return Object.assign(suite, {
    startProcess(way = '') {
      const child = startChild([PROGRAM, suite.api.root, suite.api.token, url, way]);
      children.push(child);
      return child;
    },
  });
}
