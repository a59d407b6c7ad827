import { describe, expect, test } from 'vitest';
import { tidyRuns, withField, withRuns } from './edit-content.ts';
import type { Content, Field } from './report-texts.ts';

const field: Field = {
  key: 'f1',
  figure: 'replyRate.all',
  filters: {},
  decimals: null,
  part: 'value',
  wording: 'exact',
  whenNone: 'say',
};
const paragraph = { kind: 'paragraph' as const, key: 'p1', runs: [{ text: '答复率' }, { field }], hint: '' };
const content: Content = {
  title: '报告',
  asOf: '2026-11-20',
  sections: [{ key: 's1', heading: '进度', blocks: [paragraph] }],
};

describe('a report being written', () => {
  test('keeps its figures when the text around them changes', () => {
    const after = withRuns(content, 'p1', [{ text: '办理答复率为' }, { field }, { text: '。' }]);
    expect(after.sections[0]?.blocks[0]).toMatchObject({ runs: [{}, { field }, {}] });
    expect(after.title).toBe('报告');
  });

  test('changes one field, or takes it out, and leaves the rest', () => {
    expect(withField(paragraph, 'f1', (one) => ({ ...one, wording: 'about' }))).toEqual([
      { text: '答复率' },
      { field: { ...field, wording: 'about' } },
    ]);
    expect(withField(paragraph, 'f1', () => null)).toEqual([{ text: '答复率' }]);
    expect(withField(paragraph, 'other', () => null)).toEqual(paragraph.runs);
  });

  test('joins texts that touch', () => {
    expect(tidyRuns([{ text: '答' }, { text: '复' }, { field }, { text: '' }])).toEqual([
      { text: '答复' },
      { field },
    ]);
  });
});
