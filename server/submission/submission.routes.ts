import * as endpoints from '#contract/submission.ts';
import * as bulk from '#contract/submission-bulk.ts';
import * as word from '#contract/submission-word.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import type { Actor } from '#core/access.ts';
import { checkSubmissionText } from '#core/submission/check-text.ts';
import { readableSubmission } from '#core/submission/may-read.ts';
import type { SubmissionText } from '#core/submission/submission.ts';
import type { CaseDoor } from '../case/door.ts';
import type { HouseOf } from '../case/house.ts';
import { answer, no } from '../platform/answer.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { type Route, route, routeAfter } from '../platform/route.ts';
import { changeSubmission } from './change-submission.ts';
import { findInvitable, findOrgans, groupsOf, organsOfProposer, unitsToWish } from './directory.views.ts';
import { importWord } from './import-word.ts';
import { disownSignature } from './disown-signature.ts';
import { enterMany } from './enter-many.ts';
import { entryTemplate, type WriteWorkbook } from './entry-template.ts';
import { inviteTo } from './invite.ts';
import { letterOfDecision } from './letter-of-decision.ts';
import { viewSubmissions } from './list-submissions.ts';
import { readEntryList, readEntryWorkbook } from './read-entry-list.ts';
import { openSubmission, type SubmissionScene } from './open-submission.ts';
import { sentenceOfFinding } from './sentence-of-finding.ts';
import { kindOf, officesOf, startSubmission } from './start-submission.ts';
import { findTexts, listInvitations } from './submission.views.ts';
import { viewSubmission } from './view-submission.ts';
import { readWord } from './word/read-word.ts';
import { writingForm } from './writing-form.ts';

/** Organs to which one may hand in, or for which one enters what others hand in. */
const organsFor = async (scene: SubmissionScene) => {
  const { tx, actor } = scene;
  const own = await organsOfProposer(tx, actor.jurisdictionId, actor.personId);
  const offices = await findOrgans(tx, actor.jurisdictionId, officesOf(scene));
  return [...own, ...offices.filter(({ id }) => !own.some((one) => one.id === id))];
};

/** What someone writes and signs is his alone: a stand-in has none of it. */
const himself = (actor: Actor): number => (actor.actingBy === undefined ? actor.personId : 0);

const readRoutes = (houseOf: HouseOf): readonly Route[] => [
  route(endpoints.mySubmissions, async (scene) =>
    answer(await viewSubmissions(houseOf, scene, { personId: himself(scene.actor) }, scene.query.cursor)),
  ),
  route(endpoints.enteredSubmissions, async (scene) =>
    answer(await viewSubmissions(houseOf, scene, { office: officesOf(scene) }, scene.query.cursor)),
  ),
  route(endpoints.toSign, async ({ tx, actor, at }) =>
    answer({
      items: [...(await listInvitations(tx, actor.jurisdictionId, himself(actor), at.instant))],
    }),
  ),
  route(endpoints.getSubmission, async (scene) => {
    const open = await openSubmission(houseOf, scene, scene.params.submissionId, 'look');
    if (open === null) return no('not-found');
    return answer(await viewSubmission(scene, open), `"${open.submission.version}"`);
  }),
  route(endpoints.submissionTexts, async (scene) => {
    const open = await openSubmission(houseOf, scene, scene.params.submissionId, 'look');
    if (open === null) return no('not-found');
    const { textNo } = readableSubmission(open.submission, open.context.standings);
    const items = (await findTexts(scene.tx, scene.actor.jurisdictionId, open.submission.id)).filter(
      (one) => one.textNo <= textNo,
    );
    return answer({ items: [...items] as never });
  }),
  route(endpoints.writingForms, async (scene) => {
    const { tx, actor } = scene;
    const organs = await organsFor(scene);
    const items = await Promise.all(organs.map((organ) => writingForm(houseOf, scene, organ)));
    return answer({ items, units: [...(await unitsToWish(tx, actor.jurisdictionId))] });
  }),
  route(endpoints.peopleToInvite, async (scene) => {
    const { tx, actor, query } = scene;
    const j = actor.jurisdictionId;
    if (!(await organsFor(scene)).some(({ id }) => id === query.organId)) return no('not-found');
    const groups = query.group === undefined ? {} : { groups: [query.group] };
    const people = await findInvitable(tx, j, query.organId, { q: query.q, ...groups, most: 101 });
    return answer({
      people: people.filter(({ id }) => id !== actor.personId).slice(0, 100),
      groups: [...(await groupsOf(tx, j, query.organId))],
    });
  }),
  route(endpoints.checkText, async ({ tx, actor, body, language }) => {
    const j = actor.jurisdictionId;
    const [organ] = await findOrgans(tx, j, [body.organId]);
    if (organ === undefined) return no('organ-unknown', {}, 'organId');
    const { ruleset } = await houseOf(tx, j);
    const intake = ruleset.intake[kindOf[organ.kind]];
    const findings = checkSubmissionText(body.text as SubmissionText, intake);
    return answer({
      findings: findings.map((one) => ({ ...one, detail: sentenceOfFinding(one, intake, language) })),
    });
  }),
];

type Edit = BodyOf<typeof endpoints.editSubmission>;

/** What is not named stays as it is. */
const editOf =
  ({ text, form, fileIds, collective }: Edit) =>
  (submission: { readonly text: SubmissionText; readonly form: object }) =>
    ({
      type: 'edit',
      ...(text === undefined ? {} : { text: { ...submission.text, ...text } }),
      ...(form === undefined ? {} : { form: { ...submission.form, ...form } }),
      ...(fileIds === undefined ? {} : { fileIds }),
      ...(collective === undefined ? {} : { body: collective }),
    }) as never;

const writeRoutes = (houseOf: HouseOf, workbook: WriteWorkbook): readonly Route[] => [
  route(bulk.enterSubmissions, (scene) => enterMany(houseOf, scene, scene.body)),
  routeAfter(bulk.readEntryList, readEntryWorkbook, (scene, workbook) =>
    readEntryList(houseOf, scene, scene.params.organId, workbook),
  ),
  route(bulk.entryTemplate, async ({ language }) => answer(await entryTemplate(language, workbook))),
  routeAfter(word.importWord, (upload) => readWord(upload?.bytes ?? new Uint8Array()), importWord),
  route(endpoints.startSubmission, (scene) => startSubmission(scene, scene.body)),
  route(endpoints.editSubmission, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, editOf(scene.body), scene.version),
  ),
  route(endpoints.inviteSigners, (scene) => inviteTo(houseOf, scene, scene.params.submissionId, scene.body)),
  route(endpoints.removeSigner, (scene) =>
    changeSubmission(
      houseOf,
      scene,
      scene.params.submissionId,
      { type: 'removeSigner', personId: scene.body.personId },
      null,
    ),
  ),
  route(endpoints.submitSubmission, async (scene) => {
    const order = { type: 'handIn', confirmed: scene.body.confirmed } as const;
    const done = await changeSubmission(houseOf, scene, scene.params.submissionId, order, scene.version);
    if (!done.ok) return done;
    const { flowNo, ...body } = done.body;
    if (flowNo === null) throw new Error(`Submission ${body.id} was handed in without a number`);
    return answer({ ...body, flowNo });
  }),
  route(endpoints.discardSubmission, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'discard' }, scene.version),
  ),
];

const wordRoutes = (houseOf: HouseOf): readonly Route[] => [
  route(endpoints.signSubmission, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'sign', ...scene.body }, null),
  ),
  route(endpoints.declineToSign, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'declineToSign' }, null),
  ),
  route(endpoints.disownSubmission, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'disown', ...scene.body }, null),
  ),
  route(endpoints.askToWithdraw, (scene) => {
    const order = { type: 'askToWithdraw', ...scene.body } as const;
    return changeSubmission(houseOf, scene, scene.params.submissionId, order, scene.version);
  }),
  route(endpoints.agreeToWithdraw, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'agreeToWithdraw' }, null),
  ),
  route(endpoints.refuseToWithdraw, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'refuseToWithdraw' }, null),
  ),
  route(endpoints.takeBackWithdrawal, (scene) =>
    changeSubmission(houseOf, scene, scene.params.submissionId, { type: 'takeBackWithdrawal' }, null),
  ),
];

/** How the letters of decisions are drawn: the document adapter, or a fake. */
export type SubmissionLetters = {
  readonly pdf: (letter: Letter) => Promise<Uint8Array>;
  readonly docx: (letter: Letter) => Promise<Uint8Array>;
};

const letterRoute = (houseOf: HouseOf, letters: SubmissionLetters): Route =>
  route(endpoints.submissionLetter, async (scene) => {
    const { tx, actor, params, query } = scene;
    const open = await openSubmission(houseOf, scene, params.submissionId, 'look');
    if (open === null) return no('not-found');
    const made = await letterOfDecision(tx, actor.jurisdictionId, open.submission, open.intake);
    if (made === null) return no('not-found');
    const { format } = query;
    return answer({
      name: `${made.name}.${format}`,
      mediaType:
        format === 'pdf'
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: () => letters[format](made.letter),
    });
  });

export const submissionRoutes = (
  door: CaseDoor,
  workbook: WriteWorkbook,
  letters: SubmissionLetters,
): readonly Route[] => [
  letterRoute(door.houseOf, letters),
  ...readRoutes(door.houseOf),
  ...writeRoutes(door.houseOf, workbook),
  ...wordRoutes(door.houseOf),
  route(endpoints.disownSignature, (scene) =>
    disownSignature(door, scene, scene.params.submissionId, scene.body.text),
  ),
];
