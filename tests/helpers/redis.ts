import { inject } from 'vitest';

/** The tests' Redis server. Tests that share it keep to keys of their own. */
export function testRedisUrl(): string {
  return inject('redisUrl');
}
