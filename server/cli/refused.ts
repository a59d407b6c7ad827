import { type AnyRefusal, sentenceOf } from '../platform/problem.ts';

/** A refusal of a command: a sentence for the operator, exit code 1. */
export class Refused extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(zh);
    this.zh = zh;
    this.en = en;
  }
}

/** Ends the command with the sentence of a refusal. */
export const refuse = (refusal: AnyRefusal): never => {
  throw new Refused(sentenceOf(refusal, 'zh'), sentenceOf(refusal, 'en'));
};
