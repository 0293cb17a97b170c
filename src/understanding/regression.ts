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
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** Strength of L2, per update of a weight. */
  decay: number;
}

const SEED = 20_260_321;
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
  const random = randomFrom(SEED);
  const order = samples.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { vector, label, weight } = samples[i]!;
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

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** A small generator (mulberry32): the order of training is part of the result. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
