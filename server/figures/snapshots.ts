/** Freezes figures, and says later what has moved since. The frozen text's hash stands in the journal's chain. */
import { createHash } from 'node:crypto';
import type { BodyOf, QueryOf } from '#contract/endpoint.ts';
import type { figureSnapshotMoves, freezeFigures } from '#contract/figures.ts';
import type { Actor } from '#core/access.ts';
import { type Chosen, figureCatalogue, findFigure } from '#core/figures/catalogue.ts';
import { type Definition, definitionOf, meaningOf } from '#core/figures/definition.ts';
import { variantInPeriod } from '#core/figures/in-period.ts';
import { unitOf } from '#core/figures/figure.ts';
import { differenceText } from '#core/figures/rate.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { Moment, Text } from '#core/words.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { canonical } from '../platform/journal.ts';
import type { Sealer } from '../platform/secrets.ts';
import { type Counted, countVariants, type Question } from './count.views.ts';
import type { FactMemory } from './memory/fact-memory.ts';
import { countMoves, listMoves } from './moves.views.ts';
import { chooseFigures, readAsOf, readFilters, readQuestion } from './question.ts';
import { organIds } from './published.store.ts';
import { isReady } from './rebuild.store.ts';
import { rowsByKeys } from './rows.views.ts';
import { type Reach, reachOf, sightOf, type When } from './set.views.ts';
import { hashInStatement, signedFile, statementOf } from './signed-file.ts';
import { isSignedBy, openSigner } from './signing.ts';
import { findKey } from './signing.store.ts';
import {
  chainedEntry,
  findSnapshot,
  hashIn,
  insertSnapshot,
  jurisdictionName,
  type SnapshotRow,
} from './snapshot.store.ts';
import { measuredAs, shapeOf } from './view-values.ts';

type Line = {
  readonly figure: string;
  readonly variant: string;
  readonly name: Text;
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: string | null;
  readonly text: string;
  /** What it counted; absent: frozen before that was kept. */
  readonly definition?: Definition;
};

/** What is frozen: as canonical text it is what the hash is of. `organs`: what the one who froze it could see. */
type Content = {
  readonly name: string;
  readonly asOf: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly organs: readonly number[] | null;
  readonly lines: readonly Line[];
};

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

const organsOf = (reach: Reach): readonly number[] | null => (reach.kind === 'all' ? null : reach.ids);

/** The one organ that it is of: an office's own, or the one that it is narrowed to; null: of several, or of none. */
const organOf = async (tx: Tx, { jurisdictionId, reach, filters }: Question): Promise<number | null> => {
  const own = reach.kind === 'organs' ? reach.ids : null;
  const named = filters.organ?.map(Number);
  const meant = named?.filter((id) => own?.includes(id) ?? true) ?? own ?? [];
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0) return null;
  return (await organIds(tx, jurisdictionId)).includes(only) ? only : null;
};

const contentAsOf = async (
  tx: Tx,
  name: string,
  question: Question,
  chosen: readonly Chosen[],
  ruleset: Ruleset,
): Promise<Content> => {
  const counted = await countVariants(
    tx,
    question,
    chosen.map(({ variant }) => variant),
  );
  const { asOf } = question.when;
  const filters = Object.fromEntries(
    Object.entries(question.filters).map(([dimension, values]) => [dimension, values.join(',')]),
  );
  return {
    name,
    asOf,
    filters,
    organs: organsOf(question.reach),
    lines: chosen.map(({ figure, variant }, index) => {
      const { origin: _, ...measured } = measuredAs(counted[index] ?? none, shapeOf(figure, undefined));
      return {
        figure: figure.id,
        variant: variant.id,
        name: figure.name,
        unit: unitOf(variant),
        ...measured,
        definition: definitionOf({ figure, variant }, ruleset),
      };
    }),
  };
};

type Frozen = { ok: true; body: { id: number } } | { ok: false; refusal: Refusal };

/** Journals the hash of what is frozen, signs the entry, and keeps all of it. */
const keepSigned = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  question: Question,
  content: Content,
  seal: Sealer,
): Promise<Frozen> => {
  const { name, asOf } = content;
  const text = canonical(content);
  const hash = hashOf(text);
  const journalN = await record(tx, actor, at, {
    stream: 'figures',
    command: 'figures.freeze',
    matterId: null,
    data: { name, asOf, hash },
  });
  // After the entry, which has locked the stream: of two first freezings one makes the key.
  const signer = await openSigner(tx, actor, at, seal);
  if (signer === null) return { ok: false, refusal: refuse('signing-key-lost') };
  const journal = await chainedEntry(tx, actor.jurisdictionId, journalN);
  if (journal === null) throw new Error(`No entry ${journalN} of figures`);
  const jurisdiction = await jurisdictionName(tx, actor.jurisdictionId);
  const statement = statementOf({ jurisdiction, at, hash, key: signer.key, journal });
  const organId = await organOf(tx, question);
  const id = await insertSnapshot(tx, actor, at, {
    organId,
    name,
    asOf,
    content: text,
    hash,
    journalN,
    statement,
    signature: signer.sign(statement),
    keyNo: signer.key.no,
  });
  return { ok: true, body: { id } };
};

export const freeze = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  body: BodyOf<typeof freezeFigures>,
  ruleset: Ruleset,
  seal: Sealer,
): Promise<Frozen> => {
  const question = readQuestion(actor, at, { ...body.filters, asOf: body.asOf });
  if (question === null || question.reach.kind === 'units')
    return { ok: false, refusal: refuse('not-found') };
  // What is frozen stays: never a part of what there is.
  if (!(await isReady(tx, actor.jurisdictionId))) return { ok: false, refusal: refuse('wrong-state') };
  const picked = chooseFigures(ruleset, body.figures, question);
  if (!picked.ok) return picked;
  const chosen = [
    ...new Map(picked.chosen.map((one) => [`${one.figure.id}.${one.variant.id}`, one])).values(),
  ];
  const content = await contentAsOf(tx, body.name, question, chosen, ruleset);
  return keepSigned(tx, actor, at, question, content, seal);
};

const none: Counted = { numerator: 0, denominator: null, enteredLater: 0 };

const contentOf = (row: SnapshotRow): Content => JSON.parse(row.content) as Content;

export const headOf = (row: SnapshotRow) => ({
  id: row.id,
  name: row.name,
  asOf: row.asOf,
  filters: contentOf(row).filters,
  takenAt: row.takenAt,
  by: row.by,
  hash: row.hash,
  journal: { stream: 'figures', n: row.journalN },
});

/** What both reach: a snapshot is opened no further than whoever opens it reaches by himself. */
const narrower = (organs: readonly number[] | null, reader: Reach): Reach => {
  if (organs === null) return reader;
  if (reader.kind === 'units') return { kind: 'organs', ids: [] };
  return { kind: 'organs', ids: organs.filter((id) => reader.kind === 'all' || reader.ids.includes(id)) };
};

/** The questions of a snapshot: as it was frozen, and the same as of another moment, both within its reach and the reader's. */
const questionsOf = (
  j: number,
  reader: Reach,
  row: SnapshotRow,
  at: Moment,
  compareAsOf: string | undefined,
  memory?: FactMemory,
): { readonly frozen: Question; readonly now: Question } => {
  const content = contentOf(row);
  const reach = narrower(content.organs, reader);
  const question = (when: When): Question => ({
    jurisdictionId: j,
    reach,
    filters: readFilters(content.filters),
    when,
    ...(memory === undefined ? {} : { memory }),
  });
  return {
    // What was entered since, about a day before, was not counted: it came, too.
    frozen: question({ asOf: row.asOf, knownThen: false, knownBy: row.takenAt }),
    now: question({ asOf: readAsOf(compareAsOf, at), knownThen: false }),
  };
};

const chosenOf = (
  ruleset: Ruleset,
  row: SnapshotRow,
  line: Pick<Line, 'figure' | 'variant'>,
): Chosen | null => {
  const found = findFigure(figureCatalogue(ruleset), `${line.figure}.${line.variant}`);
  const filters = readFilters(contentOf(row).filters);
  return found === null ? null : { ...found, variant: variantInPeriod(found.variant, filters) };
};

/** A line as it was frozen, with what it counted then; `otherwise`: and what it counts now, where that is something else. */
const frozenLine = ({ definition, ...line }: Line, chosen: Chosen | null, ruleset: Ruleset) => {
  if (definition === undefined) return { ...line, definition: null, otherwise: null };
  const present = chosen === null ? null : definitionOf(chosen, ruleset);
  const alike = present !== null && canonical(meaningOf(present)) === canonical(meaningOf(definition));
  return {
    ...line,
    definition: definition.words,
    otherwise: alike ? null : { now: present?.words ?? null },
  };
};

/** Lines as they are as of another moment, all counted together; null of one whose figure there is no more. */
const compareLines = async (
  tx: Tx,
  { frozen, now }: { readonly frozen: Question; readonly now: Question },
  lines: readonly Line[],
  chosen: readonly (Chosen | null)[],
) => {
  const variants = chosen.flatMap((one) => (one === null ? [] : [one.variant]));
  const setsIn = ({ numerator, denominator }: Chosen['variant']) =>
    denominator === null ? [numerator] : [numerator, denominator];
  const [counted, moved] = await Promise.all([
    countVariants(tx, now, variants),
    countMoves(tx, frozen, now, variants.map(setsIn)),
  ]);
  const foundOf = new Map(
    variants.map((variant, index) => [
      variant,
      { now: counted[index] ?? none, moves: moved[index] ?? { came: 0, left: 0 } },
    ]),
  );
  return lines.map((line, index) => {
    const one = chosen[index] ?? null;
    if (one === null) return null;
    const found = foundOf.get(one.variant);
    if (found === undefined) return null;
    const { origin: _, ...measured } = measuredAs(found.now, shapeOf(one.figure, undefined));
    return { ...measured, difference: differenceText(measured.value, line.value), ...found.moves };
  });
};

/** The signature of a snapshot with its key; null: it has none. */
const signedOf = async (tx: Tx, j: number, { statement, signature, keyNo, hash }: SnapshotRow) => {
  const key = keyNo === null ? null : await findKey(tx, j, keyNo);
  if (statement === null || signature === null || key === null) return null;
  const holds = isSignedBy(key, statement, signature) && hashInStatement(statement) === hash;
  return { key, statement, signature, holds };
};

/** One snapshot with its lines; with `compareAsOf`, each against what it is as of that moment. */
export const viewSnapshot = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  id: number,
  compareAsOf: string | undefined,
  ruleset: Ruleset,
  memory: FactMemory,
) => {
  const reach = reachOf(actor);
  if (reach === null) return null;
  const row = await findSnapshot(tx, actor.jurisdictionId, reach, id);
  if (row === null) return null;
  const journalled = await chainedEntry(tx, actor.jurisdictionId, row.journalN);
  const signed = await signedOf(tx, actor.jurisdictionId, row);
  const { lines } = contentOf(row);
  const questions = questionsOf(actor.jurisdictionId, reach, row, at, compareAsOf, memory);
  const chosen = lines.map((line) => chosenOf(ruleset, row, line));
  const compared = compareAsOf === undefined ? [] : await compareLines(tx, questions, lines, chosen);
  return {
    ...headOf(row),
    intact: journalled !== null && hashIn(journalled) === row.hash && hashOf(row.content) === row.hash,
    signature: signed === null ? null : { key: signed.key, holds: signed.holds },
    lines: lines.map((line, index) => ({
      ...frozenLine(line, chosen[index] ?? null, ruleset),
      now: compared[index] ?? null,
    })),
  };
};

/** A snapshot as a signed file; null: there is none for this reader. */
export const snapshotFile = async (
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ ok: true; name: string; text: string } | { ok: false; refusal: Refusal } | null> => {
  const reach = reachOf(actor);
  const row = reach === null ? null : await findSnapshot(tx, actor.jurisdictionId, reach, id);
  if (row === null) return null;
  const signed = await signedOf(tx, actor.jurisdictionId, row);
  if (signed === null) return { ok: false, refusal: refuse('snapshot-unsigned') };
  return { ok: true, name: row.name, text: signedFile({ ...signed, content: row.content }) };
};

/** The rows that came into a frozen figure's set since, and those that left it. */
export const viewMoves = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  id: number,
  query: QueryOf<typeof figureSnapshotMoves> & { readonly after: number },
  ruleset: Ruleset,
  memory: FactMemory,
) => {
  const reach = reachOf(actor);
  const chosen = findFigure(figureCatalogue(ruleset), query.figure);
  if (reach === null || chosen === null) return null;
  const row = await findSnapshot(tx, actor.jurisdictionId, reach, id);
  if (row === null) return null;
  const { figure, variant } = chosen;
  // Another figure may not even have what the snapshot is narrowed by.
  if (!contentOf(row).lines.some((line) => line.figure === figure.id && line.variant === variant.id))
    return null;
  const own = variantInPeriod(variant, readFilters(contentOf(row).filters));
  const set = query.of === 'numerator' ? own.numerator : own.denominator;
  if (set === null) return null;
  const { frozen, now } = questionsOf(actor.jurisdictionId, reach, row, at, query.compareAsOf, memory);
  const page = { after: query.after, limit: query.limit };
  const { total, moves } = await listMoves(tx, frozen, now, set, page);
  const came = moves.filter(({ moved }) => moved === 'came').map(({ key }) => key);
  const left = moves.filter(({ moved }) => moved === 'left').map(({ key }) => key);
  const [cameRows, leftRows] = await Promise.all([
    rowsByKeys(tx, now, set, came, sightOf(actor)),
    rowsByKeys(tx, frozen, set, left, sightOf(actor)),
  ]);
  const items = [
    ...cameRows.map((one) => ({ ...one, moved: 'came' as const })),
    ...leftRows.map((one) => ({ ...one, moved: 'left' as const })),
  ].sort((a, b) => a.key - b.key);
  return {
    items,
    total,
    unit: unitOf(variant),
    last: moves.at(-1)?.key ?? null,
    full: moves.length === query.limit,
  };
};
