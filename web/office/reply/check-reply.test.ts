import { describe, expect, test } from 'vitest';
import { blocksSubmit, type Check, type CheckContext, checkReply, type ReplyContent } from './check-reply.ts';

const complete: ReplyContent = {
  opening: '',
  answers: [
    { no: 1, answer: '已增设。', adoption: 'adopted' },
    { no: 2, answer: '分步实施。', adoption: 'partly' },
  ],
  closing: '',
  resultClass: 'A',
  disclosure: 'proactive',
  disclosureReason: '',
  contactPerson: '林某',
  contactPhone: '19900000001',
};
const ready: CheckContext = {
  pointNos: [1, 2],
  contacts: 1,
  refusal: null,
  opinions: { given: 0, wanted: 0 },
};
const find = (item: Check['item'], content: ReplyContent, context: CheckContext = ready): Check | undefined =>
  checkReply(content, context).find((check) => check.item === item);

describe('what a reply still lacks', () => {
  test('a complete reply lacks nothing', () => {
    expect(checkReply(complete, ready).every((check) => check.state === 'done')).toBe(true);
  });

  test('everything missing is listed at once', () => {
    const empty: ReplyContent = {
      ...complete,
      answers: [],
      resultClass: null,
      disclosure: null,
      contactPerson: ' ',
    };
    const open = checkReply(empty, {
      ...ready,
      contacts: 0,
      refusal: { code: 'contact-required', params: { stage: 'before', channels: ['visit'] } },
    }).filter(blocksSubmit);
    expect(open.map((check) => check.item)).toEqual([
      'answers',
      'adoptions',
      'class',
      'disclosure',
      'contactPerson',
      'contacts',
    ]);
  });

  test('names the points without an answer and leads to the first of them', () => {
    const content = { ...complete, answers: [{ no: 1, answer: '已增设。', adoption: 'adopted' as const }] };
    expect(find('answers', content)).toMatchObject({ state: 'open', points: [2], at: 'answer-2' });
    expect(find('adoptions', content)).toMatchObject({ points: [2], at: 'adoption-2' });
  });

  test('a point that the matter gained after the draft was started counts as unanswered', () => {
    expect(find('answers', complete, { ...ready, pointNos: [1, 2, 3] })).toMatchObject({ points: [3] });
  });

  test('asks for a reason only when the reply is not published', () => {
    expect(find('disclosureReason', complete)).toBeUndefined();
    expect(find('disclosureReason', { ...complete, disclosure: 'notPublic' })?.state).toBe('open');
    expect(
      find('disclosureReason', { ...complete, disclosure: 'onRequest', disclosureReason: '内部数据' })?.state,
    ).toBe('done');
  });

  test('a name without a phone number is not enough', () => {
    expect(find('contactPerson', { ...complete, contactPhone: '' })).toMatchObject({
      state: 'open',
      at: 'contact-phone',
    });
  });

  test('the contact that the ruleset wants is named as the server names it', () => {
    const refusal = { code: 'contact-required', params: { stage: 'before', channels: ['visit', 'meeting'] } };
    expect(find('contacts', complete, { ...ready, refusal })).toMatchObject({
      state: 'open',
      stage: 'before',
      channels: ['visit', 'meeting'],
    });
  });

  test('while the server speaks of something else, a missing contact is not known to be required', () => {
    const refusal = { code: 'reply-class-missing', params: {} };
    expect(find('contacts', complete, { ...ready, contacts: 0, refusal })?.state).toBe('unknown');
  });

  test('missing opinions are shown but do not keep the draft from review', () => {
    const check = find('opinions', complete, { ...ready, opinions: { given: 1, wanted: 2 } });
    expect(check).toMatchObject({ state: 'open', given: 1, wanted: 2 });
    expect(check !== undefined && blocksSubmit(check)).toBe(false);
  });
});
