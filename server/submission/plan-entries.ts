/** What would become of rows of paper forms: who is meant, and what is wrong with each. */
import type { BodyOf } from '#contract/endpoint.ts';
import type { Language } from '#contract/messages/message.ts';
import type { enterSubmissions } from '#contract/submission-bulk.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import { refuse } from '#core/refusal.ts';
import { checkSubmissionText } from '#core/submission/check-text.ts';
import { lackingIn } from '#core/submission/complete.ts';
import { knownGroup, namedIn, oneNamed } from '#core/catalogue/one-named.ts';
import { checkPaper } from '#core/submission/paper.ts';
import type { SubmissionText } from '#core/submission/submission.ts';
import type { HouseOf } from '../case/house.ts';
import { sentenceOf } from '../platform/problem.ts';
import { findInvitable, findOrgans, groupsOf, type Invitable, type OrganRow } from './directory.views.ts';
import type { SubmissionScene } from './open-submission.ts';
import { sentenceOfFinding } from './sentence-of-finding.ts';
import { kindOf, officesOf } from './start-submission.ts';

export type EntryRow = BodyOf<typeof enterSubmissions>['rows'][number];

/** `at`: the field of the row; `detail`: the sentence, with what to do. */
export type RowError = { readonly at: string; readonly code: string; readonly detail: string };

export type Planned = {
  readonly row: EntryRow;
  readonly text: SubmissionText;
  readonly author: Invitable | null;
  readonly signers: readonly Invitable[];
  readonly errors: readonly RowError[];
};

export type EntryScene = SubmissionScene & { readonly language: Language };

/** The organ, when the actor is of its office; null: it is not his. */
export const ownOrgan = async (scene: EntryScene, organId: number): Promise<OrganRow | null> => {
  if (!officesOf(scene).includes(organId)) return null;
  const [organ] = await findOrgans(scene.tx, scene.actor.jurisdictionId, [organId]);
  return organ ?? null;
};

const paragraphs = (text: string): SubmissionText['facts'] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line }));

const textOf = (row: EntryRow): SubmissionText => ({
  title: row.title.trim(),
  facts: paragraphs(row.facts),
  analysis: paragraphs(row.analysis),
  asks: row.asks.map((ask) => ask.trim()).filter((ask) => ask !== ''),
});

const authorOf = ({ author }: EntryRow, people: readonly Invitable[]) => {
  if ('name' in author)
    return oneNamed(people, { name: author.name.trim(), group: author.group.trim() }, 'author');
  const person = people.find(({ id }) => id === author.id);
  return person === undefined
    ? { refusal: refuse('author-unknown', { name: String(author.id) }, 'author') }
    : { person };
};

const refusalsOf = (
  row: EntryRow,
  text: SubmissionText,
  signers: number,
  intake: IntakeOf,
  today: string,
) => {
  const collective = row.proposerType !== 'individual';
  return [
    ...lackingIn(text, intake.text),
    row.paperOn !== null && row.paperOn > today
      ? refuse('date-future', { date: row.paperOn }, 'paperOn')
      : null,
    collective && row.bodyName.trim() === '' ? refuse('body-name-missing', {}, 'bodyName') : null,
    collective && row.fileIds.length === 0 ? refuse('seal-missing', {}, 'fileIds') : null,
    checkPaper({ onPaper: signers, fileIds: row.fileIds, noScanReason: row.noScanReason }),
  ].filter((one) => one !== null);
};

const plan = (
  row: EntryRow,
  people: readonly Invitable[],
  groups: readonly string[],
  intake: IntakeOf,
  { language, at }: EntryScene,
): Planned => {
  const text = textOf(row);
  const author = authorOf(row, people);
  const named = row.coSigners.map((name) => oneNamed(people, knownGroup(namedIn(name), groups), 'coSigners'));
  const authorId = 'person' in author ? author.person.id : null;
  const signers = named.flatMap((one) => ('person' in one && one.person.id !== authorId ? [one.person] : []));
  const refusals = [
    ...[author, ...named].flatMap((one) => ('refusal' in one ? [one.refusal] : [])),
    ...refusalsOf(row, text, signers.length, intake, at.date),
  ];
  const stops = checkSubmissionText(text, intake).filter(({ severity }) => severity === 'stop');
  return {
    row,
    text,
    author: 'person' in author ? author.person : null,
    signers: [...new Set(signers)],
    errors: [
      ...refusals.map((one) => ({ at: one.at ?? '', code: one.code, detail: sentenceOf(one, language) })),
      ...stops.map((one) => ({
        at: one.at,
        code: 'text-stopped',
        detail: sentenceOfFinding(one, intake, language),
      })),
    ],
  };
};

/** Every row with who is meant and what is wrong; the people of all rows are looked up at once. */
export const planEntries = async (
  houseOf: HouseOf,
  scene: EntryScene,
  organ: OrganRow,
  rows: readonly EntryRow[],
): Promise<readonly Planned[]> => {
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  const { ruleset } = await houseOf(tx, j);
  const names = rows.flatMap(({ author, coSigners }) => [
    ...('name' in author ? [author.name.trim()] : []),
    ...coSigners.map((text) => namedIn(text).name),
  ]);
  const ids = rows.flatMap(({ author }) => ('id' in author ? [author.id] : []));
  const found = [
    ...(await findInvitable(tx, j, organ.id, { names: [...new Set(names)] })),
    ...(await findInvitable(tx, j, organ.id, { ids })),
  ];
  const people = [...new Map(found.map((person) => [person.id, person])).values()];
  const groups = (await groupsOf(tx, j, organ.id)).map(({ name }) => name);
  const intake = ruleset.intake[kindOf[organ.kind]];
  return rows.map((row) => plan(row, people, groups, intake, scene));
};
