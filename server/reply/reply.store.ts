import { formatNumber } from '#core/numbering.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';

const sequenceKey = (unitId: number, year: number): string => `documentNo:${unitId}:${year}`;

const compose = (ruleset: Ruleset, prefix: string, year: number, serial: number): string => {
  const formatted = formatNumber(ruleset.documentNo.pattern, { prefix, year, serial });
  if (!formatted.ok) throw new Error(`Document number pattern: ${JSON.stringify(formatted.refusal)}`);
  return formatted.number;
};

const prefixOf = async (tx: Tx, jurisdictionId: number, unitId: number): Promise<string> => {
  const unit = await tx
    .selectFrom('unit')
    .select(['document_prefix', 'short_name', 'name'])
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
  return [unit.document_prefix, unit.short_name, unit.name].find((one) => one !== '') ?? unit.name;
};

/** What the next number of the unit's series would be; takes nothing. */
export const peekDocumentNo = async (
  tx: Tx,
  ruleset: Ruleset,
  jurisdictionId: number,
  unitId: number,
  on: LocalDate,
): Promise<string> => {
  const year = Number(on.slice(0, 4));
  const row = await tx
    .selectFrom('number_sequence')
    .select('last')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('key', '=', sequenceKey(unitId, year))
    .executeTakeFirst();
  const prefix = await prefixOf(tx, jurisdictionId, unitId);
  for (let serial = (row?.last ?? 0) + 1; ; serial += 1) {
    const number = compose(ruleset, prefix, year, serial);
    if (!(await documentNoTaken(tx, jurisdictionId, number))) return number;
  }
};

/**
 * Takes the next free number of the unit's series. The sequence row is locked until the transaction ends, so that
 * numbers are never doubled, and a rollback leaves no gap. A number taken by hand before is passed over.
 */
export const takeDocumentNo = async (
  tx: Tx,
  ruleset: Ruleset,
  jurisdictionId: number,
  unitId: number,
  on: LocalDate,
): Promise<string> => {
  const year = Number(on.slice(0, 4));
  const prefix = await prefixOf(tx, jurisdictionId, unitId);
  for (;;) {
    const { last } = await tx
      .insertInto('number_sequence')
      .values({ jurisdiction_id: jurisdictionId, key: sequenceKey(unitId, year), last: 1 })
      .onConflict((on_) =>
        on_
          .columns(['jurisdiction_id', 'key'])
          .doUpdateSet((eb) => ({ last: eb('number_sequence.last', '+', 1) })),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    const number = compose(ruleset, prefix, year, last);
    await holdDocumentNo(tx, jurisdictionId, number);
    if (!(await documentNoTaken(tx, jurisdictionId, number))) return number;
  }
};

/** Holds a number until the transaction ends: of two letters issued under it at once, one finds it taken. */
export const holdDocumentNo = async (tx: Tx, jurisdictionId: number, documentNo: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${documentNo}, ${jurisdictionId}))`.execute(tx);
};

export const documentNoTaken = async (
  tx: Tx,
  jurisdictionId: number,
  documentNo: string,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('reply')
    .select('id')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('document_no', '=', documentNo)
    .executeTakeFirst();
  return row !== undefined;
};

/** Freezes the letter as it was issued. */
/** The letter as the proposers of a merged matter get it, frozen like the one of the main matter. */
export const keepMergedLetter = async (
  tx: Tx,
  jurisdictionId: number,
  replyId: number,
  matterId: number,
  letter: Letter,
): Promise<void> => {
  await tx
    .insertInto('merged_letter')
    .values({
      jurisdiction_id: jurisdictionId,
      reply_id: replyId,
      matter_id: matterId,
      letter: JSON.stringify(letter),
    })
    .execute();
};

export const keepLetter = async (
  tx: Tx,
  jurisdictionId: number,
  replyId: number,
  letter: Letter,
): Promise<void> => {
  await tx
    .updateTable('reply')
    .set({ letter: JSON.stringify(letter) })
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', replyId)
    .execute();
};
