import { checkText, deny, type Decision, firstRefusal, happen, refuse } from '../refusal.ts';
import type { LocalDate, Moment } from '../words.ts';

/** What a supervising office or an organ did itself: 督办活动, and how it keeps in touch 联系服务. */
export const supervisionActKinds = [
  'call',
  'meeting',
  'siteVisit',
  'jointVisit',
  'inspection',
  'report',
  'invitation',
  'message',
  'training',
  'awardUnit',
  'awardPerson',
  'awardMatter',
  'otherAct',
] as const;
export type SupervisionActKind = (typeof supervisionActKinds)[number];

/** Acts that are for everybody, or about a prize: they need not name a matter or a unit. */
const aboutMany: readonly SupervisionActKind[] = [
  'report',
  'invitation',
  'message',
  'training',
  'awardUnit',
  'awardPerson',
  'awardMatter',
];

export type SupervisionAct = {
  readonly kind: SupervisionActKind;
  /** How many of them one entry stands for: calls made in a day, messages sent, prizes given; 1 or more. */
  readonly amount: number;
  /** How many people took part, or were invited; 0: not said. */
  readonly people: number;
  readonly on: LocalDate;
  /** Who did it, as written down. */
  readonly who: string;
  readonly withWhom: string;
  readonly place: string;
  readonly matterIds: readonly number[];
  readonly unitIds: readonly number[];
  /** What came of it. */
  readonly result: string;
  readonly fileIds: readonly number[];
};

export type SupervisionActEvent =
  | { readonly type: 'supervisionActRecorded'; readonly act: SupervisionAct }
  | { readonly type: 'supervisionActStruck'; readonly reason: string };

/** Records an act: it has happened, it is about somebody or something, and it says what came of it. */
export const recordAct = (act: SupervisionAct, at: Moment): Decision<SupervisionActEvent> => {
  const bad = firstRefusal(
    act.on > at.date ? refuse('supervision-in-future', {}, 'on') : null,
    act.matterIds.length + act.unitIds.length === 0 && !aboutMany.includes(act.kind)
      ? refuse('supervision-about-nothing', {}, 'matterIds')
      : null,
    checkText(act.who, 'who', 500),
    checkText(act.result, 'result', 10_000),
  );
  return bad === null ? happen({ type: 'supervisionActRecorded', act }) : deny(bad);
};

/** Strikes out an act that was entered by mistake; it stays on record and counts no more. */
export const strikeAct = (reason: string, struck: boolean): Decision<SupervisionActEvent> => {
  const bad = firstRefusal(
    struck ? refuse('wrong-state', { action: 'strikeAct', state: 'struck' }) : null,
    checkText(reason, 'reason', 2_000),
  );
  return bad === null ? happen({ type: 'supervisionActStruck', reason: reason.trim() }) : deny(bad);
};
