import type { DecidingBody, ExtendableDuty, ExtensionRule } from '../ruleset.ts';
import { checkText, firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate } from '../words.ts';

export type ExtensionState = 'asked' | 'granted' | 'refused' | 'withdrawn';

export const extensionStates = [
  'asked',
  'granted',
  'refused',
  'withdrawn',
] as const satisfies readonly ExtensionState[];

/** One request to put a date off 延期申请; it stays on record whatever became of it (law 9). */
export type Extension = {
  /** 1 for the duty's first request, whatever round it was in. */
  readonly n: number;
  readonly round: number;
  readonly duty: ExtendableDuty;
  readonly state: ExtensionState;
  readonly askedOn: LocalDate;
  /** The date that stood when it was asked for. */
  readonly dueOn: LocalDate;
  /** Asked for; once granted, the date that was granted. */
  readonly until: LocalDate;
  readonly reason: string;
  readonly fileIds: readonly number[];
  readonly decidedOn: LocalDate | null;
  readonly note: string;
};

/** The clock of a duty stopped, and started again 暂停计时/恢复计时; `to` null: it stands still. */
export type DutyPause = {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: string;
};

/** On what terms the date that the unit owes now may be put off. */
export type ExtensionTerms = {
  readonly duty: ExtendableDuty;
  readonly due: LocalDate;
  /** The clock stands still, so that the date cannot be missed while it does. */
  readonly standsStill: boolean;
  readonly rule: ExtensionRule;
  /** How many more may be granted in this round. */
  readonly left: number;
  /** No extension may lead beyond this day. */
  readonly limit: LocalDate;
};

export type ExtensionRequest = {
  readonly until: LocalDate;
  readonly reason: string;
  readonly fileIds: readonly number[];
};

export const openExtension = (extensions: readonly Extension[]): Extension | undefined =>
  extensions.find(({ state }) => state === 'asked');

/** Whether a new date lies after the one that stands and within what the ruleset allows. */
export const checkUntil = (until: LocalDate, due: LocalDate, limit: LocalDate): Refusal | null => {
  if (until <= due) return refuse('extension-not-later', { due }, 'until');
  return until > limit ? refuse('extension-too-far', { limit }, 'until') : null;
};

export const checkRequest = (request: ExtensionRequest, terms: ExtensionTerms): Refusal | null =>
  firstRefusal(
    checkUntil(request.until, terms.due, terms.limit),
    checkText(request.reason, 'reason', 2_000),
    terms.rule.evidence && request.fileIds.length === 0
      ? refuse('extension-evidence-missing', {}, 'fileIds')
      : null,
  );

/** Whether a body decides: on a unit outside the supervisor's power only the organ's office may. */
export const mayDecide = (
  body: 'supervisor' | 'organ-office',
  decidedBy: DecidingBody,
  boundary: boolean,
): boolean =>
  body === 'organ-office'
    ? boundary || decidedBy !== 'supervisor'
    : !boundary && decidedBy !== 'organ-office';
