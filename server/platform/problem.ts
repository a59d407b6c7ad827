/** The one file that turns a refusal into an HTTP answer (RFC 9457). */
import { workbookRefusalMessages } from '#contract/messages/catalogue.ts';
import { calendarRefusalMessages } from '#contract/messages/calendar.ts';
import { importRefusalMessages } from '#contract/messages/import.ts';
import { fill, type Language, type MessageTable } from '#contract/messages/message.ts';
import { submissionWordMessages } from '#contract/messages/submission-word.ts';
import { refusalMessages } from '#contract/messages/refusals.ts';
import type { Refusal, RefusalCode } from '#core/refusal.ts';

/** Refusals of the HTTP layer itself, beside those of the domain. */
export type TransportCode =
  | 'invalid-request'
  | 'sign-in-required'
  | 'forbidden'
  | 'cross-site'
  | 'key-missing'
  | 'key-reused'
  | 'version-missing'
  | 'too-large'
  | 'wrong-type'
  | 'too-many'
  | 'unavailable'
  | 'fault';

export type AnyRefusal = { readonly code: string; readonly params: Refusal['params']; readonly at?: string };

const transport: Record<TransportCode, number> = {
  'invalid-request': 400,
  'sign-in-required': 401,
  forbidden: 403,
  'cross-site': 403,
  'key-missing': 400,
  'key-reused': 422,
  'version-missing': 428,
  'too-large': 413,
  'wrong-type': 415,
  'too-many': 429,
  unavailable: 503,
  fault: 500,
};

/** Codes that are not 422: the rest are sound requests that a rule refuses. */
const special: Partial<Record<RefusalCode, number>> = {
  'not-found': 404,
  'not-yours': 403,
  'wrong-state': 409,
  stale: 412,
  'own-work': 403,
  'not-standing-in': 403,
  'not-while-standing-in': 403,
  'delegation-over': 409,
  'document-no-taken': 409,
  'case-no-taken': 409,
  'name-taken': 409,
  'rating-given': 409,
  'reply-open-already': 409,
  // accounts
  'sign-in-failed': 401,
  'account-locked': 429,
  'source-locked': 429,
  'session-limited': 403,
  'confirm-first': 403,
  'message-outdated': 409,
  'temporary-password-dead': 403,
  'one-time-token-dead': 403,
  'account-exists': 409,
  'administrator-exists': 409,
  'totp-on': 409,
  'totp-off': 409,
};

const statusOf = (code: string): number =>
  (transport as Record<string, number>)[code] ?? (special as Record<string, number>)[code] ?? 422;

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params: Refusal['params'];
  readonly at?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string;
};

const sentences: MessageTable = {
  ...refusalMessages,
  ...workbookRefusalMessages,
  ...importRefusalMessages,
  ...calendarRefusalMessages,
  ...submissionWordMessages,
};

/** The sentence of a refusal in a language; a code without a sentence is a fault that the message test catches. */
export const sentenceOf = (refusal: AnyRefusal, language: Language): string => {
  const message = sentences[`refusal.${refusal.code}`];
  const params = Object.fromEntries(
    Object.entries(refusal.params).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : (value as string | number),
    ]),
  );
  return message === undefined ? refusal.code : fill(message, language, params);
};

export const toProblem = (
  refusal: AnyRefusal,
  language: Language,
  requestId: string,
  fields?: Problem['fields'],
): Problem => {
  const status = statusOf(refusal.code);
  const title = refusalMessages[status >= 500 ? 'refusal.title.fault' : 'refusal.title.refused'];
  return {
    type: `about:blank#${refusal.code}`,
    title: title[language],
    status,
    detail: sentenceOf(refusal, language),
    code: refusal.code,
    params: refusal.params,
    ...(refusal.at === undefined ? {} : { at: refusal.at }),
    ...(fields === undefined ? {} : { fields }),
    requestId,
  };
};
