/** Writes planned matters in batches: rows, journal chains and search words, exactly as filing and assigning them would. */
import type { Actor } from '#core/access.ts';
import type { CaseEvent } from '#core/case/case-event.ts';
import type { Happened } from '#core/case/outcome.ts';
import type { Moment } from '#core/words.ts';
import { keepFacts } from '../case/keep-facts.ts';
import { loadCases } from '../case/load-case.store.ts';
import { dutyRow, matterRow } from '../case/save-case.store.ts';
import { filedRow } from '../matter/matter.store.ts';
import { emptyStream, nextEntry } from '../platform/journal.ts';
import type { Tx } from '../platform/db/database.ts';
import {
  type BulkRow,
  type BulkTable,
  indexMany,
  insertMany,
  planForMany,
  reserveIds,
} from './bulk.store.ts';
import { writeKeys } from '../platform/db/matter-key.store.ts';
import type { PlannedMatter, PlanScene } from './plan-matter.ts';
import type { WordCutter } from './word-cutter.ts';

type Batch = Record<Exclude<BulkTable, 'import_row'>, BulkRow[]>;

const emptyBatch = (): Batch => ({
  matter: [],
  matter_text: [],
  point: [],
  proposer: [],
  assignment: [],
  journal: [],
  journal_head: [],
});

/** Parents before children. */
const order = [
  'matter',
  'matter_text',
  'point',
  'proposer',
  'assignment',
  'journal',
  'journal_head',
] as const satisfies readonly (keyof Batch)[];

const batchSize = 200;

/** A case number of the file is in use already: somebody filed it since the rows were compared. */
export class TakenMeanwhile extends Error {}

const named = (events: readonly CaseEvent[], ids: ReadonlyMap<number, number>): readonly unknown[] =>
  events.map((item) => ('id' in item ? { ...item, id: ids.get(item.id) ?? item.id } : item));

/** The plan as it is stored: the matter has its id. The decision itself was made without one. */
const withMatterId = (happened: Happened, id: number): Happened['file'] => ({
  ...happened.file,
  matter: { ...happened.file.matter, id },
  duties: happened.file.duties.map((duty) => ({ ...duty, matterId: id })),
});

type Hand = Pick<PlanScene, 'house' | 'actor' | 'at' | 'options'>;

const addChain = (
  batch: Batch,
  actor: Actor,
  at: Moment,
  matterId: number,
  entries: readonly { readonly command: string; readonly data: unknown }[],
): void => {
  const stream = `matter:${matterId}`;
  let head = emptyStream;
  for (const { command, data } of entries) {
    const row = nextEntry(head, actor, at, { stream, command, matterId, data });
    batch.journal.push(row);
    head = { n: row.n, hash: row.hash };
  }
  batch.journal_head.push({ jurisdiction_id: actor.jurisdictionId, stream, ...head });
};

const addMatter = (
  batch: Batch,
  hand: Hand,
  plan: PlannedMatter,
  id: number,
  takeDutyId: () => number,
): void => {
  const { house, actor, at } = hand;
  const j = actor.jurisdictionId;
  const { filed, assigned, session } = plan;
  const { proposerIds } = plan.file;
  const file = assigned === null ? null : withMatterId(assigned, id);
  batch.matter.push({
    id,
    version: 1,
    responsible_leader: '',
    ...filedRow(house, j, at, filed, session, proposerIds),
    ...(file === null
      ? {}
      : { ...matterRow(file, at), version: 2, responsible_leader: hand.options.responsibleLeader }),
  });
  batch.matter_text.push({ jurisdiction_id: j, matter_id: id, body: filed.body });
  for (const point of filed.points) batch.point.push({ jurisdiction_id: j, matter_id: id, ...point });
  for (const [position, personId] of [...new Set(proposerIds)].entries())
    batch.proposer.push({ jurisdiction_id: j, matter_id: id, person_id: personId, position });
  const filing = [{ on: 'matter', event: { type: 'matterFiled', matter: filed } }, { proposerIds }];
  const entries = [{ command: 'matter.file', data: filing as unknown }];
  if (assigned !== null && file !== null) {
    const ids = new Map<number, number>();
    for (const duty of file.duties) {
      const dutyId = takeDutyId();
      ids.set(duty.id, dutyId);
      batch.assignment.push({
        jurisdiction_id: j,
        id: dutyId,
        matter_id: id,
        organ_id: file.matter.organId,
        unit_id: duty.unitId,
        role: duty.role,
        assigned_on: duty.assignedOn,
        ...dutyRow(file, duty),
      });
    }
    entries.push({ command: 'plan.assign', data: named(assigned.events, ids) });
  }
  addChain(batch, actor, at, id, entries);
};

const takeFrom = (ids: readonly number[]): (() => number) => {
  let next = 0;
  return () => {
    const id = ids[next];
    next += 1;
    if (id === undefined) throw new Error('Fewer ids were reserved than are needed');
    return id;
  };
};

const writeBatch = async (
  tx: Tx,
  hand: Hand,
  batch: Batch,
  search: { readonly ids: readonly number[]; readonly words: readonly string[] },
): Promise<void> => {
  for (const table of order) {
    const rows = batch[table];
    if ((await insertMany(tx, table, rows)) < rows.length) throw new TakenMeanwhile();
  }
  await indexMany(tx, search.ids, search.words);
  await keepFacts(
    tx,
    hand.actor.jurisdictionId,
    await loadCases(tx, hand.house, hand.actor.jurisdictionId, search.ids),
  );
  await writeKeys(
    tx,
    batch.matter.map((row) => ({ id: Number(row['id']), title: String(row['title']) })),
  );
};

/**
 * Files and assigns all of them; answers with their ids in the same order. Throws `TakenMeanwhile` when a number is
 * taken. Words for the search are cut in another process while the batch before is written.
 */
export const writeMatters = async (
  tx: Tx,
  hand: Hand,
  plans: readonly PlannedMatter[],
  cutter: WordCutter,
  progress: (done: number) => Promise<void>,
): Promise<readonly number[]> => {
  if (plans.length === 0) return [];
  const ids = await reserveIds(tx, 'matter', plans.length);
  const duties = plans.reduce((sum, { assigned }) => sum + (assigned?.file.duties.length ?? 0), 0);
  const takeId = takeFrom(ids);
  const takeDutyId = takeFrom(await reserveIds(tx, 'assignment', duties));
  const cut = (from: number): Promise<readonly string[]> => {
    const words = cutter.cut(plans.slice(from, from + batchSize).map(({ filed }) => filed));
    // It may fail while nobody waits for it yet; whoever does wait still hears of it.
    words.catch(() => undefined);
    return words;
  };
  const ahead = [cut(0), cut(batchSize)];
  let written = Promise.resolve();
  try {
    for (let from = 0; from < plans.length; from += batchSize) {
      const part = plans.slice(from, from + batchSize);
      const batch = emptyBatch();
      for (const plan of part) addMatter(batch, hand, plan, takeId(), takeDutyId);
      const words = await (ahead.shift() ?? cut(from));
      ahead.push(cut(from + 2 * batchSize));
      await written;
      // While the database writes this batch, the next one is prepared.
      written = writeBatch(tx, hand, batch, { ids: ids.slice(from, from + part.length), words }).then(
        async () => {
          if (from === 0 && plans.length > batchSize) await planForMany(tx);
          await progress(from + part.length);
        },
      );
    }
    await written;
  } finally {
    // Nothing of it may still be under way when the transaction ends.
    await written.catch(() => undefined);
  }
  return ids;
};
