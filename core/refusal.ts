/**
 * The closed union of reasons for which the domain says no. A refusal is a value: `contract/messages/refusals.ts`
 * turns each code into a sentence, `server/platform/problem.ts` into an HTTP status. Nothing here knows either.
 */
export type RefusalCode =
  // who and when
  | 'not-found'
  | 'not-yours'
  | 'wrong-state'
  | 'stale'
  | 'own-work'
  // input
  | 'field-empty'
  | 'field-too-long'
  | 'field-invalid'
  // submissions
  | 'text-too-short'
  | 'asks-missing'
  | 'asks-too-many'
  | 'invitation-none'
  | 'invitation-closed'
  | 'invited-already'
  | 'signing-comment'
  | 'signature-outdated'
  | 'seal-missing'
  | 'scan-missing'
  | 'entered-before'
  | 'entered-twice'
  | 'convenor-missing'
  | 'body-name-missing'
  | 'step-none'
  | 'not-under-review'
  | 'step-other'
  | 'steps-open'
  | 'asks-single'
  | 'asks-not-shared'
  | 'ground-missing'
  | 'ground-unknown'
  | 'conversion-unknown'
  | 'withdrawal-not-asked'
  | 'withdrawal-not-yours'
  | 'matter-over'
  | 'text-stopped'
  | 'not-entered-for-you'
  | 'author-unknown'
  | 'author-twice'
  | 'author-elsewhere'
  | 'signers-short'
  | 'signers-many'
  | 'date-unreadable'
  | 'date-future'
  | 'organ-other'
  | 'choice-unknown'
  | 'organ-unknown'
  | 'file-not-yours'
  | 'file-bomb'
  | 'file-macros'
  // assigning
  | 'plan-empty'
  | 'plan-unit-twice'
  | 'plan-several-leads'
  | 'plan-mixed-roles'
  | 'plan-assist-only'
  | 'plan-one-separate'
  | 'unit-unknown'
  | 'unit-closed'
  | 'unit-already-has-duty'
  | 'unit-outside-power'
  | 'leader-missing'
  | 'not-a-draft-plan'
  | 'duty-outside-power'
  | 'hand-back-of-leader'
  | 'hand-back-of-office'
  | 'hearing-over'
  | 'objection-not-now'
  | 'objection-waits'
  | 'objection-window-over'
  | 'objection-decided'
  // figures
  | 'figure-unknown'
  | 'figure-dimension'
  | 'snapshot-unsigned'
  | 'signing-key-lost'
  // proposed assignments
  | 'round-closes-past'
  | 'round-empty'
  | 'matter-in-round'
  | 'matter-not-in-round'
  | 'matter-other-organ'
  | 'named-unit-missing'
  | 'proposal-not-disputed'
  | 'proposal-disputed'
  | 'proposal-waiting'
  // extensions and pauses
  | 'after-reply-early'
  | 'after-reply-future'
  | 'after-reply-before'
  | 'disclosure-recorded'
  | 'disclosure-not-asked'
  | 'follow-up-settled'
  | 'follow-up-not-asked'
  | 'extension-none'
  | 'extension-used-up'
  | 'extension-too-late'
  | 'extension-asked-already'
  | 'extension-not-asked'
  | 'extension-not-yours'
  | 'extension-not-later'
  | 'extension-too-far'
  | 'extension-evidence-missing'
  | 'clock-paused'
  | 'clock-runs'
  | 'clock-date-over'
  // sign-for and hand-back
  | 'hand-back-window-over'
  | 'hand-back-to-self'
  | 'hand-back-answered'
  | 'hand-back-decided'
  | 'section-not-of-unit'
  | 'person-not-of-unit'
  | 'handler-missing'
  // points
  | 'points-missing'
  | 'points-locked'
  // contacts, opinions
  | 'contact-in-future'
  | 'contact-before-assignment'
  | 'contact-required'
  | 'opinion-only-assist'
  | 'opinion-missing'
  | 'opinion-closed'
  // reply
  | 'reply-only-own'
  | 'reply-point-unanswered'
  | 'reply-class-missing'
  | 'reply-class-unknown'
  | 'reply-disclosure-missing'
  | 'reply-disclosure-reason'
  | 'reply-contact-person-missing'
  | 'reply-open-already'
  | 'review-level-unknown'
  | 'document-no-taken'
  | 'file-missing'
  // rating
  | 'rating-given'
  | 'rating-not-open'
  | 'rating-level-unknown'
  | 'rating-reason-missing'
  | 'rating-point-missing'
  | 'rating-scan-missing'
  // closing
  | 'close-unrated-reason'
  | 'reopen-no-duty'
  | 'case-no-taken'
  | 'case-no-passed'
  // merging
  | 'panel-unknown'
  | 'merge-self'
  | 'merge-other-organ'
  | 'merge-opposite'
  | 'merge-duties-live'
  | 'merge-has-merged'
  | 'merge-answered'
  // records of earlier years
  | 'history-own-work'
  | 'history-other-units'
  | 'history-reply-missing'
  | 'history-contradiction'
  // supervision
  | 'urge-nothing-owed'
  | 'urge-today'
  | 'urge-level-down'
  | 'urge-part-given'
  | 'date-past'
  | 'notice-matters-missing'
  | 'notice-not-of-unit'
  | 'notice-other-organ'
  | 'supervision-in-future'
  | 'supervision-about-nothing'
  // session opinions
  | 'session-record-empty'
  | 'session-day-future'
  | 'opinion-no-neighbour'
  | 'opinion-has-twins'
  | 'opinion-unit-missing'
  | 'opinion-unit-has-it'
  | 'opinion-one-part'
  | 'opinion-text-lost'
  | 'opinion-not-joinable'
  | 'answer-before-sent'
  // reports
  | 'report-figure-unknown'
  | 'report-figure-not-for-units'
  | 'report-figure-not-narrowed'
  | 'report-as-of-future'
  | 'report-stale'
  | 'report-figures-not-ready'
  | 'report-too-many-figures'
  | 'report-too-many-tables'
  | 'report-settled-before'
  | 'report-matter-unknown'
  | 'report-organ-other'
  // setting up
  | 'unit-has-open-duties'
  | 'unit-may-be-called-back'
  | 'succession-shape'
  | 'succession-self'
  | 'succession-elsewhere'
  | 'succession-in-future'
  | 'unit-own-parent'
  | 'name-taken'
  | 'person-has-open-duties'
  | 'admin-alone'
  | 'last-administrator'
  // accounts
  | 'sign-in-failed'
  | 'code-wrong'
  | 'account-locked'
  | 'source-locked'
  | 'session-limited'
  | 'confirm-first'
  | 'temporary-password-dead'
  | 'password-wrong'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-simple'
  | 'password-has-name'
  | 'password-common'
  | 'password-used'
  | 'username-invalid'
  | 'account-exists'
  | 'account-own'
  | 'account-none'
  | 'person-closed'
  | 'totp-on'
  | 'totp-off'
  | 'one-time-token-dead'
  | 'administrator-exists'
  | 'token-expiry'
  | 'token-of-person'
  | 'grant-invalid'
  | 'channel-off'
  | 'message-outdated'
  // absence
  | 'delegation-past'
  | 'delegation-days'
  | 'delegation-too-long'
  | 'delegation-self'
  | 'delegation-own-gain'
  | 'delegation-not-eligible'
  | 'delegation-overlap'
  | 'delegation-stand-in-away'
  | 'delegation-covers'
  | 'delegation-over'
  | 'not-standing-in'
  | 'not-while-standing-in'
  | 'channel-secret-again'
  // lists
  | 'export-too-large'
  | 'due-range'
  | 'days-too-many';

export type RefusalParams = Readonly<Record<string, string | number | readonly (string | number)[]>>;

export type Refusal = {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  /** Where the fault is, as a path in the command (`points[2].answer`), when it is at one place. */
  readonly at?: string;
};

export const refuse = (code: RefusalCode, params: RefusalParams = {}, at?: string): Refusal =>
  at === undefined ? { code, params } : { code, params, at };

/** What a decision comes to: the events that happen, or the reason why nothing does. */
export type Decision<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const happen = <Event>(...events: readonly Event[]): Decision<Event> => ({ ok: true, events });

export const deny = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

/** The first refusal of several checks, in the order in which a person would want to hear them. */
export const firstRefusal = (...checks: readonly (Refusal | null)[]): Refusal | null =>
  checks.find((check) => check !== null) ?? null;

/** A text that must be there and not be longer than `max` characters. */
export const checkText = (text: string, field: string, max: number): Refusal | null => {
  if (text.trim() === '') return refuse('field-empty', { field }, field);
  if (text.length > max) return refuse('field-too-long', { field, max, length: text.length }, field);
  return null;
};
