import { changeUse } from '../../answers/change-use.ts';
import { say } from '../../wording/sentence.ts';
import { decisionReply } from './decision.ts';
import type { PropertyHandler } from './handler.ts';
import { ownRequestOnly } from './own-request.ts';

export const changeUseIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    const { file, access, exchange } = view;
    const answer = changeUse(file, access, exchange.deps.city, exchange.today);
    if (answer.kind === 'not-permitted') return ownRequestOnly('change-use', view);
    const { address } = file;
    const then = await decisionReply('change-use', answer.decision, view);
    const use = answer.landUse
      ? say('land-use', { address, use: answer.landUse })
      : say('land-use-none', { address });
    return [{ ...then, lines: [use, ...then.lines] }];
  },
};
