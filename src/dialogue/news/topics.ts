import type { Access, Fact } from '../../identity/authorisation.ts';
import type { RenovationCode, Topic } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Button } from '../turn.ts';

const NAMES = {
  requests: say('topic-requests'),
  bills: say('topic-bills'),
  certificates: say('topic-certificates'),
} as const satisfies Record<Topic, Sentence>;

const FACTS: Readonly<Record<Topic, readonly Fact[]>> = {
  requests: ['requests', 'own-requests'],
  bills: ['debts'],
  certificates: ['certificates'],
};

/** Of these topics, those in which this citizen may see something. */
export function topicsShownTo({ facts }: Access, topics: readonly Topic[]): Topic[] {
  return topics.filter((topic) => FACTS[topic].some((fact) => facts.has(fact)));
}

export function topicNames(topics: readonly Topic[]): Sentence {
  const [first, second, third] = topics.map((topic) => NAMES[topic]);
  if (!first) throw new Error('there are no topics to name');
  if (!second) return first;
  if (!third) return say('topics-two', { first, second });
  return say('topics-three', { first, second, third });
}

/** [خبرم کن] below an answer about a property, for who is not told of all that already. */
export async function notifyButton(
  { deps, citizenId, state }: Exchange,
  code: RenovationCode,
  topics: Topic[],
): Promise<Button[]> {
  const told = state.toldNews ? await deps.topicsToldTo(citizenId, code) : [];
  if (topics.every((topic) => told.includes(topic))) return [];
  return [button(say('button-notify'), { kind: 'notify', code, topics })];
}
