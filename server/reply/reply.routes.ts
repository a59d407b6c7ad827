import type { Endpoint } from '#contract/endpoint.ts';
import * as endpoints from '#contract/reply.ts';
import { mayReadDraft, standingsOnDuty } from '#core/access.ts';
import { type CaseFile, missingOpinions, ownProposers, partiesOf } from '#core/case/case-file.ts';
import type { TakenIn } from '#core/matter/decide.ts';
import type { ReplyCommand } from '#core/reply/decide.ts';
import type { Reply } from '#core/reply/reply.ts';
import type { CaseDoor } from '../case/door.ts';
import { findMatterOf, unitFacts } from '../case/lookup.store.ts';
import { caseNames } from '../case/names.views.ts';
import { answer, no } from '../platform/answer.ts';
import type { Letter } from '../platform/documents/letter.ts';
import type { Scene } from '../platform/http.ts';
import { type Route, route } from '../platform/route.ts';
import { copiesOf, letterOf } from './letter-of.ts';
import {
  documentNoTaken,
  holdDocumentNo,
  keepLetter,
  keepMergedLetter,
  peekDocumentNo,
  takeDocumentNo,
} from './reply.store.ts';
import { findLetter, findMergedLetter, listVersions } from './reply.views.ts';

/** How letters are drawn: the document adapter, or a fake. */
export type DrawLetter = {
  readonly pdf: (letter: Letter) => Promise<Uint8Array>;
  readonly docx: (letter: Letter) => Promise<Uint8Array>;
  readonly pages: (letter: Letter) => Promise<readonly string[]>;
};

type OnReply = Pick<Scene<Endpoint>, 'tx' | 'actor' | 'at' | 'version'> & {
  readonly params: { readonly replyId: number };
};

type Found = {
  readonly file: CaseFile;
  readonly reply: Reply;
  readonly unitId: number;
  readonly inside: boolean;
};

/** The reply with its case, for whoever may look: issued to all who stand to the matter, drafts to the unit alone. */
const findReply = async (door: CaseDoor, scene: OnReply): Promise<Found | null> => {
  const matterId = await findMatterOf(scene.tx, scene.actor.jurisdictionId, 'reply', scene.params.replyId);
  const file = matterId === null ? null : await door.read(scene.tx, scene.actor, matterId);
  const reply = file?.replies.find((one) => one.id === scene.params.replyId);
  const duty = file?.duties.find((one) => one.id === reply?.assignmentId);
  if (file == null || reply === undefined || duty === undefined) return null;
  const inside = mayReadDraft(standingsOnDuty(scene.actor, partiesOf(file), duty.id));
  return inside || reply.state === 'issued' ? { file, reply, unitId: duty.unitId, inside } : null;
};

const actOn = async (door: CaseDoor, scene: OnReply, command: ReplyCommand) => {
  const { tx, actor, at, params } = scene;
  const matterId = await findMatterOf(tx, actor.jurisdictionId, 'reply', params.replyId);
  if (matterId === null) return no('not-found');
  return door.act(tx, actor, at, {
    matterId,
    command: { on: 'reply', id: params.replyId, command },
    version: scene.version,
    facts: (file) =>
      unitFacts(
        tx,
        actor.jurisdictionId,
        missingOpinions(file).map((duty) => duty.unitId),
      ),
  });
};

/** Issues: takes the number, decides, and freezes the letter with every name as it is today. */
const issue = async (
  door: CaseDoor,
  scene: OnReply,
  body: { documentNo: string; copies: readonly string[]; opinionsMissingReason: string | null },
) => {
  const { tx, actor, at } = scene;
  const found = await findReply(door, scene);
  if (found === null) return no('not-found');
  const wanted = body.documentNo.trim();
  if (wanted !== '') await holdDocumentNo(tx, actor.jurisdictionId, wanted);
  if (wanted !== '' && (await documentNoTaken(tx, actor.jurisdictionId, wanted)))
    return no('document-no-taken', { documentNo: wanted }, 'documentNo');
  const documentNo =
    wanted === ''
      ? await takeDocumentNo(tx, found.file.ruleset, actor.jurisdictionId, found.unitId, at.date)
      : wanted;
  const acted = await actOn(door, scene, {
    type: 'issue',
    documentNo,
    copies: body.copies,
    opinionsMissingReason: body.opinionsMissingReason,
  });
  if (!acted.ok || !('file' in acted)) return acted;
  const reply = acted.file.replies.find((one) => one.id === scene.params.replyId);
  if (reply !== undefined) {
    const names = await caseNames(tx, actor.jurisdictionId, acted.file);
    await keepLetter(tx, actor.jurisdictionId, reply.id, letterOf(acted.file, reply, names, body.copies));
    for (const merged of acted.file.merging?.taken ?? []) {
      const letter = letterOf(acted.file, reply, names, body.copies, merged);
      await keepMergedLetter(tx, actor.jurisdictionId, reply.id, merged.id, letter);
    }
  }
  return acted;
};

const commands = (door: CaseDoor): readonly Route[] => [
  route(endpoints.startReply, async ({ tx, actor, at, params }) => {
    const matterId = await findMatterOf(tx, actor.jurisdictionId, 'assignment', params.assignmentId);
    if (matterId === null) return no('not-found');
    return door.act(tx, actor, at, {
      matterId,
      command: { on: 'newReply', id: params.assignmentId, command: { type: 'start' } },
      version: null,
    });
  }),
  route(endpoints.saveReply, (scene) => actOn(door, scene, { type: 'save', content: scene.body.content })),
  route(endpoints.amendReply, (scene) =>
    actOn(door, scene, { type: 'amendInReview', content: scene.body.content }),
  ),
  route(endpoints.submitReply, (scene) => actOn(door, scene, { type: 'submit' })),
  route(endpoints.approveReply, (scene) => actOn(door, scene, { type: 'approve', note: scene.body.note })),
  route(endpoints.sendBackReply, (scene) => actOn(door, scene, { type: 'sendBack', ...scene.body })),
  route(endpoints.recallReply, (scene) => actOn(door, scene, { type: 'recall' })),
  route(endpoints.issueReply, (scene) => issue(door, scene, scene.body)),
];

/** The merged matter whose letter is meant: the one that is named, or the one that the reader himself proposed. */
const mergedFor = ({ file }: Found, { actor }: OnReply, matterId: number | undefined): TakenIn | null => {
  const taken = file.merging?.taken ?? [];
  const own = ownProposers(file).includes(actor.personId);
  return (
    taken.find(({ id, proposerIds }) =>
      matterId === undefined ? !own && proposerIds.includes(actor.personId) : id === matterId,
    ) ?? null
  );
};

const letterFor = async (
  door: CaseDoor,
  scene: OnReply,
  matterId: number | undefined,
): Promise<{ letter: Letter; caseNo: string } | null> => {
  const found = await findReply(door, scene);
  if (found === null) return null;
  const { tx, actor } = scene;
  const merged = mergedFor(found, scene, matterId);
  const { caseNo } = merged ?? found.file.matter;
  const kept =
    merged === null || found.reply.state !== 'issued'
      ? null
      : await findMergedLetter(tx, actor.jurisdictionId, found.reply.id, merged.id);
  if (kept !== null) return { letter: kept, caseNo };
  const frozen =
    found.reply.state === 'issued' ? await findLetter(tx, actor.jurisdictionId, found.reply.id) : null;
  if (frozen !== null) return { letter: frozen, caseNo };
  const names = await caseNames(tx, actor.jurisdictionId, found.file);
  return { letter: letterOf(found.file, found.reply, names, copiesOf(found.file, names)), caseNo };
};

const letters = (door: CaseDoor, draw: DrawLetter): readonly Route[] => [
  route(endpoints.issueForm, async (scene) => {
    const found = await findReply(door, scene);
    if (found === null || !found.inside) return no('not-found');
    const { tx, actor, at } = scene;
    const names = await caseNames(tx, actor.jurisdictionId, found.file);
    return answer({
      documentNo: await peekDocumentNo(tx, found.file.ruleset, actor.jurisdictionId, found.unitId, at.date),
      copies: [...copiesOf(found.file, names)],
      opinionsMissing: missingOpinions(found.file).map((duty) => names.units.get(duty.unitId) ?? ''),
    });
  }),
  route(endpoints.replyVersions, async (scene) => {
    const found = await findReply(door, scene);
    if (found === null || !found.inside) return no('not-found');
    const versions = await listVersions(scene.tx, scene.actor.jurisdictionId, found.reply.id);
    return answer({ versions: versions as never });
  }),
  route(endpoints.replyLetter, async (scene) => {
    const made = await letterFor(door, scene, scene.query.matterId);
    if (made === null) return no('not-found');
    const { format } = scene.query;
    return answer({
      name: `答复函-${made.caseNo}.${format}`,
      mediaType:
        format === 'pdf'
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: () => draw[format](made.letter),
    });
  }),
  route(endpoints.replyPreview, async (scene) => {
    const made = await letterFor(door, scene, undefined);
    return made === null ? no('not-found') : answer({ pages: [...(await draw.pages(made.letter))] });
  }),
];

export const replyRoutes = (door: CaseDoor, draw: DrawLetter): readonly Route[] => [
  ...commands(door),
  ...letters(door, draw),
];
