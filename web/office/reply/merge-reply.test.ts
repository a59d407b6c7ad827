import { expect, test } from 'vitest';
import type { ReplyContent } from './check-reply.ts';
import { mergeReply } from './merge-reply.ts';

const mine: ReplyContent = {
  opening: '我的开头',
  answers: [{ no: 1, answer: '我的答复', adoption: 'adopted' }],
  closing: '',
  resultClass: 'A',
  disclosure: null,
  disclosureReason: '',
  contactPerson: '林某',
  contactPhone: '19900000001',
};
const theirs: ReplyContent = {
  ...mine,
  opening: '他的开头',
  answers: [
    { no: 1, answer: '他的答复', adoption: 'partly' },
    { no: 2, answer: '新增一条', adoption: 'adopted' },
  ],
};

test('what is not chosen stays mine', () => {
  expect(mergeReply(mine, theirs, {})).toMatchObject({
    opening: '我的开头',
    answers: [
      { no: 1, answer: '我的答复', adoption: 'adopted' },
      { no: 2, answer: '', adoption: null },
    ],
  });
});

test('each field is taken from the side chosen for it, an answer apart from its adoption', () => {
  expect(
    mergeReply(mine, theirs, { opening: 'theirs', 'answer-1': 'theirs', 'answer-2': 'theirs' }),
  ).toMatchObject({
    opening: '他的开头',
    answers: [
      { no: 1, answer: '他的答复', adoption: 'adopted' },
      { no: 2, answer: '新增一条', adoption: null },
    ],
    contactPerson: '林某',
  });
});

test('all theirs is theirs', () => {
  const choice = Object.fromEntries(
    [
      'opening',
      'answer-1',
      'adoption-1',
      'answer-2',
      'adoption-2',
      'closing',
      'resultClass',
      'disclosure',
      'disclosureReason',
      'contactPerson',
      'contactPhone',
    ].map((key) => [key, 'theirs' as const]),
  );
  expect(mergeReply(mine, theirs, choice)).toEqual(theirs);
});
