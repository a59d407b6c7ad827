import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalMessages } from './refusals.ts';

/** The union is a type; its members are read from where it stands. */
const codes = [
  ...(readFileSync(new URL('../../core/refusal.ts', import.meta.url), 'utf8')
    .split('export type RefusalParams')[0]
    ?.matchAll(/^ {2}\| '([\w-]+)'/gm) ?? []),
].map((match) => match[1] ?? '');

describe('refusals', () => {
  it('are many', () => {
    expect(codes.length).toBeGreaterThan(50);
  });

  it.each(codes)('%s has a sentence in both languages', (code) => {
    const message = (refusalMessages as Record<string, { zh: string; en: string }>)[`refusal.${code}`];
    expect(message?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(message?.en).toMatch(/[a-z]/);
  });

  it('use the same placeholders in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, { zh, en }] of Object.entries(refusalMessages))
      expect(names(en), key).toEqual(names(zh));
  });
});
