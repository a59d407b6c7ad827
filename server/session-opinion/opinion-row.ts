import type { Actor } from '#core/access.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import { allowedOnOpinion, type SessionOpinionContext } from '#core/session-opinion/decide-opinion.ts';
import { allowedOnReferral } from '#core/session-opinion/decide-referral.ts';
import { dayLeft } from '#core/session-opinion/same-day.ts';
import type { Referral, SessionOpinion } from '#core/session-opinion/session-opinion.ts';
import type { Moment } from '#core/words.ts';
import { localTimeOf } from '../platform/moment.ts';
import type { OpinionRow, ReferralRow } from './opinion.views.ts';
import { officeStandings, referralStandings } from './session-reach.views.ts';

export const opinionOf = (row: OpinionRow): SessionOpinion => ({
  id: row.id,
  state: row.state,
  recordId: row.recordId,
  sessionId: row.sessionId,
  text: row.text,
  speaker: row.speaker,
  speakerId: row.speakerId,
  classCode: row.classCode,
  unitIds: row.units.map(({ id }) => id),
  heldOn: row.heldOn,
  forwardedOn: row.forwardedOn,
  sameAsId: row.sameAs?.id ?? null,
  mergedIntoId: row.mergedIntoId,
  droppedReason: row.droppedReason,
  becameMatterId: row.matterId,
});

export const referralOf = (row: ReferralRow, opinionId: number): Referral => ({
  id: row.id,
  state: row.state,
  opinionId,
  unitId: row.unit.id,
  sentOn: row.sentOn,
  answer:
    row.channel === null || row.answeredOn === null
      ? null
      : {
          channel: row.channel,
          on: row.answeredOn,
          who: row.who ?? '',
          text: row.answer ?? '',
          speakerTold: row.told === true,
        },
  reason: row.reason,
});

const live = ['sent', 'answered', 'closed'];

/** What a decision on the row needs; what only some commands need is added by them. */
export const contextOf = (
  row: OpinionRow,
  actor: Actor,
  at: Moment,
  classes: readonly OpinionClass[],
): SessionOpinionContext => ({
  at,
  standings: officeStandings(actor, row.organId),
  classCodes: classes.map(({ code }) => code),
  twins: row.twins.length,
  previous: row.previousId === null ? null : { id: row.previousId, text: '' },
  other: null,
  units: [],
  sentTo: row.referrals.filter(({ state }) => live.includes(state)).map(({ unit }) => unit.id),
});

const viewReferral = (referral: ReferralRow, row: OpinionRow, actor: Actor, at: Moment) => {
  const { id, version, unit, state, sentOn, sentAt, reason } = referral;
  const one = referralOf(referral, row.id);
  const standings = referralStandings(actor, row.organId, unit.id);
  return {
    id,
    version,
    unit,
    state,
    sentOn,
    sentAt: new Date(sentAt).toISOString(),
    answer: one.answer,
    reason,
    // What is joined is acted on where it is sent from.
    allowedActions: (row.sameAs === null ? [...allowedOnReferral(one, { at, standings })] : []) as never,
  };
};

/** The row as it is shown to the actor, with what he may do. */
export const viewOpinion = (row: OpinionRow, actor: Actor, at: Moment, classes: readonly OpinionClass[]) => {
  const {
    organId: _,
    position: _p,
    mergedIntoId: _m,
    matterId: _i,
    previousId: _b,
    receivedOn: _r,
    ...shown
  } = row;
  const known = classes.find(({ code }) => code === row.classCode);
  const waits = row.state === 'received' || row.state === 'checked';
  return {
    ...shown,
    className: known?.name ?? { zh: row.classCode, en: row.classCode },
    receivedAt: new Date(row.receivedAt).toISOString(),
    forwardedAt: row.forwardedAt === null ? null : new Date(row.forwardedAt).toISOString(),
    forwardedSameDay: row.forwardedOn !== null && row.forwardedOn === row.heldOn,
    left: waits ? dayLeft(row.heldOn, localTimeOf(at)) : null,
    referrals: row.referrals.map((referral) => viewReferral(referral, row, actor, at)),
    allowedActions: [...allowedOnOpinion(opinionOf(row), contextOf(row, actor, at, classes))] as never,
  };
};
