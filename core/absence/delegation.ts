/** An absence with a stand-in 委托代办: who may arrange it, with whom, for which days; who may end it. */
import type { Grant } from '../access.ts';
import { daysBetween } from '../clock/calendar.ts';
import { checkText, firstRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate } from '../words.ts';
import { coveredGrants, mayArrange, mayLend } from './cover.ts';

/** Both days are included. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

export type Person = {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly grants: readonly Grant[];
};

/** A delegation that nobody has ended and whose last day has not passed. */
export type Standing = Days & { readonly id: number; readonly personId: number; readonly standInId: number };

export type Order = Days & { readonly reason: string };

export type Arrangement = {
  readonly maker: { readonly id: number; readonly grants: readonly Grant[] };
  readonly absent: Person;
  readonly standIn: Person;
  /** Every delegation in force in which one of the two takes part, on either side. */
  readonly standing: readonly Standing[];
  readonly today: LocalDate;
};

/** Longer absences are a matter for the roles themselves (domain practice, unverified). */
const mostDays = 60;
const mostAhead = 366;

const overlap = (one: Days, other: Days): boolean => one.from <= other.until && other.from <= one.until;

const checkDays = ({ from, until }: Days, today: LocalDate): Refusal | null => {
  if (from < today) return refuse('delegation-past', { today }, 'from');
  if (until < from) return refuse('delegation-days', {}, 'until');
  const days = daysBetween(from, until) + 1;
  if (days > mostDays) return refuse('delegation-too-long', { days, max: mostDays }, 'until');
  return daysBetween(today, from) > mostAhead ? refuse('field-invalid', {}, 'from') : null;
};

const checkPeople = ({ maker, absent, standIn }: Arrangement): Refusal | null => {
  const own = maker.id === absent.id;
  // What one may not arrange for is not there.
  if (!own && !mayArrange(maker.grants, absent.grants)) return refuse('not-found');
  if (!absent.active) return refuse('person-closed');
  if (standIn.id === absent.id) return refuse('delegation-self', {}, 'standInId');
  // Nobody gives himself the powers of another.
  if (!own && standIn.id === maker.id) return refuse('delegation-own-gain', {}, 'standInId');
  const covered = coveredGrants(absent.grants, standIn.grants);
  // Of someone with posts in two units, the office of one lends nothing of the other.
  const lent = own || covered.every((grant) => mayLend(maker.grants, grant));
  const fit = standIn.active && covered.length > 0 && lent;
  return fit ? null : refuse('delegation-not-eligible', {}, 'standInId');
};

/** One stand-in a day; and nobody hands on what he covers, or covers while he is away. */
const checkOthers = ({ absent, standIn, standing }: Arrangement, days: Days): Refusal | null => {
  for (const other of standing.filter((one) => overlap(one, days))) {
    if (other.personId === absent.id)
      return refuse('delegation-overlap', { from: other.from, until: other.until }, 'from');
    if (other.personId === standIn.id)
      return refuse('delegation-stand-in-away', { name: standIn.name, until: other.until }, 'standInId');
    if (other.standInId === absent.id)
      return refuse('delegation-covers', { from: other.from, until: other.until }, 'from');
  }
  return null;
};

/** Why this absence cannot be arranged so; null: it can. */
export const checkDelegation = (arrangement: Arrangement, order: Order): Refusal | null =>
  firstRefusal(
    checkPeople(arrangement),
    checkDays(order, arrangement.today),
    checkText(order.reason, 'reason', 200),
    checkOthers(arrangement, order),
  );

/** Ended early by the person himself, by the stand-in, or by who may arrange it. */
export const mayEnd = (
  someone: { readonly id: number; readonly grants: readonly Grant[] },
  delegation: { readonly personId: number; readonly standInId: number },
  absent: readonly Grant[],
): boolean =>
  someone.id === delegation.personId ||
  someone.id === delegation.standInId ||
  mayArrange(someone.grants, absent);
