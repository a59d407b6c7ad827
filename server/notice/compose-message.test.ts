import { expect, test } from 'vitest';
import type { Grant } from '#core/access.ts';
import { composeMessage } from './compose-message.ts';
import type { ReadNotice } from './recipient.views.ts';

const notice = (kind: string): ReadNotice => ({
  id: 1,
  kind,
  matterId: null,
  caseNo: null,
  title: '关于增设信号灯的建议',
  at: '2026-03-02T02:00:00.000Z',
  gone: false,
  for: null,
  submissionId: 7,
  who: null,
});

const linkOf = (kind: string, ...roles: readonly Grant['role'][]): string | null => {
  const grants = roles.map((role) => ({ role }));
  const actor = { jurisdictionId: 1, personId: 2, name: '', grants, via: 'session' } as const;
  const letterhead = { place: { name: '云川市', nameEn: '' }, publicUrl: 'https://luoshi.invalid' };
  const { items } = composeMessage({ actor, language: 'zh' }, [notice(kind)], false, letterhead);
  return items[0]?.link ?? null;
};

test.each([
  ['submissionReturned', ['proposer'], '/m/submissions/7'],
  ['intakeToVet', ['proposer'], '/review/7'],
  // Who is both writes as a proposer, and looks as the office.
  ['submissionInvited', ['proposer', 'supervisor'], '/m/submissions/7'],
  ['intakeSubmitted', ['proposer', 'congress-office'], '/review/7'],
  // The assistant who entered it for somebody.
  ['submissionReturned', ['congress-office'], '/review/7'],
] as const)('a message of %s leads %j to %s', (kind, roles, path) => {
  expect(linkOf(kind, ...roles)).toBe(`https://luoshi.invalid${path}`);
});

test('who is no signer any more is led to no page that he cannot open', () => {
  expect(linkOf('submissionSignerRemoved', 'proposer')).toBeNull();
});
