import { isRight, type Reading } from './measure.ts';

/** Messages whose best guess was about equally sure. */
export interface Bin {
  from: number;
  to: number;
  messages: number;
  /** Mean probability that was claimed. */
  said: number;
  /** Share that was right. */
  observed: number;
}

const BORDERS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** How far the probabilities can be trusted: of all that was said to be 0.8 sure, eight in ten should be right. */
export function reliability(readings: readonly Reading[]): Bin[] {
  return BORDERS.slice(1).map((to, i) => {
    const from = BORDERS[i]!;
    const inside = readings.filter(
      ({ understood: { confidence } }) =>
        confidence >= from && (confidence < to || (to === 1 && confidence === 1)),
    );
    const said = inside.reduce((sum, { understood }) => sum + understood.confidence, 0);
    return {
      from,
      to,
      messages: inside.length,
      said: said / inside.length,
      observed: inside.filter(isRight).length / inside.length,
    };
  });
}

/** What comes of answering every guess that is this sure, open questions apart. */
export interface Border {
  answerFrom: number;
  answered: number;
  right: number;
  foreignAnswered: number;
}

const CANDIDATES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85] as const;

/** The table by which `ANSWER_FROM` of zones.ts is chosen. */
export function borders(readings: readonly Reading[]): Border[] {
  const ours = readings.filter(({ message }) => message.intent !== 'none');
  const foreign = readings.filter(({ message }) => message.intent === 'none');
  return CANDIDATES.map((answerFrom) => {
    const isAnswered = ({ understood: { intent, confidence, decision } }: Reading) =>
      intent !== 'none' && decision !== 'none' && confidence >= answerFrom;
    const answers = readings.filter(isAnswered);
    return {
      answerFrom,
      answered: ours.filter(isAnswered).length / ours.length,
      right: answers.filter(isRight).length / answers.length,
      foreignAnswered: foreign.filter(isAnswered).length / foreign.length,
    };
  });
}

/** What comes of declining every message that is this surely none of ours, and asking about the others. */
export interface DeclineBorder {
  declineFrom: number;
  lost: number;
  foreignAsked: number;
}

const DECLINE_CANDIDATES = [0.4, 0.5, 0.55, 0.6, 0.7] as const;

/** The table by which `DECLINE_FROM` of zones.ts is chosen. */
export function declineBorders(readings: readonly Reading[]): DeclineBorder[] {
  const guessedForeign = readings.filter(({ understood }) => understood.intent === 'none');
  const lostOf = ({ message }: Reading) => message.intent !== 'none';
  const ours = readings.filter(lostOf).length;
  return DECLINE_CANDIDATES.map((declineFrom) => {
    const isDeclined = ({ understood }: Reading) => understood.confidence >= declineFrom;
    return {
      declineFrom,
      lost: guessedForeign.filter((each) => lostOf(each) && isDeclined(each)).length / ours,
      foreignAsked:
        guessedForeign.filter((each) => !lostOf(each) && !isDeclined(each)).length /
        (readings.length - ours),
    };
  });
}
