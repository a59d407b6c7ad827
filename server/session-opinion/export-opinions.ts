/** Opinions and their figures as one workbook: every column of the list, the rows of the filter. */
import { fill, type Language, type MessageTable } from '#contract/messages/message.ts';
import { sessionOpinionMessages } from '#contract/messages/session-opinion.ts';
import type { Actor } from '#core/access.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import type { Moment } from '#core/words.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import { viewFigures } from './figures.views.ts';
import { viewOpinion } from './opinion-row.ts';
import { listOpinions, type OpinionFilter } from './opinion.views.ts';

export type WriteSheets = (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment; readonly language: Language };
type Row = ReturnType<typeof viewOpinion>;

/** Most rows of one export: what a workbook opens on an old office PC. */
const reach = 10_000;

const day = (date: string | null): WritableCell => (date === null ? null : { date });

const anyWords: MessageTable = sessionOpinionMessages;

const columns = (
  say: (key: string) => string,
  language: Language,
): readonly (readonly [string, (row: Row) => WritableCell])[] => [
  ['opinions.no', ({ no }) => no],
  ['opinions.heldOn', ({ heldOn }) => day(heldOn)],
  ['opinions.group', ({ group }) => group.name],
  [
    'opinions.speaker',
    ({ speaker, twins }) =>
      [speaker, ...twins.map((twin) => twin.speaker)].filter((one) => one !== '').join('、'),
  ],
  ['opinions.text', ({ text }) => text],
  ['opinions.class', ({ className }) => className[language]],
  ['opinions.stateTitle', ({ state }) => say(`opinions.state.${state}`)],
  ['opinions.sameAs', ({ sameAs }) => sameAs?.no ?? null],
  ['opinions.units', ({ units }) => units.map(({ name }) => name).join('、')],
  ['opinions.forwardedAt', ({ forwardedAt }) => (forwardedAt === null ? null : minute(forwardedAt))],
  [
    'opinions.sameDay',
    ({ forwardedAt, forwardedSameDay }) =>
      forwardedAt === null ? '' : say(forwardedSameDay ? 'opinions.yes' : 'opinions.no_'),
  ],
  [
    'opinions.answer',
    ({ referrals }) =>
      referrals
        .flatMap(({ unit, answer: given }) =>
          given === null
            ? []
            : [
                `${unit.name}：${say(`opinions.channel.${given.channel}`)}，${given.on}，${given.who}：${given.text}`,
              ],
        )
        .join('\n'),
  ],
  ['opinions.dropped', ({ droppedReason }) => droppedReason],
];

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const minute = (instant: string): string => clock.format(new Date(instant));

const figureSheet = async (
  { tx, actor, at, language }: Scene,
  sessionId: number,
  classes: readonly OpinionClass[],
  say: (key: string) => string,
): Promise<WritableSheet> => {
  const { main, classes: byClass, units, channels } = await viewFigures(tx, actor, at, sessionId, classes);
  const parts = { main, classes: byClass, units, channels };
  return {
    name: say('opinions.tab.report'),
    header: [
      'opinions.figure',
      'opinions.count',
      'opinions.of',
      'opinions.unitOfCount',
      'opinions.asOfTitle',
    ].map(say),
    widths: [36, 10, 10, 10, 20],
    rows: Object.entries(parts).flatMap(([part, figures]) =>
      figures.map(({ key, label, count, of, unit }) => [
        label?.[language] ?? say(part === 'channels' ? `opinions.channel.${key}` : `opinions.figure.${key}`),
        count,
        of,
        say(`opinions.unit.${unit}`),
        minute(at.instant),
      ]),
    ),
  };
};

/** The list under its filter, and the figures of the session where it names one. */
export const exportOpinions = async (
  scene: Scene,
  filter: OpinionFilter,
  classes: readonly OpinionClass[],
  write: WriteSheets,
) => {
  const { tx, actor, at, language } = scene;
  const say = (key: string): string => fill(anyWords[key] ?? { zh: key, en: key }, language);
  const { rows, total } = await listOpinions(tx, actor, filter, reach);
  // A file that says nothing of what it leaves out would be taken for the whole.
  if (total > reach) return no('export-too-large', { most: reach });
  const shown = columns(say, language);
  const list: WritableSheet = {
    name: say('opinions.title'),
    header: shown.map(([key]) => say(key)),
    widths: [8, 12, 14, 18, 60, 14, 12, 8, 24, 18, 8, 50, 30],
    rows: rows
      .map((row) => viewOpinion(row, actor, at, classes))
      .map((row) => shown.map(([, cell]) => cell(row))),
  };
  const { sessionId } = filter;
  const figures = sessionId === undefined ? [] : [await figureSheet(scene, sessionId, classes, say)];
  return answer({
    name: `${say('opinions.title')}-${at.date}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: () => write([list, ...figures]),
  });
};
