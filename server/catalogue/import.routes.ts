import * as endpoints from '#contract/import.ts';
import type { Language } from '#contract/messages/message.ts';
import { answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import { confirmImport } from './confirm-import.ts';
import { viewRows, viewRun, viewRuns } from './import.views.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import type { ImportDeps } from './prepared.ts';
import { type Act, decideImport, type RunAnswer, startImport } from './start-import.ts';
import { templateSheet } from './template.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const shown = async (act: Act & { readonly language: Language }, result: RunAnswer) => {
  if (!result.ok) return result;
  const run = await viewRun(act.tx, act.actor, result.importId, act.language);
  return run === null ? no('not-found') : answer(run, `"${run.version}"`);
};

export const importRoutes = (
  deps: ImportDeps,
  writeWorkbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>,
): readonly Route[] => [
  route(endpoints.imports, async ({ tx, actor, query, language }) =>
    answer(await viewRuns(tx, actor, query, language)),
  ),
  route(endpoints.startImport, async (scene) => shown(scene, await startImport(deps, scene, scene.body))),
  route(endpoints.getImport, async ({ tx, actor, params, query, language }) => {
    const run = await viewRun(tx, actor, params.importId, language);
    if (run === null) return no('not-found');
    const page = await viewRows(tx, actor.jurisdictionId, params.importId, query, language);
    return answer({ run, ...page }, `"${run.version}"`);
  }),
  route(endpoints.chooseForImport, async (scene) =>
    shown(
      scene,
      await decideImport(deps, scene, {
        importId: scene.params.importId,
        version: scene.version,
        body: scene.body,
      }),
    ),
  ),
  route(endpoints.confirmImport, async (scene) =>
    shown(
      scene,
      await confirmImport(scene, {
        importId: scene.params.importId,
        version: scene.version,
        soundRowsOnly: scene.body.soundRowsOnly,
      }),
    ),
  ),
  route(endpoints.importTemplate, async ({ actor, params, language }) => {
    if (!mayImport(actor, params.kind === 'history' ? 'catalogue' : params.kind)) return no('forbidden');
    const sheet = templateSheet(params.kind, language);
    return answer({ name: `${sheet.name}.xlsx`, mediaType: xlsx, bytes: await writeWorkbook([sheet]) });
  }),
];
