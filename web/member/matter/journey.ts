/** The way of a matter as its proposer sees it: 立案 → 交办 → 签收 → 沟通 → 答复 → 评价 → 办结, with further rounds. */
import { dayOf } from '#web/shared/format.ts';
import type { Matter } from './matter-types.ts';
import { answeringDuties, issuedReplies, ownRatings, roundsOf, toRate } from './read-matter.ts';

export type StepKey =
  | 'filed'
  | 'assigned'
  | 'signed'
  | 'contact'
  | 'reply'
  | 'rate'
  | 'again'
  | 'closed'
  | 'withdrawn'
  | 'merged';

/** `skipped`: the matter has passed this step without it. */
export type StepState = 'done' | 'now' | 'ahead' | 'skipped';

export type Step = {
  readonly key: StepKey;
  readonly round: number;
  readonly state: StepState;
  /** When it was done, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** How many of how many units or talks; null where there is but one. */
  readonly tally: { readonly done: number; readonly of: number } | null;
};

type Given = { readonly done: boolean; readonly date?: string | null; readonly tally?: Step['tally'] };

const step = (key: StepKey, round: number, { done, date = null, tally = null }: Given): Step => ({
  key,
  round,
  state: done ? 'done' : 'ahead',
  date: done ? date : null,
  tally,
});

const latest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);

const tallyOf = (done: number, of: number): Step['tally'] => (of > 1 ? { done, of } : null);

const beginning = (matter: Matter): readonly Step[] => {
  const duties = answeringDuties(matter);
  const signed = duties.filter((duty) => duty.signedOn !== null);
  const talks = matter.contacts.filter((contact) => contact.struck === null && contact.round === 1);
  return [
    step('filed', 1, { done: true, date: matter.filedOn }),
    step('assigned', 1, { done: matter.assignedOn !== null, date: matter.assignedOn }),
    step('signed', 1, {
      done: duties.length > 0 && signed.length === duties.length,
      date: latest(signed.map((duty) => duty.signedOn)),
      tally: tallyOf(signed.length, duties.length),
    }),
    step('contact', 1, {
      done: talks.length > 0,
      date: talks.map((contact) => dayOf(contact.at)).toSorted()[0] ?? null,
      tally: tallyOf(talks.length, talks.length),
    }),
  ];
};

/** Reply and rating of one round; from the second on, the handling again before them. */
const ofRound = (matter: Matter, personId: number, round: number): readonly Step[] => {
  const duties = answeringDuties(matter).filter((duty) => duty.round >= round);
  const replies = issuedReplies(matter).filter((reply) => reply.round === round);
  const answered = duties.filter((duty) => replies.some((reply) => reply.assignmentId === duty.id));
  const ratings = ownRatings(matter, personId).filter((rating) => rating.round === round);
  const sealed = ratings.filter((rating) => rating.state === 'sealed');
  const allAnswered = duties.length > 0 && answered.length === duties.length;
  const reply = step('reply', round, {
    done: allAnswered,
    date: latest(replies.map(({ issuedOn }) => issuedOn)),
    tally: tallyOf(answered.length, duties.length),
  });
  const rate = step('rate', round, {
    done: allAnswered && ratings.length > 0 && sealed.length === ratings.length,
    date: latest(sealed.map(({ sealedAt }) => (sealedAt === null ? null : dayOf(sealedAt)))),
    tally: tallyOf(sealed.length, ratings.length),
  });
  if (round === 1) return [reply, rate];
  const again = step('again', round, { done: allAnswered });
  return [allAnswered ? again : { ...again, state: 'now' }, reply, rate];
};

/** Steps before the last one that was done are behind, whether or not they took place; the first one after it is now. */
const placed = (steps: readonly Step[]): readonly Step[] => {
  const lastDone = steps.findLastIndex(({ state }) => state === 'done');
  const next = steps.findIndex(({ state }, index) => index > lastDone && state !== 'skipped');
  return steps.map((one, index) => {
    if (one.state !== 'ahead') return one;
    if (index < lastDone) return { ...one, state: 'skipped' };
    return index === next ? { ...one, state: 'now' } : one;
  });
};

export const journeyOf = (matter: Matter, personId: number): readonly Step[] => {
  const rounds = Array.from({ length: roundsOf(matter) }, (_, index) => index + 1);
  const way = [...beginning(matter), ...rounds.flatMap((round) => ofRound(matter, personId, round))];
  const closedOn = matter.closedAt === null ? matter.closedOn : dayOf(matter.closedAt);
  if (matter.stage === 'withdrawn')
    return [
      ...way.filter(({ state }) => state === 'done'),
      step('withdrawn', 1, { done: true, date: closedOn }),
    ];
  if (matter.stage === 'merged')
    return [...way.filter(({ state }) => state === 'done'), step('merged', 1, { done: true })];
  const closed = step('closed', rounds.length, { done: matter.stage === 'closed', date: closedOn });
  // A round that was opened has begun, even if nobody rated the one before it.
  const open = new Set(toRate(matter, personId).map(({ rating }) => rating.round));
  const reached = way.map((one) =>
    one.round < rounds.length && one.state === 'ahead' && !(one.key === 'rate' && open.has(one.round))
      ? { ...one, state: 'skipped' as const }
      : one,
  );
  return placed([...reached, closed]);
};
