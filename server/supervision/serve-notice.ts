import { clockMessages } from '#contract/messages/clock.ts';
import { type Actor, type Standing, standingsOnMatter } from '#core/access.ts';
import { type CaseFile, liveDuties, partiesOf } from '#core/case/case-file.ts';
import { owedByUnit } from '#core/case/due.ts';
import { noticesForNotice } from '#core/case/notify-supervision.ts';
import { workdaysBetween } from '#core/clock/calendar.ts';
import { endedAs } from '#core/matter/matter.ts';
import { deny, type Refusal, refuse } from '#core/refusal.ts';
import { decideNotice, type SupervisionNoticeContext } from '#core/supervision/decide-notice.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { lockCase } from '../case/load-case.store.ts';
import { tell } from '../case/trace.store.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { journalSupervision } from './journal-supervision.ts';
import { insertNotice } from './notice.store.ts';
import { issuingOffice } from './notice.views.ts';
import { noticeLetter, type NoticePaper } from './notice-letter.ts';
import { holdSeries, leaveSeries } from './series.store.ts';
import { organsOf, supervises } from './supervision-reach.views.ts';
import { unitsNamed } from './urge.views.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

export type NoticeOrder = {
  readonly unitId: number;
  readonly matterIds: readonly number[];
  readonly requirement: string;
  readonly reportBy: LocalDate;
};

/** Each matter that the actor may see, in the order in which matters are locked; null: one is not there for him. */
const readAll = async (
  scene: Scene,
  matterIds: readonly number[],
  read: (matterId: number) => Promise<CaseFile | null>,
): Promise<readonly CaseFile[] | null> => {
  const files: CaseFile[] = [];
  for (const id of [...new Set(matterIds)].sort((a, b) => a - b)) {
    const file = await read(id);
    if (file === null || standingsOnMatter(scene.actor, partiesOf(file)).size === 0) return null;
    files.push(file);
  }
  // As they were chosen: so they are printed.
  const place = ({ matter }: CaseFile): number => matterIds.indexOf(matter.id);
  return files.sort((a, b) => place(a) - place(b));
};

const dutyOf = (file: CaseFile, unitId: number) =>
  endedAs(file.matter.stage) === null ? liveDuties(file).find((duty) => duty.unitId === unitId) : undefined;

const organOf = (files: readonly CaseFile[]): number | null => {
  const organs = [...new Set(files.map(({ matter }) => matter.organId))];
  return organs.length === 1 ? (organs[0] ?? null) : null;
};

const paperOf = (
  files: readonly CaseFile[],
  order: NoticeOrder,
  names: { readonly office: string; readonly unit: string },
  at: Moment,
): NoticePaper => ({
  ...names,
  documentNo: null,
  issuedOn: null,
  reportBy: order.reportBy,
  requirement: order.requirement.trim(),
  matters: files.map((file) => {
    const duty = dutyOf(file, order.unitId);
    const owed = duty === undefined ? null : owedByUnit(file, duty);
    const { kind, caseNo, title } = file.matter;
    return {
      kind,
      caseNo,
      title,
      roleName: duty === undefined ? '' : file.ruleset.roleNames[duty.role].zh,
      owed:
        owed === null
          ? null
          : {
              duty: clockMessages[`clock.duty.${owed.duty}`].zh,
              date: owed.date.date,
              daysLate: -workdaysBetween(at.date, owed.date.date, file.calendar).count,
            },
    };
  }),
});

type Prepared = {
  readonly files: readonly CaseFile[];
  readonly context: SupervisionNoticeContext;
  readonly paper: NoticePaper;
  readonly organId: number | null;
};

const prepare = async (
  door: CaseDoor,
  scene: Scene,
  order: NoticeOrder,
  read: (matterId: number) => Promise<CaseFile | null>,
): Promise<Prepared | Refusal> => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const files = await readAll(scene, order.matterIds, read);
  const unit = (await unitsNamed(tx, j, [order.unitId])).get(order.unitId);
  if (files === null || unit === undefined) return refuse('not-found');
  const organId = organOf(files);
  const organIds = organsOf(actor);
  const standings = new Set<Standing>([
    ...(supervises(actor) ? (['supervisor'] as const) : []),
    ...(organIds.length > 0 ? (['organ-office'] as const) : []),
  ]);
  const byOrgan = !supervises(actor) || unit.boundary;
  const office = await issuingOffice(tx, j, byOrgan ? organId : null);
  const { ruleset } = await door.houseOf(tx, j);
  return {
    files,
    organId,
    paper: paperOf(files, order, { office, unit: unit.name }, at),
    context: {
      at,
      standings,
      unitId: order.unitId,
      boundary: unit.boundary,
      unitName: unit.name,
      matters: files.map(({ matter, ...file }) => ({
        id: matter.id,
        caseNo: matter.caseNo,
        organId: matter.organId,
        ofUnit: dutyOf({ matter, ...file }, order.unitId) !== undefined,
      })),
      organIds,
      urging: ruleset.urging,
    },
  };
};

/** The document as it would be issued, marked as a draft; a refusal where it could not be. */
export const draftNotice = async (
  door: CaseDoor,
  scene: Scene,
  order: NoticeOrder,
): Promise<Letter | { readonly ok: false; readonly refusal: Refusal }> => {
  const prepared = await prepare(door, scene, order, (id) => door.read(scene.tx, scene.actor, id));
  if ('code' in prepared) return deny(prepared);
  const { requirement, reportBy } = order;
  const command = { type: 'serveNotice', requirement, reportBy, serial: 1 } as const;
  const decision = decideNotice(command, null, prepared.context);
  return decision.ok ? noticeLetter(prepared.paper) : decision;
};

/** Issues a notice: decides, takes the number, freezes the document, journals it in every matter, tells the unit. */
export const issueNotice = async (door: CaseDoor, scene: Scene, order: NoticeOrder) => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const house = await door.houseOf(tx, j);
  const prepared = await prepare(
    door,
    scene,
    order,
    async (id) => (await lockCase(tx, house, j, id))?.file ?? null,
  );
  if ('code' in prepared) return deny(prepared);
  const key = `notice:${at.date.slice(0, 4)}`;
  const serial = (await holdSeries(tx, j, key)) + 1;
  const { requirement, reportBy } = order;
  const command = { type: 'serveNotice', requirement, reportBy, serial } as const;
  const decision = decideNotice(command, null, prepared.context);
  if (!decision.ok) return decision;
  const hand = { jurisdictionId: j, personId: actor.personId, at };
  let body = { id: 0, version: 1, state: 'served', documentNo: '' };
  for (const event of decision.events) {
    if (event.type !== 'noticeServed') continue;
    const letter = noticeLetter({ ...prepared.paper, documentNo: event.documentNo, issuedOn: event.on });
    const id = await insertNotice(tx, hand, event, prepared.organId, letter);
    const { unitId, documentNo } = event;
    body = { ...body, id, documentNo };
    const entry = { on: 'notice', id, unitId, documentNo, event } as const;
    await journalSupervision(scene, event.matterIds, 'notice.serveNotice', entry);
    const about = { unitId: event.unitId, issuedById: actor.personId };
    tell(tx, hand, event.matterIds[0] ?? 0, [noticesForNotice(event, about)]);
  }
  await leaveSeries(tx, j, key, serial);
  return { ok: true, body } as const;
};
