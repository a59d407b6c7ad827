import type { QueryOf } from '#contract/endpoint.ts';
import * as endpoints from '#contract/review.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { SubmissionCommand } from '#core/submission/command.ts';
import { readableSubmission } from '#core/submission/may-read.ts';
import { answer, no } from '../platform/answer.ts';
import { sentenceOf } from '../platform/problem.ts';
import { type Route, route } from '../platform/route.ts';
import { changeSubmission } from './change-submission.ts';
import { type FilingDeps, fileSubmission } from './file-submission.ts';
import { openSubmissions, type SubmissionScene } from './open-submission.ts';
import {
  countDesk,
  type DeskRow,
  findReviewOrgans,
  isPanelFor,
  likelyPanel,
  listDesk,
  officesOfActor,
} from './review.views.ts';
import { holdSubmissions } from './submission.store.ts';
import { splitSubmission } from './split-submission.ts';
import { kindOf } from './start-submission.ts';

const stepOf = ({ state, stepAt }: DeskRow, intake: IntakeOf) => {
  const steps = state === 'vetting' ? intake.vetting : state === 'submitted' ? intake.review : [];
  const step = steps[stepAt];
  return step === undefined ? null : { code: step.code, name: step.name };
};

const viewDesk = async (
  scene: SubmissionScene,
  { door: { houseOf } }: FilingDeps,
  query: QueryOf<typeof endpoints.reviewDesk>,
) => {
  const { tx, actor } = scene;
  const { ruleset } = await houseOf(tx, actor.jurisdictionId);
  const { items, ...page } = await listDesk(tx, actor, ruleset.intake, query);
  return {
    ...page,
    items: items.map(({ stepAt, ...row }) => ({
      ...row,
      step: stepOf({ stepAt, ...row }, ruleset.intake[row.kind]),
    })),
    counts: await countDesk(tx, actor, ruleset.intake),
  };
};

const viewWords = async (scene: SubmissionScene, { door: { houseOf } }: FilingDeps) => {
  const { tx, actor } = scene;
  const { ruleset } = await houseOf(tx, actor.jurisdictionId);
  const offices = officesOfActor(actor);
  const coded = (all: readonly { code: string; name: { zh: string; en: string } }[]) =>
    all.map(({ code, name }) => ({ code, name }));
  return {
    organs: (await findReviewOrgans(tx, actor)).map((organ) => {
      const kind = kindOf[organ.kind];
      const intake = ruleset.intake[kind];
      return {
        ...organ,
        kind,
        office: offices.includes(organ.id),
        steps: coded([...intake.vetting, ...intake.review]),
        grounds: coded(intake.declineGrounds),
        conversions: coded(intake.conversions),
      };
    }),
  };
};

type Item = { readonly submissionId: number; readonly version: number };
type Did = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Of many, whoever reads must know at once that the row has left the desk, and which it is. */
const ofMany = (refusal: Refusal): Refusal =>
  refusal.code === 'wrong-state' ? refuse('not-under-review') : refusal;

/** Does the same with many, in the order of ids; what is refused is listed with its reason, the rest is done. */
const inBulk = async (
  { door: { houseOf } }: FilingDeps,
  scene: SubmissionScene & { readonly language: Parameters<typeof sentenceOf>[1] },
  items: readonly Item[],
  act: (item: Item) => Promise<Did>,
) => {
  const refused: { id: number; refusal: Refusal }[] = [];
  let done = 0;
  for (const item of [...items].sort((a, b) => a.submissionId - b.submissionId)) {
    const did = await act(item);
    if (did.ok) done += 1;
    else refused.push({ id: item.submissionId, refusal: ofMany(did.refusal) });
  }
  const open = await openSubmissions(
    houseOf,
    scene,
    refused.map(({ id }) => id),
  );
  const titles = new Map(
    open.map(({ submission, context: { standings } }) => [
      submission.id,
      readableSubmission(submission, standings).text.title,
    ]),
  );
  return {
    done,
    refused: refused.map(({ id, refusal }) => {
      const title = titles.get(id);
      // What he may not see is nobody's, whatever else is wrong with the order.
      const said = title === undefined ? refuse('not-found') : refusal;
      return { id, label: title ?? String(id), code: said.code, detail: sentenceOf(said, scene.language) };
    }),
  };
};

const decisions = (deps: FilingDeps): readonly Route[] => {
  const { houseOf } = deps.door;
  const act = (
    scene: SubmissionScene & {
      readonly params: { readonly submissionId: number };
      readonly version: number | null;
    },
    command: SubmissionCommand,
  ) => changeSubmission(houseOf, scene, scene.params.submissionId, command, scene.version);
  return [
    route(endpoints.takeStep, (scene) => act(scene, { type: 'takeStep', ...scene.body })),
    route(endpoints.choosePanel, async (scene) => {
      const { panelId } = scene.body;
      const { submissionId } = scene.params;
      if (
        panelId !== null &&
        !(await isPanelFor(scene.tx, scene.actor.jurisdictionId, submissionId, panelId))
      )
        return no('not-found', {}, 'panelId');
      return act(scene, { type: 'choosePanel', panelId });
    }),
    route(endpoints.returnSubmission, (scene) => act(scene, { type: 'returnForRevision', ...scene.body })),
    route(endpoints.declineSubmission, (scene) => act(scene, { type: 'decline', ...scene.body })),
    route(endpoints.convertSubmission, (scene) => act(scene, { type: 'convert', ...scene.body })),
    route(endpoints.fileSubmission, (scene) =>
      fileSubmission(scene, deps, {
        submissionId: scene.params.submissionId,
        version: scene.version ?? 0,
        ...scene.body,
      }),
    ),
    route(endpoints.splitSubmission, (scene) =>
      splitSubmission(scene, houseOf, {
        submissionId: scene.params.submissionId,
        version: scene.version ?? 0,
        ...scene.body,
      }),
    ),
  ];
};

/** The review desk and everything that is decided on it. */
export const reviewRoutes = (deps: FilingDeps): readonly Route[] => [
  route(endpoints.reviewDesk, async (scene) => answer(await viewDesk(scene, deps, scene.query))),
  route(endpoints.reviewWords, async (scene) => answer(await viewWords(scene, deps))),
  ...decisions(deps),
  route(endpoints.choosePanels, async (scene) => {
    const { tx, actor, body } = scene;
    const j = actor.jurisdictionId;
    return answer(
      await inBulk(deps, scene, body.items, async ({ submissionId, version }) => {
        const panelId = body.panelId ?? (await likelyPanel(tx, j, submissionId));
        if (panelId === null || !(await isPanelFor(tx, j, submissionId, panelId)))
          return { ok: false, refusal: { code: 'panel-unknown', params: {} } };
        return changeSubmission(
          deps.door.houseOf,
          scene,
          submissionId,
          { type: 'choosePanel', panelId },
          version,
        );
      }),
    );
  }),
  route(endpoints.fileInBulk, async (scene) => {
    const { tx, actor, body } = scene;
    // All of them before the first number: a single filing holds its own, and then waits for the number.
    await holdSubmissions(
      tx,
      actor.jurisdictionId,
      body.items.map(({ submissionId }) => submissionId),
    );
    return answer(
      await inBulk(deps, scene, body.items, (item) =>
        fileSubmission(scene, deps, { ...item, category: null, checks: [], together: null }),
      ),
    );
  }),
];
