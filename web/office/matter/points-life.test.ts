import { expect, test } from 'vitest';
import type { Rating, Reply } from './matter-types.ts';
import { livesOfPoints } from './points-life.ts';

const reply = (id: number, round: number, state: Reply['state'], answer: string): Reply => ({
  id,
  version: 1,
  assignmentId: 1,
  unitName: '市教育局',
  round,
  state,
  content: {
    opening: '',
    answers: [{ no: 1, answer, adoption: 'partly' }],
    closing: '',
    resultClass: null,
    disclosure: null,
    disclosureReason: '',
    contactPerson: '',
    contactPhone: '',
  },
  level: 0,
  levelName: null,
  documentNo: null,
  issuedOn: state === 'issued' ? '2026-05-01' : null,
  resultClass: null,
  reviews: [],
  allowedActions: [],
});

const rating = (replyId: number, verdict: Rating['verdict']): Rating => ({
  id: replyId,
  version: 1,
  replyId,
  round: 1,
  proposer: { id: 9, name: '周某' },
  state: verdict === null ? 'open' : 'sealed',
  verdict,
  draft: null,
  enteredForProposer: false,
  scanId: null,
  sealedAt: null,
  allowedActions: [],
});

const points = [
  { no: 1, text: '增设站点' },
  { no: 2, text: '延长时间' },
];

test('each ask carries its answers of every round, the latest first, with what the proposer says became of it', () => {
  const verdict: Rating['verdict'] = {
    attitude: 'satisfied',
    outcome: 'dissatisfied',
    reason: '未落实',
    points: [{ no: 1, verdict: 'notDone' }],
  };
  const [first, second] = livesOfPoints({
    points,
    replies: [reply(1, 1, 'issued', '正在研究'), reply(2, 2, 'issued', '已建成')],
    ratings: [rating(1, verdict), rating(2, null)],
  });
  expect(first?.answers.map((answer) => [answer.round, answer.text, answer.verdicts])).toEqual([
    [2, '已建成', []],
    [1, '正在研究', [{ name: '周某', verdict: 'notDone' }]],
  ]);
  expect(second).toEqual({ no: 2, text: '延长时间', answers: [] });
});

test('a draft is no answer', () => {
  const [first] = livesOfPoints({ points, replies: [reply(1, 1, 'cleared', '尚未签发')], ratings: [] });
  expect(first?.answers).toEqual([]);
});
