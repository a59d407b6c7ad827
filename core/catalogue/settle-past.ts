/** What the lines of a list of an earlier year come to in the words of the ruleset, with everything that contradicts. */
import { type Past, type PastReply, type PastTerms, problemsOfPast } from '../assignment/past.ts';
import type { CatalogueRow, RowUnit } from './catalogue-row.ts';
import type { PastField } from './fields.ts';
import { parseClass, parseLevelOfSatisfaction } from './parse-past.ts';
import type { PastLine } from './read-past.ts';
import { type RowIssue, type RowIssueCode, rowIssue } from './row-issue.ts';

type Words = Pick<PastTerms, 'ruleset' | 'today'>;
type Say = (
  code: RowIssueCode,
  field: PastField,
  line: PastLine | undefined,
  params?: RowIssue['params'],
) => void;

/** The same place in a line, as a column is called. */
const columnOf = {
  signedOn: 'signedOn',
  contactedOn: 'contactedOn',
  repliedOn: 'repliedOn',
  resultClass: 'resultClass',
  attitude: 'attitude',
  outcome: 'outcome',
  ratedOn: 'ratedOn',
  round: 'round',
  closedOn: 'closedOn',
  promise: 'promise',
} as const satisfies Record<string, PastField>;

/** Columns that make no sense without a reply. */
const ofReply = [
  'documentNo',
  'resultClass',
  'disclosure',
  'adopted',
  'attitude',
  'outcome',
  'ratedOn',
] as const;

const classOf = (line: PastLine, { ruleset }: Words, say: Say): string | null => {
  if (line.resultClass === null) return null;
  const found = parseClass(line.resultClass, ruleset.resultClasses);
  if (found === null)
    say('history.classUnknown', 'resultClass', line, {
      text: line.resultClass,
      known: ruleset.resultClasses
        .map(({ code, name }) => (code === name.zh ? code : `${code}（${name.zh}）`))
        .join('、'),
    });
  return found;
};

const levelOf = (
  line: PastLine,
  field: 'attitude' | 'outcome',
  { ruleset }: Words,
  say: Say,
): string | null => {
  const text = line[field];
  if (text === null) return null;
  const found = parseLevelOfSatisfaction(text, ruleset.satisfaction);
  if (found === null)
    say('history.levelUnknown', field, line, {
      text,
      known: ruleset.satisfaction.map(({ name }) => name.zh).join('、'),
    });
  return found;
};

const replyOf = (line: PastLine, words: Words, say: Say): PastReply | null => {
  const resultClass = classOf(line, words, say);
  const attitude = levelOf(line, 'attitude', words, say);
  const outcome = levelOf(line, 'outcome', words, say);
  if (line.repliedOn === null) {
    const told = ofReply.find((field) => line.cells[field] !== undefined);
    if (told !== undefined && line.cells.repliedOn === undefined) say('history.replyMissing', told, line);
    return null;
  }
  const { documentNo, disclosure, adopted, ratedOn, repliedOn } = line;
  return {
    round: line.round ?? 1,
    on: repliedOn,
    documentNo,
    resultClass,
    disclosure,
    adopted,
    attitude,
    outcome,
    ratedOn,
  };
};

/** Of several lines, the first that tells. */
const first = <Value>(lines: readonly PastLine[], of: (line: PastLine) => Value | null): Value | null => {
  for (const line of lines) {
    const value = of(line);
    if (value !== null) return value;
  }
  return null;
};

const contactOf = (lines: readonly PastLine[]): Past['contact'] => {
  const on = first(lines, ({ contactedOn }) => contactedOn);
  const channels = [...new Set(lines.flatMap(({ ways }) => ways ?? []))];
  return on === null && lines.every(({ ways }) => ways === null) ? null : { on, channels };
};

const pastOf = (unit: RowUnit, words: Words, say: Say): Past => {
  const lines = unit.lines ?? [];
  const replies: PastReply[] = [];
  for (const line of lines) {
    const reply = replyOf(line, words, say);
    if (reply === null) continue;
    if (unit.role === 'assist') say('history.assistReplied', 'repliedOn', line, { unit: unit.name });
    else if (replies.some(({ round }) => round === reply.round))
      say('history.twice', 'round', line, { unit: unit.name, round: reply.round });
    else replies.push(reply);
  }
  return {
    signedOn: first(lines, ({ signedOn }) => signedOn),
    dueOn: first(lines, ({ dueOn }) => dueOn),
    contact: contactOf(lines),
    replies: replies.toSorted((a, b) => a.round - b.round),
    promise: lines.findLast(({ promise }) => promise !== null)?.promise ?? null,
  };
};

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/**
 * The row with what its lines tell of each unit, ready to be taken in; a row that tells nothing is as it was. Every
 * contradiction is an error at its cell: nothing of such a row is taken in until it is mended.
 */
export const settlePast = (row: CatalogueRow, words: Words): CatalogueRow => {
  if (row.units.every(({ lines }) => lines === undefined)) return row;
  const issues: RowIssue[] = [];
  const say: Say = (code, field, line, params = {}) => {
    const cell = line?.cells[field] ?? Object.values(line?.cells ?? {})[0] ?? row.cells.title ?? null;
    issues.push(rowIssue(code, field, cell, params));
  };
  const closedOn = latest(row.units.flatMap(({ lines }) => (lines ?? []).map((line) => line.closedOn)));
  const units = row.units.map((unit): RowUnit => ({ ...unit, past: pastOf(unit, words, say) }));
  const { assignedOn } = row;
  if (assignedOn === null) {
    if (row.cells.assignedOn === undefined) say('history.assignedMissing', 'repliedOn', undefined);
    return { ...row, units, closedOn, issues: [...row.issues, ...issues] };
  }
  for (const { past, lines = [], name, role } of units) {
    if (past === undefined) continue;
    if (
      role !== 'assist' &&
      past.replies.length === 0 &&
      issues.length + row.issues.filter(({ severity }) => severity === 'error').length === 0
    )
      say('history.unitUnanswered', 'repliedOn', lines[0], { unit: name });
    for (const problem of problemsOfPast(past, { ...words, assignedOn, closedOn })) {
      const column = columnOf[problem.place];
      const told = lines.filter(({ cells }) => cells[column] !== undefined);
      const line = told.find(({ round }) => (round ?? 1) === problem.round) ?? told[0] ?? lines[0];
      say(`history.${problem.code}`, column, line, {
        text: problem.value,
        unit: name,
        ...(problem.code === 'beforeAssigned' ? { assignedOn } : {}),
      });
    }
  }
  return { ...row, units, closedOn, issues: [...row.issues, ...issues] };
};
