/** Schemas that several parts of the contract share. */
import { dueStates } from '#core/clock/deadline.ts';
import { dutyKinds } from '#core/ruleset.ts';
import { z } from 'zod';

export const id = z.number().int().positive();
/** An id in a path or a query arrives as text. */
export const idParam = z.coerce.number().int().positive();
/** A day that there is: 30 February and the year 0 are none. */
const isDay = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return (
    year >= 1900 &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
};
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);
/** A calendar year in a query. */
export const yearParam = z.coerce.number().int().min(1900).max(2200);
export const instant = z.iso.datetime({ offset: true });
export const text = z.object({ zh: z.string(), en: z.string() });

/** A refusal as a response carries it beside a button that is off. */
const refusal = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])),
  at: z.string().optional(),
});

export const allowedAction = z.object({ action: z.string(), refusal: refusal.nullable() });

/** RFC 9457. `code` is stable; `detail` is the sentence in the caller's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.unknown()),
    at: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

/** Why a date is that date: enough to show each step (law 7). */
export const derivation = z.record(z.string(), z.unknown());

export const owed = z
  .object({
    duty: z.enum(dutyKinds),
    date: localDate,
    provisional: z.boolean(),
    state: z.enum(dueStates),
    /** Working days left; negative: working days late. */
    workdaysLeft: z.number().int(),
    why: derivation,
  })
  .meta({ id: 'Owed' });

/** How a line of a list stands against its date today. */
export const due = {
  dueOn: localDate.nullable(),
  dueState: z.enum(dueStates),
  /** Working days that remain; negative: late by so many; null: no date. */
  workdaysLeft: z.number().int().nullable(),
  /** The calendar of a year on the way is not published yet, so its holidays are not counted. */
  provisional: z.boolean(),
};

export const named = z.object({ id, name: z.string() });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().nonnegative() });

/** What every command on a matter answers with; the page then asks for what it shows. */
export const done = z
  .object({ matterId: id, id, version: z.number().int(), state: z.string(), stage: z.string() })
  .meta({ id: 'Done' });

export const timelineItem = z
  .object({
    /** Which entry of the matter's journal it is. */
    n: z.number().int(),
    at: instant,
    /** Who really did it. */
    actor: z.string(),
    /** In whose name, where a stand-in did it. */
    for: z.string().nullable(),
    command: z.string(),
    /** Events with the few facts that a reader needs; never a draft's text. */
    events: z.array(
      z.object({ type: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  })
  .meta({ id: 'TimelineItem' });

/** Who must do what next, in one line each. */
export const nextStep = z.object({
  who: z.string(),
  duty: z.string(),
  owed: owed.nullable(),
  mine: z.boolean(),
});
