import type { Vector } from './vectors.ts';

/**
 * A trained multinomial logistic regression. Weights are kept in whole steps of
 * `scale`, a byte each, and those of no step not at all, so that a message touches little memory.
 */
export interface Regression {
  bias: Float32Array;
  /** Where each feature's weights begin; one more marks the end. */
  starts: Int32Array;
  /** The class of each weight. */
  classes: Uint8Array;
  weights: Int8Array;
  scale: number;
}

/** While it is trained: `weights[feature * classes + class]`. */
interface Dense {
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

/** Steps on each side of zero that a byte holds. */
const LARGEST = 127;

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
  const model: Dense = { weights, bias };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { vector, label, weight } of shuffled(samples, epoch)) {
      const error = denseProbabilities(model, vector);
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
  return compact(model, features);
}

function compact({ weights, bias }: Dense, features: number): Regression {
  const count = bias.length;
  const scale =
    weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LARGEST || 1;
  const starts = new Int32Array(features + 1);
  const classes: number[] = [];
  const steps: number[] = [];
  for (let at = 0; at < weights.length; at++) {
    const rounded = Math.round(weights[at]! / scale);
    if (rounded !== 0) {
      classes.push(at % count);
      steps.push(rounded);
    }
    if (at % count === count - 1) starts[(at + 1) / count] = steps.length;
  }
  return {
    bias,
    starts,
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(steps),
    scale,
  };
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

/**
 * Probability of every class.
 *
 * @param sharpness what the scores are multiplied by; above 1 the probabilities are bolder
 */
export function probabilities(
  model: Regression,
  { indices, values }: Vector,
  sharpness = 1,
): Float32Array {
  const { starts, classes, weights, scale } = model;
  const scores = Float32Array.from(model.bias);
  for (let j = 0; j < indices.length; j++) {
    const value = values[j]! * scale;
    const end = starts[indices[j]! + 1]!;
    for (let at = starts[indices[j]!]!; at < end; at++)
      scores[classes[at]!]! += value * weights[at]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! *= sharpness;
  return softmax(scores);
}

function denseProbabilities({ weights, bias }: Dense, { indices, values }: Vector): Float32Array {
  const classes = bias.length;
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
