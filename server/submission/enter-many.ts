import type { BodyOf } from '#contract/endpoint.ts';
import type { Language } from '#contract/messages/message.ts';
import type { enterSubmissions } from '#contract/submission-bulk.ts';
import { doerOf } from '#core/access.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { beginSubmission, blankForm } from '#core/submission/blank.ts';
import { checkSubmissionText } from '#core/submission/check-text.ts';
import { checkComplete } from '#core/submission/complete.ts';
import type { Signer, Submission, SubmissionText } from '#core/submission/submission.ts';
import type { HouseOf } from '../case/house.ts';
import { answer, no } from '../platform/answer.ts';
import { sentenceOf } from '../platform/problem.ts';
import { changeSubmission } from './change-submission.ts';
import { findInvitable, findOrgans, type Invitable } from './directory.views.ts';
import { journalSubmission } from './journal-submission.ts';
import type { SubmissionScene } from './open-submission.ts';
import { kindOf, officesOf } from './start-submission.ts';
import { insertSubmission, takeUpForSubmission } from './submission.store.ts';

type Body = BodyOf<typeof enterSubmissions>;
type Row = Body['rows'][number];

const paragraphs = (text: string): SubmissionText['facts'] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line }));

const textOf = (row: Row): SubmissionText => ({
  title: row.title.trim(),
  facts: paragraphs(row.facts),
  analysis: paragraphs(row.analysis),
  asks: row.asks.map((ask) => ask.trim()).filter((ask) => ask !== ''),
});

/** The one person of the organ who is called so; of two with one name nobody, for then the id must be given. */
const oneNamed = (people: readonly Invitable[], name: string): Invitable | null => {
  const found = people.filter((person) => person.name === name.trim());
  return found.length === 1 ? (found[0] ?? null) : null;
};

type Planned = {
  readonly row: Row;
  readonly text: SubmissionText;
  readonly author: Invitable | null;
  readonly signers: readonly Invitable[];
  readonly errors: readonly Refusal[];
};

const plan = (row: Row, people: readonly Invitable[], intake: IntakeOf): Planned => {
  const { author: given } = row;
  const text = textOf(row);
  const author =
    'id' in given ? (people.find(({ id }) => id === given.id) ?? null) : oneNamed(people, given.name);
  const named = row.coSigners.map((name) => [name, oneNamed(people, name)] as const);
  const incomplete = checkComplete(text, intake.text);
  const stops = checkSubmissionText(text, intake).filter(({ severity }) => severity === 'stop');
  const errors = [
    ...(author === null
      ? [refuse('author-unknown', { name: 'id' in given ? String(given.id) : given.name }, 'author')]
      : []),
    ...named.flatMap(([name, person]) =>
      person === null ? [refuse('author-unknown', { name }, 'coSigners')] : [],
    ),
    ...(incomplete === null ? [] : [incomplete]),
    ...(stops.length === 0
      ? []
      : [refuse('text-stopped', { findings: stops.map(({ code }) => code) }, stops[0]?.at)]),
    ...(row.proposerType !== 'individual' && row.bodyName.trim() === ''
      ? [refuse('body-name-missing', {}, 'bodyName')]
      : []),
    ...(row.proposerType !== 'individual' && row.fileIds.length === 0
      ? [refuse('seal-missing', {}, 'fileIds')]
      : []),
  ];
  const signers = named.flatMap(([, person]) =>
    person === null || person.id === author?.id ? [] : [person],
  );
  return { row, text, author, signers: [...new Set(signers)], errors };
};

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
  };
  const id = await insertSubmission(tx, j, submission, at.instant);
  if (!(await takeUpForSubmission(tx, j, doerOf(actor).personId, id, row.fileIds)))
    return { ok: false, refusal: refuse('file-not-yours', {}, 'fileIds') } as const;
  await journalSubmission(scene, { ...submission, id, version: 1 }, 'enter', [
    { type: 'submissionStarted', submission },
  ]);
  return changeSubmission(houseOf, scene, id, { type: 'handIn', confirmed: [] }, null);
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
  const { tx, actor, language } = scene;
  const j = actor.jurisdictionId;
  const [organ] = officesOf(scene).includes(body.organId) ? await findOrgans(tx, j, [body.organId]) : [];
  if (organ === undefined) return no('organ-unknown', {}, 'organId');
  const kind = kindOf[organ.kind];
  const { ruleset } = await houseOf(tx, j);
  const names = body.rows.flatMap(({ author, coSigners }) =>
    'id' in author ? coSigners : [author.name, ...coSigners],
  );
  const ids = body.rows.flatMap(({ author }) => ('id' in author ? [author.id] : []));
  const people = [
    ...(await findInvitable(tx, j, organ.id, { names: names.map((name) => name.trim()) })),
    ...(await findInvitable(tx, j, organ.id, { ids })),
  ].filter((person, index, all) => all.findIndex(({ id }) => id === person.id) === index);
  const planned = body.rows.map((row) => plan(row, people, ruleset.intake[kind]));
  const rows = planned.map(({ errors }, index) => ({
    n: index + 1,
    submissionId: null as number | null,
    flowNo: null as string | null,
    errors: errors.map((error) => ({
      at: error.at ?? '',
      code: error.code as string,
      detail: sentenceOf(error, language),
    })),
  }));
  if (body.dryRun || planned.some(({ errors }) => errors.length > 0))
    return answer({ entered: 0, rows: rows as never });
  for (const [index, one] of planned.entries()) {
    const made = await enterOne(houseOf, scene, kind, organ.id, one);
    if (!made.ok) return { ok: false, refusal: { ...made.refusal, at: `rows[${index}]` } } as const;
    Object.assign(rows[index] ?? {}, { submissionId: made.body.id, flowNo: made.body.flowNo });
  }
  return answer({ entered: rows.length, rows: rows as never });
};
