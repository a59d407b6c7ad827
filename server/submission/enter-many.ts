import type { BodyOf } from '#contract/endpoint.ts';
import type { Language } from '#contract/messages/message.ts';
import type { enterSubmissions } from '#contract/submission-bulk.ts';
import { doerOf } from '#core/access.ts';
import { refuse } from '#core/refusal.ts';
import { beginSubmission, blankForm } from '#core/submission/blank.ts';
import type { Signer, Submission } from '#core/submission/submission.ts';
import type { HouseOf } from '../case/house.ts';
import { takeUpFiles } from '../case/take-up-files.store.ts';
import { answer, no } from '../platform/answer.ts';
import { sentenceOf } from '../platform/problem.ts';
import { changeSubmission } from './change-submission.ts';
import type { Invitable } from './directory.views.ts';
import { type EnteredBefore, enteredBefore } from './entered-before.ts';
import { journalSubmission } from './journal-submission.ts';
import type { SubmissionScene } from './open-submission.ts';
import { ownOrgan, planEntries, type Planned, type RowError } from './plan-entries.ts';
import { kindOf } from './start-submission.ts';
import { insertSubmission } from './submission.store.ts';

type Body = BodyOf<typeof enterSubmissions>;

/** Who signed the paper form has signed. */
const signedOnPaper = ({ id }: Invitable, at: string): Signer => ({
  personId: id,
  role: 'coSigner',
  state: 'signed',
  textNo: 1,
  comment: '',
  at,
  onPaper: true,
  agreesToWithdraw: false,
  group: null,
});

const enterOne = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  kind: Submission['kind'],
  organId: number,
  { row, text, author, signers }: Planned,
) => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  if (author === null) throw new Error('A row without an author was not refused');
  const submission: Omit<Submission, 'id' | 'version'> = {
    ...beginSubmission({ kind, organId, authorId: author.id, enteredById: doerOf(actor).personId, text }),
    form: { ...blankForm, category: row.category, publicConsent: row.publicConsent },
    proposerType: row.proposerType,
    bodyName: row.bodyName.trim(),
    // The first scan of a body's form is the page with its seal.
    sealFileId: row.proposerType === 'individual' ? null : (row.fileIds[0] ?? null),
    fileIds: row.fileIds,
    signers: signers.map((signer) => signedOnPaper(signer, at.instant)),
    paperOn: row.paperOn,
    noScanReason: signers.length > 0 && row.fileIds.length === 0 ? row.noScanReason.trim() : null,
  };
  const id = await insertSubmission(tx, j, submission, at.instant);
  if (!(await takeUpFiles(tx, actor, { submissionId: id }, row.fileIds)))
    return { ok: false, refusal: refuse('file-not-yours', {}, 'fileIds') } as const;
  await journalSubmission(scene, { ...submission, id, version: 1 }, 'enter', [
    { type: 'submissionStarted', submission },
  ]);
  return changeSubmission(houseOf, scene, id, { type: 'handIn', confirmed: [] }, null);
};

/** What came in already, or stands twice in what is entered, is entered once more only where that is said. */
const repeated = (before: EnteredBefore | undefined, language: Language): readonly RowError[] => {
  const { known = null, repeats = null } = before ?? {};
  const refusal =
    known !== null
      ? refuse('entered-before', { flowNo: known }, 'title')
      : repeats !== null
        ? refuse('entered-twice', { n: repeats + 1 }, 'title')
        : null;
  return refusal === null ? [] : [{ at: 'title', code: refusal.code, detail: sentenceOf(refusal, language) }];
};

/**
 * Enters paper forms for their authors and hands them in, all or none. Every row is looked at first; a row's errors
 * are told with their places. The authors are told at once and may object.
 */
export const enterMany = async (
  houseOf: HouseOf,
  scene: SubmissionScene & { readonly language: Language },
  body: Body,
) => {
  const organ = await ownOrgan(scene, body.organId);
  if (organ === null) return no('organ-unknown', {}, 'organId');
  const kind = kindOf[organ.kind];
  const planned = await planEntries(houseOf, scene, organ, body.rows);
  const before = await enteredBefore(scene, organ.id, planned);
  const rows = planned.map(({ row, errors }, index) => ({
    n: index + 1,
    submissionId: null as number | null,
    flowNo: null as string | null,
    errors: [...errors, ...(row.again ? [] : repeated(before[index], scene.language))],
  }));
  if (body.dryRun || rows.some(({ errors }) => errors.length > 0)) return answer({ entered: 0, rows });
  for (const [index, one] of planned.entries()) {
    const made = await enterOne(houseOf, scene, kind, organ.id, one);
    if (!made.ok) return { ok: false, refusal: { ...made.refusal, at: `rows[${index}]` } } as const;
    Object.assign(rows[index] ?? {}, { submissionId: made.body.id, flowNo: made.body.flowNo });
  }
  return answer({ entered: rows.length, rows });
};
