import { timelineMessages } from '#contract/messages/timeline.ts';
import { describe, expect, test } from 'vitest';
import { eventSentence, type Vocabulary } from './event-sentence.ts';

const vocabulary: Vocabulary = {
  role: (code) => `角色${code}`,
  stage: (code) => `阶段${code}`,
  channel: (code) => `方式${code}`,
  level: (index) => `第${index}级`,
};
const zh = (type: string, params: Record<string, string | number> = {}): string =>
  eventSentence({ type, params }, vocabulary, 'zh');

describe('an event in words', () => {
  test.each([
    ['signedFor', { unit: '市教育局' }, '市教育局签收'],
    ['dutyAssigned', { unit: '市教育局', role: 'lead' }, '市教育局列为角色lead单位'],
    ['stageMoved', { from: 'filed', to: 'assigned' }, '阶段变动：“阶段filed”转为“阶段assigned”'],
    ['pointsSplit', { count: 3 }, '把诉求拆分为 3 条'],
    ['replyApproved', { unit: '市教育局', level: 1 }, '市教育局答复经“第0级”审核通过'],
    ['replySentBack', { unit: '市教育局', to: -1 }, '市教育局答复退回给经办人修改'],
    ['replySentBack', { unit: '市教育局', to: 1 }, '市教育局答复退回给第1级修改'],
    ['ratingSealed', { proposer: '周某', entered: 1 }, '周某提交评价（代录）'],
    ['ratingSealed', { proposer: '周某', entered: 0 }, '周某提交评价'],
    ['contactRecorded', { unit: '市教育局', channel: 'visit' }, '市教育局记录沟通（方式visit）'],
    ['matterClosed', {}, '办结'],
    ['matterClosed', { reason: '已落实' }, '办结：已落实'],
  ])('%s', (type, params, sentence) => {
    expect(zh(type, params)).toBe(sentence);
  });

  test('an event of a later version shows its name instead of nothing', () => {
    expect(zh('promiseMade')).toBe('promiseMade');
  });

  const types = Object.keys(timelineMessages)
    .filter((key) => key.startsWith('timeline.event.'))
    .map((key) => key.slice('timeline.event.'.length));

  test.each(types)('%s reads without a gap when nothing but its type is known, in both languages', (type) => {
    for (const language of ['zh', 'en'] as const) {
      const sentence = eventSentence({ type, params: {} }, vocabulary, language);
      expect(sentence).not.toMatch(/[{}[\]]/);
      expect(sentence).not.toBe('');
    }
  });
});
