import type { Vector } from './vectors.ts';

/**
 * A trained multinomial logistic regression. Weights are kept in whole steps of `scale`, a byte each, so that those of a
 * feature lie side by side in one or two lines of memory: `weights[feature * classes + class]`.
 */
export interface Regression {
  bias: Float32Array;
  weights: Int8Array;
  scale: number;
}

/** While it is trained. */
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
const NEGLIGIBLE = 0.03;

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
  return compact(model);
}

function compact({ weights, bias }: Dense): Regression {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i]!);
    if (size > largest) largest = size;
  }
  const scale = largest / LARGEST || 1;
  const steps = new Int8Array(weights.length);
  for (let i = 0; i < steps.length; i++) steps[i] = Math.round(weights[i]! / scale);
  return { bias, weights: steps, scale };
}

/** The classes that a step corrects; made once, for steps are many. */
const wrong = new Uint8Array(256);

function step(
  weights: Float32Array,
  squares: Float32Array,
  { indices, values }: Vector,
  error: Float64Array,
  rate: number,
  decay: number,
): void {
  const classes = error.length;
  let count = 0;
  for (let k = 0; k < classes; k++) if (Math.abs(error[k]!) > NEGLIGIBLE) wrong[count++] = k;
  for (let j = 0; j < indices.length; j++) {
    const value = values[j]!;
    const row = indices[j]! * classes;
    for (let i = 0; i < count; i++) {
      const k = wrong[i]!;
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
  { bias, weights, scale }: Regression,
  vector: Vector,
  sharpness = 1,
): Float64Array {
  const scores = new Float64Array(bias.length);
  addSteps(scores, weights, vector);
  for (let k = 0; k < scores.length; k++) {
    scores[k] = (scores[k]! * scale + bias[k]!) * sharpness;
  }
  return softmax(scores);
}

function denseProbabilities({ weights, bias }: Dense, vector: Vector): Float64Array {
  const scores = new Float64Array(bias);
  addWeights(scores, weights, vector);
  return softmax(scores);
}

/** Four features at a time: most of the training is spent here, and of the reading in its twin. */
function addWeights(
  scores: Float64Array,
  weights: Float32Array,
  { indices, values }: Vector,
): void {
  const classes = scores.length;
  const whole = indices.length & ~3;
  for (let j = 0; j < whole; j += 4) {
    const [first, second, third, fourth] = [
      values[j]!,
      values[j + 1]!,
      values[j + 2]!,
      values[j + 3]!,
    ];
    const rowOf = (i: number) => indices[i]! * classes;
    const [a, b, c, d] = [rowOf(j), rowOf(j + 1), rowOf(j + 2), rowOf(j + 3)];
    for (let k = 0; k < classes; k++) {
      scores[k]! +=
        first * weights[a + k]! +
        second * weights[b + k]! +
        third * weights[c + k]! +
        fourth * weights[d + k]!;
    }
  }
  for (let j = whole; j < indices.length; j++) {
    const value = values[j]!;
    const row = indices[j]! * classes;
    for (let k = 0; k < classes; k++) scores[k]! += value * weights[row + k]!;
  }
}

/** `addWeights` for steps: one loop over both kinds of arrays would read each a tenth more slowly. */
function addSteps(scores: Float64Array, weights: Int8Array, { indices, values }: Vector): void {
  const classes = scores.length;
  const whole = indices.length & ~3;
  for (let j = 0; j < whole; j += 4) {
    const [first, second, third, fourth] = [
      values[j]!,
      values[j + 1]!,
      values[j + 2]!,
      values[j + 3]!,
    ];
    const rowOf = (i: number) => indices[i]! * classes;
    const [a, b, c, d] = [rowOf(j), rowOf(j + 1), rowOf(j + 2), rowOf(j + 3)];
    for (let k = 0; k < classes; k++) {
      scores[k]! +=
        first * weights[a + k]! +
        second * weights[b + k]! +
        third * weights[c + k]! +
        fourth * weights[d + k]!;
    }
  }
  for (let j = whole; j < indices.length; j++) {
    const value = values[j]!;
    const row = indices[j]! * classes;
    for (let k = 0; k < classes; k++) scores[k]! += value * weights[row + k]!;
  }
}

function softmax(scores: Float64Array): Float64Array {
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
