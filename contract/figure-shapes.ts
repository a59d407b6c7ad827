/** The shapes that the figures' endpoints share. */
import { countUnits, dimensions } from '#core/figures/columns.ts';
import { z } from 'zod';
import { id, instant, text } from './schemas.ts';

export const whole = z.number().int();
export const count = whole.nonnegative();
export const figureId = z.string().min(1).max(60);
export const variantId = z.string().min(1).max(60);
export const dimension = z.enum(dimensions);
export const countUnit = z.enum(countUnits);

export const setInWords = z.object({
  name: text,
  /** What a row must be to be in the set, as one sentence. */
  sentence: text,
  unit: countUnit,
});

/** One measured figure. `value`: exact half-up decimal ("83.8"); null: the denominator is 0, so there is no share. */
export const measured = z.object({
  numerator: count,
  denominator: count.nullable(),
  value: z.string().nullable(),
  /** The value as it is printed: "83.8 %", "1440". */
  text: z.string(),
  /** `counted`: from rows; `published`: a total of an earlier year as it was published, with no rows behind it. */
  origin: z.enum(['counted', 'published']),
});

export const comparison = measured.extend({
  /** What it is compared with. */
  asOf: instant.nullable(),
  year: whole.nullable(),
  /** Value less the compared one, in percentage points or in units: "7.2", "-3"; null: one of them has no value. */
  difference: z.string().nullable(),
  /** In words: 提高 7.2 个百分点. */
  differenceText: text.nullable(),
  /** Where a published total was printed. */
  source: z.string().nullable(),
});

export const heading = z.object({ key: z.string(), name: text });
/** `derived`: it was blank, and follows from a total and its other parts. */
export const cell = measured.extend({ derived: z.boolean() });

export const figureRow = z
  .object({
    matterId: id.nullable(),
    caseNo: z.string(),
    title: z.string(),
    assignmentId: id.nullable(),
    replyId: id.nullable(),
    /** The submission, opinion or action, where that is what is counted. */
    otherId: id.nullable(),
    unit: z.string().nullable(),
    role: z.string().nullable(),
    round: whole.nullable(),
    resultClass: z.string().nullable(),
    attitude: z.string().nullable(),
    outcome: z.string().nullable(),
    /** Points, where these are counted; otherwise 1. */
    weight: count,
    /** What put it into the set, when, and the entry of the journal that says so; null: nothing in the journal. */
    since: instant.nullable(),
    because: text.nullable(),
    journal: z.object({ stream: z.string(), n: whole, command: z.string() }).nullable(),
    enteredLater: z.boolean(),
    /** Of a list of an earlier year, entered afterwards 补录: there is neither a letter nor a rating to open. */
    imported: z.boolean(),
  })
  .meta({ id: 'FigureRow' });

export const snapshotLine = z.object({
  figure: figureId,
  variant: variantId,
  name: text,
  unit: countUnit,
  ...measured.omit({ origin: true }).shape,
});

export const snapshotHead = z.object({
  id,
  name: z.string(),
  asOf: instant,
  filters: z.partialRecord(dimension, z.string()),
  takenAt: instant,
  by: z.string(),
  /** SHA-256 over the canonical text of the snapshot; it stands in the journal, whose chain holds it. */
  hash: z.string(),
  journal: z.object({ stream: z.string(), n: whole }),
});

/** A key with which frozen figures are signed; its public half is for everybody. */
export const signingKey = z.object({
  no: whole,
  /** SHA-256 of the public half (Ed25519, SubjectPublicKeyInfo), hex. */
  fingerprint: z.string(),
  /** PEM. */
  publicKey: z.string(),
  madeAt: instant,
  /** Null: it signs now. */
  retiredAt: instant.nullable(),
});

/** A total of an earlier year as it was printed; nothing stands behind it, and it says so wherever it is shown. */
export const publishedTotal = z.object({
  figure: figureId,
  variant: variantId,
  year: whole.min(1900).max(2200),
  organId: id.nullable(),
  /** Of a part of the whole: `{"system":"government"}`. */
  filters: z.partialRecord(dimension, z.string().max(200)),
  numerator: count.nullable(),
  denominator: count.nullable(),
  /** The printed value, where its parts were not printed: "98.47". */
  value: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,4})?$/)
    .nullable(),
  /** Where it was printed. */
  source: z.string().trim().min(1).max(500),
});
