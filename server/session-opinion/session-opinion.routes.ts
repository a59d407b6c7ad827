import { fill } from '#contract/messages/message.ts';
import { refusalMessages } from '#contract/messages/refusals.ts';
import * as opinions from '#contract/session-opinion.ts';
import * as records from '#contract/session-records.ts';
import type { Actor } from '#core/access.ts';
import type { ReferralCommand } from '#core/session-opinion/decide-referral.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { type Route, route } from '../platform/route.ts';
import { addGroup, changeGroup } from './change-group.ts';
import { changeOpinion, changeReferral, forwardOpinions, type OpinionOrder } from './change-opinion.ts';
import { changeRecord, startRecord, viewRecord } from './change-record.ts';
import { findPeople, listGroups, viewDesk } from './desk.views.ts';
import { exportOpinions, type WriteSheets } from './export-opinions.ts';
import { viewFigures } from './figures.views.ts';
import { viewMine } from './my-opinions.views.ts';
import { viewOpinion } from './opinion-row.ts';
import { listOpinions } from './opinion.views.ts';
import { listRecords } from './record.views.ts';
import { referralSheet } from './referral-sheet.ts';
import { organsOf } from './session-reach.views.ts';
import { findPaper } from './sheet.views.ts';
import { viewSame } from './view-same.ts';

/** How documents are drawn and workbooks written: the adapters, or fakes. */
export type SessionOpinionPapers = {
  readonly pdf: (letter: Letter) => Promise<Uint8Array>;
  readonly docx: (letter: Letter) => Promise<Uint8Array>;
  readonly workbook: WriteSheets;
};

const setupRoutes = (door: CaseDoor): readonly Route[] => [
  route(records.sessionDesk, async ({ tx, actor, at }) =>
    answer(await viewDesk(tx, await door.houseOf(tx, actor.jurisdictionId), actor, at.date)),
  ),
  route(records.sessionGroups, async ({ tx, actor, query }) =>
    answer({
      items: [...(await listGroups(tx, actor, query.sessionId))],
      mayChange: organsOf(actor).length > 0,
    }),
  ),
  route(records.addSessionGroup, (scene) => addGroup(scene, scene.body.sessionId, scene.body)),
  route(records.changeSessionGroup, (scene) => changeGroup(scene, scene.params.groupId, scene.body)),
  route(records.findForSession, async ({ tx, actor, query }) =>
    answer({ items: [...(await findPeople(tx, actor, query.q, query.who))] }),
  ),
];

const recordRoutes = (door: CaseDoor): readonly Route[] => [
  route(records.sessionRecords, async ({ tx, actor, query }) => answer(await listRecords(tx, actor, query))),
  route(records.sessionRecord, async (scene) => {
    const seen = await viewRecord(scene, scene.params.recordId);
    return seen === null ? no('not-found') : answer(seen);
  }),
  route(records.startSessionRecord, (scene) => {
    const { groupId, ...content } = scene.body;
    return startRecord(scene, groupId, content);
  }),
  route(records.saveSessionRecord, (scene) =>
    changeRecord(door, scene, scene.params.recordId, { type: 'saveRecord', content: scene.body }),
  ),
  route(records.changeSessionRecord, (scene) => changeRecord(door, scene, scene.params.recordId, scene.body)),
];

const orderOf = (body: (typeof opinions.changeSessionOpinion)['body']['_output']): OpinionOrder => {
  if (body.type !== 'editOpinion') return body;
  const { type, ...wording } = body;
  return { type, wording };
};

const referralCommandOf = (
  body: (typeof opinions.changeSessionReferral)['body']['_output'],
): ReferralCommand => {
  if (body.type !== 'answerReferral') return body;
  const { type, ...given } = body;
  return { type, answer: given };
};

const changeRoutes = (door: CaseDoor): readonly Route[] => [
  route(opinions.changeSessionOpinion, (scene) =>
    changeOpinion(door, scene, scene.params.opinionId, orderOf(scene.body)),
  ),
  route(opinions.changeSessionReferral, (scene) =>
    changeReferral(scene, scene.params.referralId, referralCommandOf(scene.body)),
  ),
  route(opinions.forwardSessionOpinions, async (scene) => {
    const { done, refused } = await forwardOpinions(door, scene, scene.body.ids);
    return answer({
      done,
      refused: refused.map(({ id, no: number, refusal }) => ({
        id,
        no: number,
        code: refusal.code,
        reason: fill(
          refusalMessages[`refusal.${refusal.code}` as keyof typeof refusalMessages],
          scene.language,
          refusal.params as Record<string, string | number>,
        ),
      })),
    });
  }),
];

const readRoutes = (door: CaseDoor, papers: SessionOpinionPapers): readonly Route[] => {
  const classesOf = async (tx: Tx, actor: Actor) =>
    (await door.houseOf(tx, actor.jurisdictionId)).ruleset.sessionOpinions.classes;
  return [
    route(opinions.sessionOpinions, async ({ tx, actor, at, query }) => {
      const classes = await classesOf(tx, actor);
      const { rows, next, total } = await listOpinions(tx, actor, query);
      return answer({ items: rows.map((row) => viewOpinion(row, actor, at, classes)), next, total });
    }),
    route(opinions.sameSessionOpinions, async ({ tx, actor, at, query }) =>
      answer(await viewSame(tx, actor, at, query.sessionId, await classesOf(tx, actor))),
    ),
    route(opinions.sessionOpinionFigures, async ({ tx, actor, at, query }) =>
      answer(await viewFigures(tx, actor, at, query.sessionId, await classesOf(tx, actor))),
    ),
    route(opinions.exportSessionOpinions, async (scene) =>
      exportOpinions(scene, scene.query, await classesOf(scene.tx, scene.actor), papers.workbook),
    ),
    route(opinions.mySessionOpinions, async ({ tx, actor }) => answer(await viewMine(tx, actor))),
    route(opinions.sessionReferralSheet, async ({ tx, actor, at, query }) => {
      const paper = await findPaper(tx, actor, query, at.date, await classesOf(tx, actor));
      if (paper === null) return no('not-found');
      const mediaType =
        query.format === 'pdf'
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      const name = `分组讨论意见交办单-${paper.unit}.${query.format}`;
      return answer({ name, mediaType, bytes: () => papers[query.format](referralSheet(paper)) });
    }),
  ];
};

export const sessionOpinionRoutes = (door: CaseDoor, papers: SessionOpinionPapers): readonly Route[] => [
  ...setupRoutes(door),
  ...recordRoutes(door),
  ...changeRoutes(door),
  ...readRoutes(door, papers),
];
