import * as acts from '#contract/supervision.ts';
import * as notices from '#contract/supervision-notices.ts';
import * as urges from '#contract/urges.ts';
import { addWorkdays } from '#core/clock/calendar.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer, no } from '../platform/answer.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { type Route, route } from '../platform/route.ts';
import { listActs } from './act.views.ts';
import { changeNotice } from './change-notice.ts';
import { changeUrge } from './change-urge.ts';
import { exportActList, exportNoticeList, exportSlips, type WriteSheets } from './export-supervision.ts';
import { viewSupervisionFigures } from './figures.views.ts';
import { recordSupervision, strikeSupervision } from './keep-act.ts';
import { viewMatterSupervision } from './matter-supervision.ts';
import { viewNotice } from './notice-row.ts';
import { findNotice, findNoticeLetter, listNotices, mattersForNotice } from './notice.views.ts';
import { draftNotice, issueNotice } from './serve-notice.ts';
import { standOf } from '../case/stand-of.ts';
import { overdueDuties } from './urge.views.ts';
import { listSlips } from './urge.views.ts';
import { proposals, urgeDuties } from './urge-duties.ts';

/** How documents are drawn and workbooks written: the adapters, or fakes. */
export type SupervisionPapers = {
  readonly pdf: (letter: Letter) => Promise<Uint8Array>;
  readonly docx: (letter: Letter) => Promise<Uint8Array>;
  readonly pages: (letter: Letter) => Promise<readonly string[]>;
  readonly workbook: WriteSheets;
};

/** Most duties that are urged in one run. */
const mostAtOnce = 500;

const urgeRoutes = (door: CaseDoor, papers: SupervisionPapers): readonly Route[] => [
  route(urges.urges, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await listSlips(tx, house, actor, at, query));
  }),
  route(urges.exportUrges, async (scene) => {
    const house = await door.houseOf(scene.tx, scene.actor.jurisdictionId);
    return exportSlips(scene, house, scene.query, papers.workbook);
  }),
  route(urges.proposeUrges, async (scene) => {
    const { tx, actor, at, body } = scene;
    const { ruleset } = await door.houseOf(tx, actor.jurisdictionId);
    const wanted =
      'overdue' in body
        ? await overdueDuties(tx, actor, at.date, body.overdue, mostAtOnce)
        : { ids: body.assignmentIds, total: body.assignmentIds.length };
    const items = wanted.ids.length === 0 ? [] : await proposals(door, scene, wanted.ids);
    const { texts, ladder } = ruleset.urging;
    return answer({
      items,
      leftOut: wanted.total - wanted.ids.length,
      texts,
      ladder: ladder.map(({ level, name, acknowledgedBy, acknowledgeWorkdays }) => ({
        level,
        name,
        acknowledgedBy: [...acknowledgedBy],
        acknowledgeWorkdays,
      })),
    });
  }),
  route(urges.urgeInBulk, async (scene) => answer(await urgeDuties(door, scene, scene.body))),
  route(urges.acknowledgeUrge, (scene) =>
    changeUrge(door, scene, scene.params.urgeId, { type: 'acknowledgeUrge', ...scene.body }),
  ),
  route(urges.takeBackUrge, (scene) =>
    changeUrge(door, scene, scene.params.urgeId, { type: 'takeBackUrge', ...scene.body }),
  ),
  route(urges.matterSupervision, async (scene) => {
    const seen = await viewMatterSupervision(door, scene, scene.params.matterId);
    return seen === null ? no('not-found') : answer(seen);
  }),
];

const noticeSteps = (door: CaseDoor): readonly Route[] => [
  route(notices.acknowledgeNotice, (scene) =>
    changeNotice(door, scene, scene.params.noticeId, { type: 'acknowledgeNotice', ...scene.body }),
  ),
  route(notices.reportBack, (scene) =>
    changeNotice(door, scene, scene.params.noticeId, { type: 'reportBack', ...scene.body }),
  ),
  route(notices.settleNotice, (scene) =>
    changeNotice(door, scene, scene.params.noticeId, { type: 'settleNotice', ...scene.body }),
  ),
  route(notices.returnReport, (scene) =>
    changeNotice(door, scene, scene.params.noticeId, { type: 'returnReport', ...scene.body }),
  ),
  route(notices.cancelNotice, (scene) =>
    changeNotice(door, scene, scene.params.noticeId, { type: 'cancelNotice', ...scene.body }),
  ),
];

const noticeReads = (door: CaseDoor, papers: SupervisionPapers): readonly Route[] => [
  route(notices.supervisionNotices, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await listNotices(tx, house, actor, at, query));
  }),
  route(notices.exportNotices, async (scene) => {
    const house = await door.houseOf(scene.tx, scene.actor.jurisdictionId);
    return exportNoticeList(scene, house, scene.query, papers.workbook);
  }),
  route(notices.supervisionNotice, async ({ tx, actor, at, params }) => {
    const row = await findNotice(tx, actor, params.noticeId, 'look');
    if (row === null) return no('not-found');
    return answer(viewNotice(row, actor, at, await door.houseOf(tx, actor.jurisdictionId)));
  }),
  route(notices.noticeForm, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    const rows = await mattersForNotice(tx, actor, query.unitId);
    return answer({
      reportBy: addWorkdays(at.date, house.ruleset.urging.reportWorkdays, house.calendar).date,
      matters: rows.map(({ dueOn, ...matter }) => ({
        ...matter,
        ...standOf(dueOn === 'infinity' ? null : dueOn, at.date, house),
      })),
    });
  }),
  route(notices.noticeDocument, async ({ tx, actor, params, query }) => {
    const letter = await findNoticeLetter(tx, actor, params.noticeId);
    if (letter === null) return no('not-found');
    const mediaType =
      query.format === 'pdf'
        ? 'application/pdf'
        : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const name = `督办通知-${letter.documentNo ?? ''}.${query.format}`;
    return answer({ name, mediaType, bytes: () => papers[query.format](letter) });
  }),
  route(notices.noticePages, async ({ tx, actor, params }) => {
    const letter = await findNoticeLetter(tx, actor, params.noticeId);
    return letter === null ? no('not-found') : answer({ pages: [...(await papers.pages(letter))] });
  }),
];

const noticeRoutes = (door: CaseDoor, papers: SupervisionPapers): readonly Route[] => [
  ...noticeReads(door, papers),
  route(notices.previewNotice, async (scene) => {
    const letter = await draftNotice(door, scene, scene.body);
    return 'ok' in letter ? letter : answer({ pages: [...(await papers.pages(letter))] });
  }),
  route(notices.serveNotice, (scene) => issueNotice(door, scene, scene.body)),
  ...noticeSteps(door),
];

const actRoutes = (papers: SupervisionPapers): readonly Route[] => [
  route(acts.supervisionActs, async ({ tx, actor, query }) => answer(await listActs(tx, actor, query))),
  route(acts.exportActs, (scene) => exportActList(scene, scene.query, papers.workbook)),
  route(acts.recordSupervisionAct, (scene) => recordSupervision(scene, scene.body)),
  route(acts.strikeSupervisionAct, (scene) =>
    strikeSupervision(scene, scene.params.actId, scene.body.reason),
  ),
  route(acts.supervisionFigures, async ({ tx, actor, at, query }) =>
    answer(await viewSupervisionFigures(tx, actor, at.date, query)),
  ),
];

export const supervisionRoutes = (door: CaseDoor, papers: SupervisionPapers): readonly Route[] => [
  ...urgeRoutes(door, papers),
  ...noticeRoutes(door, papers),
  ...actRoutes(papers),
];
