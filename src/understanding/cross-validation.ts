import { type Prepared, trainClassifier } from './classifier.ts';
import type { Trained } from './classifier-cache.ts';
import { PATTERN_GROUP } from './patterns.ts';
import { reader } from './reader.ts';
import type { Understander } from './understanding.ts';

export interface Fold {
  /** The kinds of people left out of the training. */
  groups: string[];
  understander: Understander;
  tests: Prepared[];
}

/**
 * Trains without some kinds of people at a time and keeps their lines to test with: how well people are
 * understood whose kind has never been heard. Foreign lines, which are grouped by subject instead, are
 * dealt out evenly; examples made from patterns are never tested.
 *
 * @param count how many folds to make of the kinds; one each by default
 */
export function* folds(
  prepared: readonly Prepared[],
  intents: Trained['intents'],
  count?: number,
): Generator<Fold> {
  const people = kindsOfPeople(prepared);
  const parts = count ?? people.length;
  for (let part = 0; part < parts; part++) {
    const groups = people.filter((_, i) => i % parts === part);
    const isTest = ({ example }: Prepared, i: number) =>
      groups.includes(example.group) ||
      (!people.includes(example.group) && example.group !== PATTERN_GROUP && i % parts === part);
    const tests = prepared.filter(isTest);
    const classifier = trainClassifier(prepared.filter((each, i) => !isTest(each, i)));
    yield { groups, understander: reader({ classifier, intents }), tests };
  }
}

/** Groups that wrote wishes of ours; the others only hold foreign lines. */
function kindsOfPeople(prepared: readonly Prepared[]): string[] {
  const groups = prepared
    .filter(({ example }) => example.intent !== 'none' && example.group !== PATTERN_GROUP)
    .map(({ example }) => example.group);
  return [...new Set(groups)];
}
