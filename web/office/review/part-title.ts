import type { SubmissionOnPage } from './review-types.ts';

const ends = { suggestion: '的建议', proposal: '的提案' } as const;

/** The most characters of an ask that a title takes: with 关于 and its end it stays a title of one line or two. */
const askMost = 40;

/**
 * What a part of a split submission is called to begin with: after its first ask, up to where that begins to explain
 * itself. Empty where it has no ask yet.
 */
export const partTitle = (asks: readonly string[], kind: SubmissionOnPage['kind']): string => {
  const [first = ''] = asks;
  const topic = first
    .trim()
    .replace(/^(?:建议|提议|希望|请)/u, '')
    .split(/[。；;！？!?\n]/u)[0]
    ?.trim();
  if (topic === undefined || topic === '') return '';
  const [clause = ''] = topic.split(/[，,：:]/u);
  const taken = [...topic].length <= askMost ? topic : clause;
  return `关于${[...taken].slice(0, askMost).join('')}${ends[kind]}`;
};
