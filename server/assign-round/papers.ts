/** What is printed of a round: the list for the meeting, and the receipt of what a unit was handed. */
import { standWord } from '#contract/assign-round.ts';
import { assignRoundMessages } from '#contract/messages/assign-round.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import { type RoundState, roundState, standOfPlan } from '#core/assign-round/round.ts';
import type { HandlingRole, Ruleset } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import type { ListPaper } from '../platform/documents/list-paper.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { HandedOver, MatterRow, ProposalRow, RoundLine } from './round.views.ts';

type Words = keyof typeof assignRoundMessages;

/** How lists are drawn: the adapters, or fakes. */
export type RoundPapers = {
  readonly pdf: (paper: ListPaper) => Promise<Uint8Array>;
  readonly docx: (paper: ListPaper) => Promise<Uint8Array>;
  readonly workbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;
};

export type Print = {
  readonly language: Language;
  readonly ruleset: Ruleset;
  readonly now: string;
  readonly today: LocalDate;
  readonly office: string;
  readonly kind: 'suggestion' | 'proposal';
};

const sayer =
  (language: Language) =>
  (key: Words, params: Readonly<Record<string, string | number>> = {}): string =>
    fill(assignRoundMessages[key], language, params);

const roleOf = ({ ruleset, language }: Print, role: HandlingRole): string =>
  ruleset.roleNames[role][language];

/** What a unit said, in a few words. */
const said = (print: Print, one: ProposalRow, state: RoundState): string => {
  const say = sayer(print.language);
  const parts =
    one.answer === null
      ? [say(state === 'draft' ? 'round.said.unasked' : 'round.said.silent')]
      : one.answer === 'objected'
        ? [say('round.said.objected'), one.reason ?? '']
        : [
            one.answerRole === null || one.answerRole === one.role
              ? say('round.said.accepted')
              : say('round.said.acceptedAs', { role: roleOf(print, one.answerRole) }),
          ];
  const named = one.namedUnit === null ? '' : say('round.said.names', { unit: one.namedUnit.name });
  const kept = one.keptReason === null ? '' : say('round.kept', { reason: one.keptReason });
  return [...parts, named, kept].filter((part) => part !== '').join(say('round.paper.saidWith'));
};

const plan = (row: MatterRow): readonly ProposalRow[] =>
  row.proposals.filter(({ kind }) => kind === 'proposed');

type Table = {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly groups: readonly (ListPaper['groups'][number] & { readonly name: string })[];
};

/** Units with their parts, in a row. */
const unitList = (print: Print, lines: readonly ProposalRow[]): string => {
  const say = sayer(print.language);
  return lines
    .map(({ unit, role }) => say('round.paper.unitAs', { unit, role: roleOf(print, role) }))
    .join(say('round.paper.unitWith'));
};

const byUnit = (print: Print, round: RoundLine, rows: readonly MatterRow[]): Table => {
  const say = sayer(print.language);
  const state = roundState(round, print.now);
  const units = new Map<number, { name: string; lines: (readonly [MatterRow, ProposalRow])[] }>();
  for (const row of rows)
    for (const one of plan(row)) {
      const unit = units.get(one.unitId) ?? { name: one.unit, lines: [] };
      unit.lines.push([row, one]);
      units.set(one.unitId, unit);
    }
  const groups = [...units.values()]
    .sort((a, b) => b.lines.length - a.lines.length)
    .map(({ name, lines }) => ({
      name,
      heading: say('round.paper.group', { unit: name, count: lines.length }),
      rows: lines.map(([row, one], at) => [
        String(at + 1),
        row.caseNo,
        row.title,
        row.proposers,
        roleOf(print, one.role),
        unitList(
          print,
          plan(row).filter(({ unitId }) => unitId !== one.unitId),
        ),
        said(print, one, state),
      ]),
    }));
  const head = (
    [
      'round.paper.no',
      'round.paper.caseNo',
      'round.paper.matter',
      'round.proposers',
      'round.paper.role',
      'round.paper.with',
      'round.paper.stand',
    ] as const
  ).map((key) => say(key));
  return { head, widths: [2, 4, 9, 4, 3, 6, 6], groups };
};

const byMatter = (print: Print, round: RoundLine, rows: readonly MatterRow[]): Table => {
  const say = sayer(print.language);
  const state = roundState(round, print.now);
  const lines = rows.map((row, at) => [
    String(at + 1),
    row.caseNo,
    row.title,
    row.proposers,
    unitList(print, plan(row)),
    say(
      `round.stand.${standWord(row.assignedAt === null ? standOfPlan(row.proposals, state) : 'assigned', state)}`,
    ),
  ]);
  const head = (
    [
      'round.paper.no',
      'round.paper.caseNo',
      'round.paper.matter',
      'round.proposers',
      'round.units',
      'round.stand',
    ] as const
  ).map((key) => say(key));
  return { head, widths: [2, 4, 10, 4, 9, 4], groups: [{ name: '', heading: '', rows: lines }] };
};

/** The list for the meeting, by unit or by matter. */
export const meetingPaper = (
  print: Print,
  round: RoundLine,
  rows: readonly MatterRow[],
  by: 'unit' | 'matter',
): ListPaper => {
  const say = sayer(print.language);
  const table = by === 'unit' ? byUnit(print, round, rows) : byMatter(print, round, rows);
  return {
    language: print.language,
    office: print.office,
    title: say('round.paper.meeting', { kind: say(`round.paper.kind.${print.kind}`) }),
    left: round.name,
    right: say('round.paper.on', { date: print.today }),
    intro: [],
    head: table.head,
    widths: table.widths,
    groups: table.groups.map(({ heading, rows: lines }) => ({ heading, rows: lines })),
    boxes: [],
    foot: say('round.paper.foot'),
    on: print.today,
  };
};

/** The same as sheets: one by unit, one by matter. */
export const meetingSheets = (
  print: Print,
  round: RoundLine,
  rows: readonly MatterRow[],
): readonly WritableSheet[] => {
  const say = sayer(print.language);
  const units = byUnit(print, round, rows);
  const matters = byMatter(print, round, rows);
  return [
    {
      name: say('round.meeting.byUnit'),
      header: [say('round.unit'), ...units.head.slice(1)],
      rows: units.groups.flatMap(({ name, rows: lines }) => lines.map(([, ...cells]) => [name, ...cells])),
    },
    {
      name: say('round.meeting.byMatter'),
      header: matters.head,
      rows: matters.groups.flatMap(({ rows: lines }) => lines),
    },
  ];
};

/** The receipt of one unit: what it was handed, and where both sides sign. */
export const receiptPaper = (
  print: Print,
  round: RoundLine,
  unit: string,
  duties: readonly HandedOver[],
): ListPaper => {
  const say = sayer(print.language);
  const assist = duties.filter(({ role }) => role === 'assist').length;
  const on =
    duties
      .map(({ assignedOn }) => assignedOn)
      .sort()
      .at(-1) ?? print.today;
  const signs = [say('round.paper.sign'), say('round.paper.date')];
  return {
    language: print.language,
    office: print.office,
    title: say('round.paper.receipt', { kind: say(`round.paper.kind.${print.kind}`) }),
    left: `${say('round.paper.unit', { unit })}　${round.name}`,
    right: say('round.paper.on', { date: on }),
    intro: [say('round.paper.count', { count: duties.length, lead: duties.length - assist, assist })],
    widths: [2, 4, 12, 5, 3, 4],
    head: (
      [
        'round.paper.no',
        'round.paper.caseNo',
        'round.paper.matter',
        'round.proposers',
        'round.paper.role',
        'round.receipts.signBy',
      ] as const
    ).map((key) => say(key)),
    groups: [
      {
        heading: '',
        rows: duties.map((one, at) => [
          String(at + 1),
          one.caseNo,
          one.title,
          one.proposers,
          roleOf(print, one.role),
          one.signedOn === null ? (one.signBy ?? '') : say('round.receipts.signed'),
        ]),
      },
    ],
    boxes: [
      { label: say('round.paper.from', { office: print.office }), lines: signs },
      { label: say('round.paper.to', { unit }), lines: signs },
    ],
    foot: say('round.paper.foot'),
    on,
  };
};
