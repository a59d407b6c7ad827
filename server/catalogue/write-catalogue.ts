/** Does what the rows of a catalogue say: people first, then new matters in bulk, then changes through the one door. */
import { formatNumber } from '#core/numbering.ts';
import type { ResolvedRow } from '#core/catalogue/compare-rows.ts';
import type { Refusal } from '#core/refusal.ts';
import type { CatalogueAnalysis, CatalogueOutcome } from './analyse-catalogue.ts';
import { tellUnits } from './bulk.store.ts';
import { changeMatter } from './change-matter.ts';
import type { Directory, SessionInfo } from './directory.views.ts';
import type { RowResult } from './import-row.ts';
import { takenCaseNos } from './import.store.ts';
import { makePeople } from './make-people.ts';
import { type PlannedMatter, planMatter, type PlanScene } from './plan-matter.ts';
import type { ImportDeps, ImportScene, WriteOrder, Written } from './prepared.ts';
import { rememberDecisions } from './remember-decisions.ts';
import { wordCutter } from './word-cutter.ts';
import { TakenMeanwhile, writeMatters } from './write-matters.ts';

type Sound = {
  readonly n: number;
  readonly one: CatalogueOutcome;
  readonly row: ResolvedRow;
  readonly session: SessionInfo;
};

const meanwhile: Written = { ok: false, refusal: { code: 'import-changed-meanwhile', params: {} } };

const soundRows = (analysis: CatalogueAnalysis, outcome: 'new' | 'changed'): readonly Sound[] =>
  analysis.rows.flatMap((one, index) =>
    one.outcome === outcome && one.row !== null && one.session !== null
      ? [{ n: index + 1, one, row: one.row, session: one.session }]
      : [],
  );

/** Gives rows without a number the next free ones of the ruleset's pattern (案号), session by session. */
const numberer = (scene: ImportScene, rows: readonly Sound[]) => {
  const sessions = new Map<number, { taken: Set<string>; serial: number }>();
  return async ({ row, session }: Sound): Promise<string> => {
    if (row.caseNo !== null) return row.caseNo;
    const known = sessions.get(session.id) ?? {
      taken: new Set([
        ...(await takenCaseNos(scene.tx, scene.actor.jurisdictionId, session.id)),
        ...rows.flatMap((other) => (other.session.id === session.id ? (other.row.caseNo ?? []) : [])),
      ]),
      serial: 0,
    };
    if (known.serial === 0) known.serial = known.taken.size;
    sessions.set(session.id, known);
    for (;;) {
      known.serial += 1;
      const { year, term, number } = session;
      const made = formatNumber(scene.house.ruleset.caseNo.pattern, {
        year,
        term,
        session: number,
        serial: known.serial,
      });
      if (!made.ok) throw new Error(`The ruleset's case numbers cannot be formed: ${made.refusal.code}`);
      if (known.taken.has(made.number)) continue;
      known.taken.add(made.number);
      return made.number;
    }
  };
};

const personIds = (row: ResolvedRow, made: ReadonlyMap<string, number>): readonly number[] =>
  [...row.proposers, ...row.coSigners].map(({ personId }) => {
    const id = personId === null ? undefined : (made.get(personId) ?? Number(personId));
    if (id === undefined || !Number.isInteger(id)) throw new Error('A proposer whom nobody decided on');
    return id;
  });

const planAll = async (
  plan: PlanScene,
  scene: ImportScene,
  rows: readonly Sound[],
  made: ReadonlyMap<string, number>,
): Promise<readonly PlannedMatter[] | Refusal> => {
  const numberOf = numberer(scene, rows);
  const plans: PlannedMatter[] = [];
  for (const sound of rows) {
    const caseNo = await numberOf(sound);
    const proposerIds = [...new Set(personIds(sound.row, made))];
    const planned = planMatter(plan, sound.row, { session: sound.session, caseNo, proposerIds });
    if (!planned.ok) return planned.refusal;
    plans.push(planned.plan);
  }
  return plans;
};

type Changed = { results: { n: number; result: RowResult }[]; assigned: number[]; refused: number };

const changeAll = async (
  deps: ImportDeps,
  scene: ImportScene,
  analysis: CatalogueAnalysis,
  progress: (done: number) => Promise<void>,
): Promise<Changed> => {
  const done: Changed = { results: [], assigned: [], refused: 0 };
  for (const [index, { n, one, row }] of soundRows(analysis, 'changed').entries()) {
    const matterId = one.data.matterId;
    if (matterId === null) throw new Error('A change of no matter');
    const result = await changeMatter(deps, scene, analysis.facts, { matterId, row, changes: one.changes });
    if (result.assigned) done.assigned.push(matterId);
    done.refused += result.refusals.length;
    const did = result.did ? 'changed' : 'nothing';
    done.results.push({ n, result: { did, matterId, refusals: result.refusals } });
    await progress(index + 1);
  }
  return done;
};

/** See `Prepared.write`. Refusals: `import-changed-meanwhile`. Everything happens in the scene's transaction. */
export const writeCatalogue = async (
  deps: ImportDeps,
  scene: ImportScene,
  directory: Directory,
  analysis: CatalogueAnalysis,
  order: WriteOrder,
): Promise<Written> => {
  const { tx, actor, at, house, choices } = scene;
  const added = soundRows(analysis, 'new');
  const made = await makePeople(deps, scene, analysis);
  await rememberDecisions(scene, directory, made);
  const plan: PlanScene = { house, actor, at, options: choices.options, facts: analysis.facts };
  const plans = await planAll(plan, scene, added, made);
  if (!Array.isArray(plans)) return meanwhile;
  const cutter = wordCutter(plans.length);
  let ids: readonly number[];
  try {
    ids = await writeMatters(tx, plan, plans, cutter, order.progress);
  } catch (fault) {
    if (fault instanceof TakenMeanwhile) return meanwhile;
    throw fault;
  } finally {
    await cutter.close();
  }
  const changed = await changeAll(deps, scene, analysis, (done) => order.progress(plans.length + done));
  // Nobody is told of what was over long ago.
  const given = (plans as readonly PlannedMatter[]).filter(
    ({ assigned, isPast }) => assigned !== null && !isPast,
  );
  const duties = given.flatMap(({ assigned }) => assigned?.file.duties ?? []);
  tellUnits(tx, {
    jurisdictionId: actor.jurisdictionId,
    personId: actor.personId,
    at: at.instant,
    importId: order.importId,
    unitIds: duties.map((duty) => duty.unitId),
    matterIds: changed.assigned,
  });
  const count = (outcome: string): number => analysis.rows.filter((row) => row.outcome === outcome).length;
  return {
    ok: true,
    end: {
      created: ids.length,
      changed: changed.results.filter(({ result }) => result.did === 'changed').length,
      assigned: given.length + changed.assigned.length,
      same: count('same'),
      skipped: count('wrong'),
      refused: changed.refused,
      peopleCreated: made.size,
    },
    results: [
      ...added.map(({ n }, index) => {
        const matterId = ids[index];
        return { n, result: { did: 'created', ...(matterId === undefined ? {} : { matterId }) } as const };
      }),
      ...changed.results,
    ],
  };
};
