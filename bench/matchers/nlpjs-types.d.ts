// nlp.js comes without types; these are the parts that the benchmark uses.

declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-fa' {
  export class LangFa {}
}

declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';

  export class NluNeural {
    constructor(settings: { locale: string; container: Container; log: boolean });
    train(corpus: { utterance: string; intent: string }[]): Promise<void>;
    process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
