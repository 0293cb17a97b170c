import type { Vector } from './vectors.ts';

/** Weights of a multinomial logistic regression, feature by feature: `weights[feature * classes + class]`. */
export interface Regression {
  classes: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface Sample {
  vector: Vector;
  label: number;
  /** How much the sample counts; 1 is an ordinary example. */
  weight: number;
  /** Decides its turn in each pass: the same whatever other samples there are. */
  key: number;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** Strength of L2, per update of a weight. */
  decay: number;
}

/** Adagrad's start: with less, the order of the first samples would decide too much. */
const EPSILON = 1e-3;
/** Errors too small to learn from: most classes of most samples, after the first pass. */
const NEGLIGIBLE = 0.01;

/** Stochastic gradient descent with Adagrad; the same samples give the same weights. */
export function train(
  samples: readonly Sample[],
  features: number,
  classes: number,
  { epochs, rate, decay }: TrainingOptions,
): Regression {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(EPSILON);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(EPSILON);
  const model: Regression = { classes, weights, bias };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { vector, label, weight } of shuffled(samples, epoch)) {
      const error = probabilities(model, vector);
      error[label]! -= 1;
      for (let k = 0; k < classes; k++) {
        const gradient = error[k]! * weight;
        error[k] = gradient;
        biasSquares[k]! += gradient * gradient;
        bias[k]! -= (rate * gradient) / Math.sqrt(biasSquares[k]!);
      }
      step(weights, squares, vector, error, rate, decay);
    }
  }
  return model;
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  { indices, values }: Vector,
  error: Float32Array,
  rate: number,
  decay: number,
): void {
  const classes = error.length;
  const wrong: number[] = [];
  for (let k = 0; k < classes; k++) if (Math.abs(error[k]!) > NEGLIGIBLE) wrong.push(k);
  for (let j = 0; j < indices.length; j++) {
    const value = values[j]!;
    const row = indices[j]! * classes;
    for (const k of wrong) {
      const at = row + k;
      const weight = weights[at]!;
      const gradient = error[k]! * value + decay * weight;
      const square = squares[at]! + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (rate * gradient) / Math.sqrt(square);
    }
  }
}

/** Probability of every class. */
export function probabilities(model: Regression, { indices, values }: Vector): Float32Array {
  const { classes, weights, bias } = model;
  const scores = Float32Array.from(bias);
  for (let j = 0; j < indices.length; j++) {
    const value = values[j]!;
    const row = indices[j]! * classes;
    for (let k = 0; k < classes; k++) scores[k]! += value * weights[row + k]!;
  }
  return softmax(scores);
}

function softmax(scores: Float32Array): Float32Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp(scores[k]! - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

/**
 * By turns that depend on the samples alone: an example more or less must not change what is learned from
 * all the others.
 */
function shuffled(samples: readonly Sample[], epoch: number): Sample[] {
  return samples
    .map((sample) => ({ sample, turn: turnOf(sample.key, epoch) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ sample }) => sample);
}

/** Mixes all bits of both into one number (the end of murmur3). */
function turnOf(key: number, epoch: number): number {
  let mixed = key ^ Math.imul(epoch + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
