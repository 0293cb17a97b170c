import { expect, it } from 'vitest';
import { roleLimited } from '../../src/dialogue/intents/common.ts';
import type { PropertyView } from '../../src/dialogue/intents/handler.ts';
import type { Fact } from '../../src/identity/authorisation.ts';

function waysFor(facts: Fact[]): string[] {
  const view = { exchange: {}, file: { address: 'x' }, access: { facts: new Set(facts) } };
  const replies = roleLimited(view as unknown as PropertyView);
  const buttons = replies.flatMap((reply) => reply.buttons ?? []).flat();
  return buttons.map((button) => ('action' in button ? button.action : ''));
}

it('whose role does not reach a part of the file is led to a part that it reaches', () => {
  expect(waysFor(['debts'])).toEqual(['w:debt', 'w:offices']);
  expect(waysFor(['own-requests', 'blocked'])).toEqual(['w:request-status', 'w:offices']);
});
