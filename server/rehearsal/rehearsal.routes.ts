import * as endpoints from '#contract/rehearsal.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import type { Amount, Ruleset } from '#core/ruleset.ts';
import { presets } from '#rulesets/preset.ts';
import { readHouse } from '../case/house.store.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import { type Route, route } from '../platform/route.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import { lockRehearsal, updateRehearsal } from './rehearsal.store.ts';
import { rehearsalSheet } from './rehearsal-sheet.ts';
import {
  countRows,
  findRehearsal,
  mayAll,
  viewChoices,
  viewFigures,
  viewRehearsals,
  viewRows,
} from './rehearsal.views.ts';
import { keepRehearsal } from './start-rehearsal.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pageSize = 50;
/** Most rows of one workbook: what opens on an old office PC. */
const exportReach = 50_000;

const canBeTried = (amount: Amount): amount is Exclude<Amount, { unit: 'daysBefore' }> =>
  amount.unit !== 'daysBefore';

/** The rules whose amount can be tried otherwise, with what tells those of one duty apart. */
const triable = (ruleset: Ruleset) =>
  ruleset.deadlines.flatMap(({ duty, amount, when, force, source }, rule) =>
    canBeTried(amount)
      ? [
          {
            rule,
            duty,
            amount,
            when: [...Object.entries(when ?? {}).map(([key, value]) => `${key}=${value}`), force ?? '']
              .filter((one) => one !== '')
              .join(' '),
            source: source.cite,
          },
        ]
      : [],
  );

const looking: readonly Route[] = [
  route(endpoints.rehearsals, async ({ tx, actor }) => {
    const { ruleset } = await readHouse(tx, actor.jurisdictionId);
    const { years, organs, proposals } = await viewChoices(tx, actor);
    return answer({
      items: [...(await viewRehearsals(tx, actor))],
      years: [...years],
      organs: [...organs],
      mayAll: mayAll(actor),
      inForce: {
        preset: ruleset.id,
        name: ruleset.name,
        reassignRestartsClock: ruleset.reassignRestartsClock,
        rules: triable(ruleset),
      },
      presets: Object.values(presets).map(({ id, name }) => ({ id, name })),
      proposals: [...proposals],
    });
  }),
  route(endpoints.getRehearsal, async ({ tx, actor, params }) => {
    const found = await findRehearsal(tx, actor, params.rehearsalId);
    if (found === null) return no('not-found');
    const { byDuty, byUnit, ...figures } = await viewFigures(tx, actor.jurisdictionId, found.id);
    return answer({
      ...found,
      asked: found.asked as BodyOf<typeof endpoints.startRehearsal>,
      ...figures,
      byDuty: [...byDuty],
      byUnit: [...byUnit],
    });
  }),
  route(endpoints.rehearsalRows, async ({ tx, actor, params, query }) => {
    const j = actor.jurisdictionId;
    const after = Number(query.cursor ?? '0');
    if (!Number.isSafeInteger(after)) return no('field-invalid', { field: 'cursor' }, 'cursor');
    if ((await findRehearsal(tx, actor, params.rehearsalId)) === null) return no('not-found');
    const rows = await viewRows(tx, j, params.rehearsalId, query, after, pageSize + 1);
    const items = rows.slice(0, pageSize).map((row) => ({
      ...row,
      now: row.now === null ? null : { ...row.now, why: { ...row.now.why } },
      tried: row.tried === null ? null : { ...row.tried, why: { ...row.tried.why } },
    }));
    return answer({
      items,
      next: rows.length > pageSize ? String(items.at(-1)?.n ?? 0) : null,
      total: await countRows(tx, j, params.rehearsalId, query),
    });
  }),
];

export const rehearsalRoutes = (
  writeWorkbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>,
): readonly Route[] => [
  ...looking,
  route(endpoints.exportRehearsal, async ({ tx, actor, params, query, language, at }) => {
    if ((await findRehearsal(tx, actor, params.rehearsalId)) === null) return no('not-found');
    const rows = await viewRows(tx, actor.jurisdictionId, params.rehearsalId, query, 0, exportReach + 1);
    if (rows.length > exportReach) return no('export-too-large', { most: exportReach });
    const sheet = rehearsalSheet(rows, language);
    return answer({
      name: `${sheet.name}-${at.date}.xlsx`,
      mediaType: xlsx,
      bytes: await writeWorkbook([sheet]),
    });
  }),
  route(endpoints.startRehearsal, async (scene) => keepRehearsal(scene, scene.body)),
  route(endpoints.cancelRehearsal, async ({ tx, actor, params, at }) => {
    if ((await findRehearsal(tx, actor, params.rehearsalId)) === null) return no('not-found');
    const run = await lockRehearsal(tx, actor.jurisdictionId, params.rehearsalId);
    if (run?.state === 'running') {
      await updateRehearsal(tx, actor.jurisdictionId, { ...run, state: 'cancelled' }, at.instant);
      await record(tx, actor, at, {
        stream: 'rehearsal',
        command: 'rehearsal.cancel',
        matterId: null,
        data: { id: params.rehearsalId },
      });
    }
    return answer(undefined);
  }),
];
