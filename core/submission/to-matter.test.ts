import { describe, expect, test } from 'vitest';
import { beginSubmission } from './blank.ts';
import type { Signer, Submission } from './submission.ts';
import { matterFromSubmission, splitOff, splitsCleanly } from './to-matter.ts';

const signer = (personId: number, at: string, part: Partial<Signer> = {}): Signer => ({
  personId,
  role: 'coSigner',
  state: 'signed',
  textNo: 2,
  comment: '',
  at,
  agreesToWithdraw: false,
  onPaper: false,
  group: null,
  ...part,
});

const submission: Submission = {
  ...beginSubmission({ kind: 'proposal', organId: 2, authorId: 11, enteredById: null }),
  id: 5,
  version: 7,
  state: 'submitted',
  flowNo: '2026-0001',
  textNo: 2,
  text: {
    title: ' 关于路口的提案 ',
    facts: [{ type: 'paragraph', text: '没有信号灯。' }],
    analysis: [{ type: 'paragraph', text: '视距不足。' }],
    asks: ['增设信号灯', ' ', '设置安全岛'],
  },
  signers: [signer(13, '2026-01-02'), signer(12, '2026-01-01'), signer(14, '2026-01-01', { textNo: 1 })],
};

describe('what becomes of a submission', () => {
  test('a matter with its text, an ask to each point, and those who stand under this text', () => {
    expect(matterFromSubmission(submission)).toMatchObject({
      title: '关于路口的提案',
      body: '没有信号灯。\n\n视距不足。',
      points: [
        { no: 1, text: '增设信号灯' },
        { no: 2, text: '设置安全岛' },
      ],
      proposerIds: [11, 12, 13],
    });
  });

  test('a part keeps author and signers, points to where it comes from, and is looked at anew', () => {
    const part = splitOff(
      { ...submission, step: 2 },
      { title: '关于信号灯的提案', asks: [0] },
      { flowNo: '2026-0002', at: '2026-02-01T00:00:00.000Z' },
    );
    expect(part).toMatchObject({
      splitFromId: 5,
      authorId: 11,
      state: 'submitted',
      step: 0,
      flowNo: '2026-0002',
    });
    expect(part.text.asks).toEqual(['增设信号灯']);
    expect(part.signers.map(({ personId, textNo }) => [personId, textNo])).toEqual([
      [13, 1],
      [12, 1],
    ]);
  });

  test('parts hold every ask once', () => {
    const parts = (...asks: readonly (readonly number[])[]) =>
      splitsCleanly(
        submission,
        asks.map((own) => ({ title: '甲', asks: own })),
      );
    expect(parts([0, 1], [2])).toBe(true);
    expect(parts([0], [2])).toBe(false);
    expect(parts([0, 1], [1, 2])).toBe(false);
    expect(parts([0, 1], [2, 3])).toBe(false);
  });
});
