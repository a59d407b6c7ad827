/** The three lists as workbooks: every column of the list, the rows of the filter. */
import { fill, type Language } from '#contract/messages/message.ts';
import { supervisionMessages } from '#contract/messages/supervision.ts';
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import { answer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import { type ActFilter, listActs } from './act.views.ts';
import { listNotices, type NoticeFilter } from './notice.views.ts';
import { listSlips, type UrgeFilter } from './urge.views.ts';

export type WriteSheets = (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;

type Words = keyof typeof supervisionMessages;
type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment; readonly language: Language };

/** Most rows of one export: what a workbook opens on an old office PC. */
const reach = 10_000;

const day = (date: string | null): WritableCell => (date === null ? null : { date });

const sheet = async <Row>(
  { at, language }: Scene,
  write: WriteSheets,
  name: Words,
  listed: { readonly items: readonly Row[]; readonly total: number },
  columns: readonly (readonly [Words, (row: Row) => WritableCell])[],
) => {
  // A file that says nothing of what it leaves out would be taken for the whole.
  if (listed.total > reach) return no('export-too-large', { most: reach });
  const say = (key: Words): string => fill(supervisionMessages[key], language);
  const header = columns.map(([key]) => say(key));
  const rows = listed.items.map((row) => columns.map(([, cell]) => cell(row)));
  const bytes = await write([{ name: say(name), header, rows }]);
  return answer({
    name: `${say(name)}-${at.date}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  });
};

const matters = (list: readonly { readonly caseNo: string; readonly title: string }[]): string =>
  list.map(({ caseNo, title }) => `${caseNo} ${title}`).join('\n');

export const exportSlips = async (scene: Scene, house: House, filter: UrgeFilter, write: WriteSheets) => {
  const { tx, actor, at, language } = scene;
  const listed = await listSlips(tx, house, actor, at, filter, reach);
  return sheet(scene, write, 'supervision.tab.urges', listed, [
    ['supervision.slipNo', (row) => row.slipNo],
    ['supervision.level', (row) => row.levelName[language]],
    ['supervision.unit', (row) => row.unit.name],
    ['supervision.caseNo', (row) => row.matter.caseNo],
    ['supervision.matterTitle', (row) => row.matter.title],
    ['supervision.state', (row) => fill(supervisionMessages[`supervision.urgeState.${row.state}`], language)],
    ['supervision.issuedOn', (row) => day(row.issuedOn)],
    ['supervision.issuedBy', (row) => row.issuedBy],
    ['supervision.acknowledgeBy', (row) => day(row.acknowledgeBy)],
    ['supervision.text', (row) => row.text],
    [
      'supervision.acknowledgement',
      (row) => row.acknowledgements.map(({ by, note }) => `${by}：${note}`).join('\n'),
    ],
    ['supervision.doneBy', (row) => day(row.acknowledgements.at(-1)?.doneBy ?? null)],
  ]);
};

export const exportNoticeList = async (
  scene: Scene,
  house: House,
  filter: NoticeFilter,
  write: WriteSheets,
) => {
  const { tx, actor, at, language } = scene;
  const listed = await listNotices(tx, house, actor, at, filter, reach);
  return sheet(scene, write, 'supervision.tab.notices', listed, [
    ['supervision.documentNo', (row) => row.documentNo],
    ['supervision.unit', (row) => row.unit.name],
    ['supervision.matters', (row) => matters(row.matters)],
    ['supervision.requirement', (row) => row.requirement],
    [
      'supervision.state',
      (row) => fill(supervisionMessages[`supervision.noticeState.${row.state}`], language),
    ],
    ['supervision.issuedOn', (row) => day(row.issuedOn)],
    ['supervision.issuedBy', (row) => row.issuedBy],
    ['supervision.reportBy', (row) => day(row.reportBy)],
    ['supervision.report', (row) => row.report],
  ]);
};

export const exportActList = async (scene: Scene, filter: ActFilter, write: WriteSheets) => {
  const { tx, actor, language } = scene;
  const listed = await listActs(tx, actor, filter, reach);
  return sheet(scene, write, 'supervision.tab.acts', listed, [
    ['supervision.on', (row) => day(row.on)],
    ['supervision.kind', (row) => fill(supervisionMessages[`supervision.kind.${row.kind}`], language)],
    ['supervision.who', (row) => row.who],
    ['supervision.withWhom', (row) => row.withWhom],
    ['supervision.place', (row) => row.place],
    ['supervision.units', (row) => row.units.map(({ name }) => name).join('、')],
    ['supervision.matters', (row) => matters(row.matters)],
    ['supervision.result', (row) => row.result],
    ['supervision.enteredBy', (row) => row.enteredBy],
  ]);
};
