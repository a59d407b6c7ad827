import type { Endpoint } from '#contract/endpoint.ts';
import * as endpoints from '#contract/intake-setup.ts';
import type { Actor } from '#core/access.ts';
import { readCategories } from '#core/category/read-categories.ts';
import type { HouseOf } from '../case/house.ts';
import { peekCaseNo, startCaseNoAt } from '../matter/case-no.store.ts';
import { findNumberedSession } from '../matter/matter.store.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Scene } from '../platform/http.ts';
import { type Route, route } from '../platform/route.ts';
import { tellLateLookers } from '../submission/late-lookers.store.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import {
  addCategories,
  categoryTaken,
  findCategory,
  insertCategory,
  updateCategory,
} from './category.store.ts';
import { searchPeople, sessionsToNumber, viewIntakeSetup } from './intake-setup.views.ts';
import {
  findPanel,
  insertPanel,
  knowsPeople,
  panelNameTaken,
  replaceLookers,
  updatePanel,
} from './panel.store.ts';

type Writing = Pick<Scene<Endpoint>, 'tx' | 'actor' | 'at'>;

const journal = ({ tx, actor, at }: Writing, command: string, data: unknown): Promise<number> =>
  record(tx, actor, at, { stream: 'setup', command, matterId: null, data });

/** Null: every organ of the jurisdiction. */
const organsOf = (actor: Actor): readonly number[] | null =>
  actor.grants.some(({ role }) => role === 'system-admin')
    ? null
    : actor.grants.flatMap(({ role, organId }) =>
        (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
      );

const setsUp = (actor: Actor, organId: number): boolean => organsOf(actor)?.includes(organId) ?? true;

const categories: readonly Route[] = [
  route(endpoints.addCategory, async (scene) => {
    const { tx, actor, body, params } = scene;
    const { organId } = params;
    if (!setsUp(actor, organId)) return no('not-found');
    const parent =
      body.parentId === null ? null : await findCategory(tx, actor.jurisdictionId, body.parentId);
    if (parent === undefined || (parent !== null && parent.organId !== organId))
      return no('field-invalid', { field: 'parentId' }, 'parentId');
    const id = await insertCategory(tx, actor.jurisdictionId, organId, body);
    if (id === null) return no('name-taken', { name: body.nameZh }, 'nameZh');
    await journal(scene, 'intake.category', { id, organId, ...body });
    return answer({ id, version: 1 });
  }),
  route(endpoints.changeCategory, async (scene) => {
    const { tx, actor, body, params } = scene;
    const j = actor.jurisdictionId;
    const found = await findCategory(tx, j, params.categoryId);
    if (found === undefined || !setsUp(actor, found.organId)) return no('not-found');
    if (found.version !== scene.version) return no('stale', { current: found.version });
    const parent = body.parentId === null ? null : await findCategory(tx, j, body.parentId);
    // Two levels under a category that hangs under it would go round in a circle.
    if (
      parent === undefined ||
      (parent !== null &&
        (parent.organId !== found.organId || parent.id === found.id || parent.parentId === found.id))
    )
      return no('field-invalid', { field: 'parentId' }, 'parentId');
    if (await categoryTaken(tx, j, found.organId, body, found.id))
      return no('name-taken', { name: body.nameZh }, 'nameZh');
    const version = await updateCategory(tx, j, found.id, body);
    await journal(scene, 'intake.categoryChanged', { id: found.id, before: found, ...body });
    return answer({ id: found.id, version });
  }),
  route(endpoints.importCategories, async (scene) => {
    const { tx, actor, params, upload } = scene;
    if (!setsUp(actor, params.organId) || upload === null) return no('not-found');
    const read = await readWorkbook(upload.bytes, upload.name);
    if (!read.ok) return no(read.code, read.params);
    const rows = readCategories(read.sheets);
    if (rows === null || rows.length === 0) return no('workbook.noTable');
    const done = await addCategories(tx, actor.jurisdictionId, params.organId, rows.slice(0, 2_000));
    await journal(scene, 'intake.categoriesImported', { organId: params.organId, ...done });
    return answer(done);
  }),
];

const panels = (houseOf: HouseOf): readonly Route[] => [
  route(endpoints.addPanel, async (scene) => {
    const { tx, actor, body, params } = scene;
    const j = actor.jurisdictionId;
    if (!setsUp(actor, params.organId)) return no('not-found');
    if (!(await knowsPeople(tx, j, body.memberIds)))
      return no('field-invalid', { field: 'memberIds' }, 'memberIds');
    const id = await insertPanel(tx, j, params.organId, body);
    if (id === null) return no('name-taken', { name: body.name }, 'name');
    await journal(scene, 'intake.panel', { id, organId: params.organId, ...body });
    return answer({ id, version: 1 });
  }),
  route(endpoints.changePanel, async (scene) => {
    const { tx, actor, body, params } = scene;
    const j = actor.jurisdictionId;
    const found = await findPanel(tx, j, params.panelId);
    if (found === undefined || !setsUp(actor, found.organId)) return no('not-found');
    if (found.version !== scene.version) return no('stale', { current: found.version });
    if (await panelNameTaken(tx, j, found.organId, body.name, found.id))
      return no('name-taken', { name: body.name }, 'name');
    if (!(await knowsPeople(tx, j, body.memberIds)))
      return no('field-invalid', { field: 'memberIds' }, 'memberIds');
    const { ruleset } = await houseOf(tx, j);
    const looked = { organId: found.organId, panelId: found.id };
    const version = await tellLateLookers(tx, actor, scene.at, ruleset.intake, looked, () =>
      updatePanel(tx, j, found.id, body),
    );
    await journal(scene, 'intake.panelChanged', { id: found.id, ...body });
    return answer({ id: found.id, version });
  }),
  route(endpoints.setLookers, async (scene) => {
    const { tx, actor, body, params } = scene;
    if (!setsUp(actor, params.organId)) return no('not-found');
    if (!(await knowsPeople(tx, actor.jurisdictionId, body.personIds)))
      return no('field-invalid', { field: 'personIds' }, 'personIds');
    const j = actor.jurisdictionId;
    const { ruleset } = await houseOf(tx, j);
    const looked = { organId: params.organId, group: body.group };
    await tellLateLookers(tx, actor, scene.at, ruleset.intake, looked, () =>
      replaceLookers(tx, j, params.organId, body.group, body.personIds),
    );
    await journal(scene, 'intake.lookers', { organId: params.organId, ...body });
    return answer(undefined);
  }),
];

/** Categories, panels, lookers and the start of case numbers. */
export const intakeSetupRoutes = (houseOf: HouseOf): readonly Route[] => [
  ...categories,
  ...panels(houseOf),
  route(endpoints.intakeSetup, async ({ tx, actor }) => {
    const j = actor.jurisdictionId;
    const { ruleset } = await houseOf(tx, j);
    const organs = await viewIntakeSetup(tx, j, organsOf(actor));
    const numbered = [];
    for (const organ of organs) {
      const numbers = [];
      for (const { id, name } of await sessionsToNumber(tx, j, organ.id)) {
        const session = await findNumberedSession(tx, j, id);
        if (session === null) continue;
        const next = await peekCaseNo(tx, j, ruleset, session);
        numbers.push({ sessionId: id, session: name, pattern: ruleset.caseNo.pattern, next });
      }
      numbered.push({ ...organ, numbers });
    }
    return answer({ organs: numbered });
  }),
  route(endpoints.intakePeople, async ({ tx, actor, query }) =>
    answer({ items: [...(await searchPeople(tx, actor.jurisdictionId, query.q))] }),
  ),
  route(endpoints.startCaseNo, async (scene) => {
    const { tx, actor, body, params } = scene;
    const j = actor.jurisdictionId;
    const session = await findNumberedSession(tx, j, params.sessionId);
    if (session === null || !setsUp(actor, session.organId)) return no('not-found');
    const { ruleset } = await houseOf(tx, j);
    if (!(await startCaseNoAt(tx, j, ruleset, session, body.next)))
      return no('case-no-passed', { next: body.next }, 'next');
    await journal(scene, 'intake.caseNoStart', { sessionId: session.id, ...body });
    return answer({ next: await peekCaseNo(tx, j, ruleset, session) });
  }),
];
