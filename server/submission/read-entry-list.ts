/** A list of paper forms as an office typed it, read and checked row by row. Nothing is kept. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { Language } from '#contract/messages/message.ts';
import { entryFields, entryListMost, type readEntryList as endpoint } from '#contract/submission-bulk.ts';
import { entryLimits } from '#contract/submission-shapes.ts';
import { parseConsent, parseKind } from '#core/catalogue/parse-choice.ts';
import { parseProposerType } from '#core/catalogue/parse-classing.ts';
import { parseDate } from '#core/catalogue/parse-date.ts';
import { parsePoints } from '#core/catalogue/parse-points.ts';
import { compact, oneLine } from '#core/catalogue/plain-text.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { knownGroup, namedIn } from '#core/catalogue/one-named.ts';
import { peopleOnPaper } from '#core/catalogue/people-on-paper.ts';
import type { HouseOf } from '../case/house.ts';
import { type ListRow, readList } from '../catalogue/read-list.ts';
import { answer, no } from '../platform/answer.ts';
import { sentenceOf } from '../platform/problem.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { groupsOf, type OrganRow } from './directory.views.ts';
import { enteredBefore } from './entered-before.ts';
import { entryColumns } from './entry-columns.ts';
import { type EntryRow, type EntryScene, ownOrgan, planEntries, type Planned } from './plan-entries.ts';
import { kindOf } from './start-submission.ts';

type Body = ResponseOf<typeof endpoint>;
type Field = (typeof entryFields)[number];
type Read = { readonly entry: EntryRow; readonly refusals: readonly Refusal[] };

const textIn = (row: ListRow, field: Field): string => row.cells.get(field)?.text ?? '';

const consents = { full: '全文公开', titleOnly: '仅公开标题', no: '不公开' } as const;

const consentOf = (raw: string): EntryRow['publicConsent'] | null => {
  const text = compact(raw);
  if (text === '') return 'unasked';
  if (/^(?:仅|只)?(?:公开)?(?:标题|题目)(?:公开)?$/.test(text) || /^titleonly$/i.test(text))
    return 'titleOnly';
  const consent = parseConsent(raw);
  return consent === null ? null : consent ? 'full' : 'no';
};

/** 市人大, 人大 and the organ's own name are the organ. */
const isOrgan = (raw: string, organ: OrganRow): boolean =>
  compact(raw) === compact(organ.name) || parseKind(raw) === kindOf[organ.kind];

const bodyTypes = '个人、代表团、界别、党派、人民团体、专门委员会、委员小组';

/** In whose name it stands; the name of a body says which kind of body it is, where its own column does not. */
const readBody = (row: ListRow) => {
  const body = oneLine(textIn(row, 'bodyName'));
  const word = oneLine(textIn(row, 'proposerType'));
  const text = word === '' ? body : word;
  const type = parseProposerType(text) ?? parseProposerType(body);
  if (type !== null && type !== 'collective') return { body, type, refusal: null };
  const at = word === '' ? 'bodyName' : 'proposerType';
  const refusal = text === '' ? null : refuse('choice-unknown', { text, allowed: bodyTypes }, at);
  return { body, type: 'individual' as const, refusal };
};

/** What is longer than a row may have: it is told, and nothing is cut off. */
const overlong = (entry: EntryRow): readonly Refusal[] => {
  const long = (text: string, most: number, at: string): Refusal | null =>
    text.length > most ? refuse('field-too-long', { field: at, max: most, length: text.length }, at) : null;
  const { author, asks, coSigners } = entry;
  const { ask, asks: mostAsks, coSigner, coSigners: mostSigners } = entryLimits;
  return [
    ...('name' in author
      ? [long(author.name, entryLimits.author, 'author'), long(author.group, entryLimits.group, 'group')]
      : []),
    ...(['title', 'facts', 'analysis', 'bodyName', 'category', 'noScanReason'] as const).map((field) =>
      long(entry[field] ?? '', entryLimits[field], field),
    ),
    ...asks.map((one, index) => long(one, ask, `asks[${index}]`)),
    ...coSigners.map((one, index) => long(one, coSigner, `coSigners[${index}]`)),
    asks.length > mostAsks ? refuse('asks-too-many', { most: mostAsks }, 'asks') : null,
    coSigners.length > mostSigners ? refuse('signers-many', { most: mostSigners }, 'coSigners') : null,
  ].filter((one) => one !== null);
};

/** The author by the column of groups, or by a group in brackets after his name. */
const readPeople = (row: ListRow, groups: readonly string[]) => {
  const { author, coSigners, refusals } = peopleOnPaper(textIn(row, 'author'), textIn(row, 'coSigners'));
  const { name, group } = knownGroup(namedIn(author), groups);
  const column = oneLine(textIn(row, 'group'));
  return { author: { name, group: column === '' ? group : column }, coSigners, refusals };
};

const readRow = (row: ListRow, organ: OrganRow, groups: readonly string[], year: number): Read => {
  const refusals: Refusal[] = [];
  const organText = oneLine(textIn(row, 'organ'));
  if (organText !== '' && !isOrgan(organText, organ))
    refusals.push(refuse('organ-other', { text: organText, organ: organ.name }, 'organ'));
  const dateText = oneLine(textIn(row, 'paperOn'));
  const date = dateText === '' ? null : parseDate(dateText, year);
  if (date !== null && !date.ok) refusals.push(refuse('date-unreadable', { text: dateText }, 'paperOn'));
  const consentText = oneLine(textIn(row, 'publicConsent'));
  const consent = consentOf(consentText);
  if (consent === null)
    refusals.push(
      refuse(
        'choice-unknown',
        { text: consentText, allowed: Object.values(consents).join('、') },
        'publicConsent',
      ),
    );
  const { body, type, refusal: unclear } = readBody(row);
  if (unclear !== null) refusals.push(unclear);
  const { author, coSigners, refusals: short } = readPeople(row, groups);
  const entry: EntryRow = {
    author,
    proposerType: type,
    bodyName: body,
    title: oneLine(textIn(row, 'title')),
    facts: textIn(row, 'facts'),
    analysis: textIn(row, 'analysis'),
    asks: [...parsePoints(textIn(row, 'asks'))],
    coSigners: [...coSigners],
    category: oneLine(textIn(row, 'category')) || null,
    publicConsent: consent ?? 'unasked',
    paperOn: date?.ok === true ? date.date : null,
    fileIds: [],
    again: false,
    noScanReason: oneLine(textIn(row, 'noScanReason')),
  };
  return { entry, refusals: [...refusals, ...short, ...overlong(entry)] };
};

/** `asks[2]` stands in the column of asks. */
const fieldAt = (at: string): string => at.replace(/\[\d+\]$/, '');

/** What the page can still add is asked for there, and is no fault of the list. */
const added = { 'scan-missing': 'scan', 'seal-missing': 'seal' } as const;

const shownRow = (
  row: ListRow,
  { entry, refusals }: Read,
  plan: Planned,
  { known, repeats }: Pick<Body['rows'][number], 'known' | 'repeats'>,
  language: Language,
): Body['rows'][number] => {
  const found = [
    // What the rules of the place hold shorter is told once, as they have it.
    ...refusals
      .filter((one) => !plan.errors.some(({ at, code }) => at === one.at && code === one.code))
      .map((one) => ({ at: one.at ?? '', code: one.code as string, detail: sentenceOf(one, language) })),
    ...plan.errors,
  ];
  const errors = found.filter(({ code }) => !(code in added));
  const missing = found
    .map(({ code }) => added[code as keyof typeof added])
    .filter((one) => one !== undefined);
  return {
    row: row.row,
    title: entry.title,
    author: 'name' in entry.author ? entry.author.name : '',
    coSigners: plan.signers.length,
    entry: errors.length === 0 ? entry : null,
    errors: errors.map((one) => ({ ...one, cell: row.cells.get(fieldAt(one.at))?.cell ?? null })),
    needs: missing.includes('seal') ? 'seal' : (missing[0] ?? null),
    known,
    repeats,
  };
};

/** Every row with what was handed in before, or stands further up, under the same author and title. */
const shownRows = async (
  scene: EntryScene,
  organId: number,
  kept: readonly ListRow[],
  read: readonly Read[],
  planned: readonly Planned[],
): Promise<Body['rows']> => {
  const before = await enteredBefore(scene, organId, planned);
  return kept.map((row, index) => {
    const [one, plan, found] = [read[index], planned[index], before[index]];
    if (one === undefined || plan === undefined || found === undefined)
      throw new Error(`Row ${row.row} was not planned`);
    const repeats = found.repeats === null ? null : (kept[found.repeats]?.row ?? null);
    return shownRow(row, one, plan, { known: found.known, repeats }, scene.language);
  });
};

/** Reads the upload: before the transaction, which a large workbook would hold open. */
export const readEntryWorkbook = async (
  upload: { readonly name: string; readonly bytes: Uint8Array } | null,
) => (upload === null || upload.bytes.length === 0 ? null : readWorkbook(upload.bytes, upload.name));

/** Checks what was read. Refusals: `workbook.*`, `workbook.noTable`, `organ-unknown`. */
export const readEntryList = async (
  houseOf: HouseOf,
  scene: EntryScene,
  organId: number,
  workbook: Awaited<ReturnType<typeof readEntryWorkbook>>,
) => {
  const organ = await ownOrgan(scene, organId);
  if (organ === null) return no('organ-unknown', {}, 'organId');
  if (workbook === null) return no('field-empty', { field: 'file' }, 'file');
  if (!workbook.ok) return no(workbook.code, workbook.params, 'file');
  const list = readList(workbook.sheets, {
    fields: entryColumns,
    needed: 'title',
    patch: null,
    remembered: {},
  });
  if (!list.ok) return no('workbook.noTable', {}, 'file');
  const kept = list.rows.slice(0, entryListMost);
  const groups = (await groupsOf(scene.tx, scene.actor.jurisdictionId, organ.id)).map(({ name }) => name);
  const year = Number(scene.at.date.slice(0, 4));
  const read = kept.map((row) => readRow(row, organ, groups, year));
  const planned = await planEntries(
    houseOf,
    scene,
    organ,
    read.map(({ entry }) => entry),
  );
  const rows = await shownRows(scene, organ.id, kept, read, planned);
  const isField = (field: string): field is Field => (entryFields as readonly string[]).includes(field);
  return answer({
    sheet: list.table.sheets[list.table.sheet]?.name ?? '',
    columns: list.table.columns.map(({ letters, header, field }) => ({
      letters,
      header,
      field: isField(field) ? field : null,
    })),
    rows,
    leftOut: list.rows.length - kept.length,
  });
};
