import { expect, test } from 'vitest';
import type { Reply } from './matter-types.ts';
import { requiredContacts } from './required-contact.ts';

const withRefusal = (refusal: Reply['allowedActions'][number]['refusal']) => ({
  replies: [{ assignmentId: 4, allowedActions: [{ action: 'submit', refusal }] } as unknown as Reply],
});

test('reads which contact is still wanted from the reason beside the button', () => {
  const refusal = {
    code: 'contact-required',
    params: { stage: 'before', channels: ['visit'], present: 'yes' },
  };
  expect(requiredContacts(withRefusal(refusal))).toEqual([
    { assignmentId: 4, stage: 'before', channels: ['visit'], present: true },
  ]);
});

test('any other reason, or none, wants no contact', () => {
  expect(requiredContacts(withRefusal({ code: 'reply-class-missing', params: {} }))).toEqual([]);
  expect(requiredContacts(withRefusal(null))).toEqual([]);
});

test('a stage that this version does not know is not shown as a contact', () => {
  const refusal = { code: 'contact-required', params: { stage: 'later', channels: [], present: 'no' } };
  expect(requiredContacts(withRefusal(refusal))).toEqual([]);
});
