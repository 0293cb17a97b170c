import { createMask } from '../../src/understanding/mask.ts';
import { maskVocabulary } from '../../src/understanding/masking/vocabulary.ts';
import { trained } from './understander.ts';

export const vocabulary = maskVocabulary(trained.classifier.known.keys());
export const mask = createMask(vocabulary);
