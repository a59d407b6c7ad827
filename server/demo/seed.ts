/** Seeds the demo city on the first start: resumable, for every matter is one transaction. */
import { demoCity } from '../../demo/demo-city.ts';
import { categories as demoCategories } from '../../demo/categories.ts';
import type { DemoCity, DemoMatter } from '../../demo/demo.ts';
import type { MatterEvent } from '#core/matter/matter.ts';
import type { CaseDoor } from '../case/door.ts';
import { keepFacts } from '../case/keep-facts.ts';
import { loadCase, loadCases } from '../case/load-case.store.ts';
import { staffFacts, unitFacts } from '../case/lookup.store.ts';
import { findSession, insertMatter } from '../matter/matter.store.ts';
import { record } from '../platform/commit.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import type { Indexer } from '../platform/search.ts';
import { recordAfterReplies } from './after-replies.ts';
import { type DemoIds, instantOf, replay } from './replay.ts';
import { seedIntake, seedRound } from './seed-intake.ts';
import { seedSubmissions } from './seed-submissions.ts';
import { seedPublished } from './seed-published.ts';
import { seedSessionOpinions } from './seed-session-opinions.ts';
import { seedSuccession } from './seed-succession.ts';
import { seedSupervision } from './seed-supervision.ts';
import {
  type OrganIds,
  readOldNotices,
  type SeedOptions,
  seedOrgans,
  seedPeople,
  seedUnits,
} from './seed.store.ts';

export type Seeder = {
  readonly db: Db;
  readonly door: CaseDoor;
  readonly indexer: Indexer;
  readonly options: SeedOptions;
  readonly progress: (done: number, total: number) => void;
  /** Matters at a time. */
  readonly width?: number;
};

/** The demo's categories by key. */
const categories = new Map(demoCategories.map((one) => [one.key, one.name.zh]));

const consents = { fullText: 'full', titleOnly: 'titleOnly', no: 'no' } as const;

const fileOne = async (
  tx: Tx,
  seeder: Seeder,
  matter: DemoMatter,
  ids: DemoIds,
  organs: OrganIds,
  today: string,
): Promise<void> => {
  const { jurisdictionId } = seeder.options;
  const sessionId = organs.sessions.get(matter.session) ?? 0;
  const session = await findSession(tx, jurisdictionId, sessionId);
  if (session === null) throw new Error(`No session ${matter.session}`);
  const office = [...ids.actors.values()].find((actor) =>
    actor.grants.some((grant) => grant.organId === session.organId),
  );
  if (office === undefined) throw new Error(`No office for ${matter.organ}`);
  const at = instantOf(`${matter.filedOn}T09:30`);
  const proposerIds = [matter.leadProposer, ...matter.coSigners].map((key) => ids.people.get(key) ?? 0);
  const event: Extract<MatterEvent, { type: 'matterFiled' }> = {
    type: 'matterFiled',
    matter: {
      kind: matter.kind,
      organId: session.organId,
      sessionId,
      inSession: matter.timeMark === 'inSession',
      caseNo: matter.caseNo,
      title: matter.title,
      body: matter.body,
      category: categories.get(matter.category) ?? matter.category,
      publicConsent: consents[matter.disclosureConsent],
      level: 'city',
      proposerType: 'individual',
      priority: false,
      stage: 'filed',
      points: matter.points.map((text, index) => ({ no: index + 1, text })),
      filedOn: matter.filedOn,
      assignedOn: null,
      closedAt: null,
    },
  };
  const house = await seeder.door.houseOf(tx, jurisdictionId);
  const id = await insertMatter(tx, house, jurisdictionId, at, event.matter, session, proposerIds);
  if (id === null) return;
  await seeder.indexer.index(tx, { id, ...event.matter });
  await record(tx, office, at, {
    stream: `matter:${id}`,
    command: 'matter.file',
    matterId: id,
    data: [{ on: 'matter', event }, { proposerIds }],
  });
  const file = await loadCase(tx, house, jurisdictionId, id);
  if (file === null) return;
  await recordAfterReplies(tx, await replay(tx, file, matter, ids), matter, ids, today);
  // Once for the whole story: the facts are those that they would be after each step.
  await keepFacts(tx, jurisdictionId, await loadCases(tx, house, jurisdictionId, [id]));
};

const seedPlaces = async (
  tx: Tx,
  city: DemoCity,
  seeder: Seeder,
): Promise<{ ids: DemoIds; organs: OrganIds }> => {
  const { jurisdictionId: j } = seeder.options;
  const organs = await seedOrgans(tx, city, j);
  const units = await seedUnits(tx, city, j);
  const people = await seedPeople(tx, city, units, organs, seeder.options);
  const staff = new Map(
    await Promise.all(
      [...units.units.values()].map(async (id) => [id, await staffFacts(tx, j, id)] as const),
    ),
  );
  const facts = await unitFacts(tx, j, [...units.units.values()]);
  return { ids: { ...units, ...people, facts, staff }, organs };
};

/** Seeds everything; answers with the number of matters. Throws when a story breaks a rule: that is a fault of the data. */
export const seedDemo = async (seeder: Seeder, today: string): Promise<number> => {
  const city = demoCity(undefined, today);
  const j = seeder.options.jurisdictionId;
  const places = await seeder.db.write(j, async (tx) => ({
    keep: true,
    value: await seedPlaces(tx, city, seeder),
  }));
  const queue = [...city.matters];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let matter = queue.shift(); matter !== undefined; matter = queue.shift()) {
      const one = matter;
      await seeder.db.write(j, async (tx) => {
        await fileOne(tx, seeder, one, places.ids, places.organs, today);
        return { keep: true, value: undefined };
      });
      done += 1;
      seeder.progress(done, city.matters.length);
    }
  };
  await Promise.all(Array.from({ length: seeder.width ?? 4 }, worker));
  await seeder.db.write(j, async (tx) => ({
    keep: true,
    value: await seedSupervision(tx, seeder.door, [...places.ids.actors.values()], today),
  }));
  await seeder.db.write(j, async (tx) => {
    const { ruleset } = await seeder.door.houseOf(tx, j);
    await seedPublished(tx, [...places.ids.actors.values()], ruleset, today);
    return { keep: true, value: undefined };
  });
  await seeder.db.write(j, async (tx) => {
    const { actors } = places.ids;
    await seedIntake(tx, j, actors, places.organs);
    await seedSubmissions(tx, seeder, actors, places.organs, today);
    await seedRound(tx, places.ids, places.organs, today);
    await seedSuccession(tx, seeder.door, places.ids, today);
    return { keep: true, value: undefined };
  });
  await seeder.db.write(j, async (tx) => ({
    keep: true,
    value: await seedSessionOpinions({ tx, door: seeder.door, ids: places.ids }, city, places.organs, today),
  }));
  await seeder.db.write(j, async (tx) => ({ keep: true, value: await readOldNotices(tx, j, today) }));
  return done;
};
