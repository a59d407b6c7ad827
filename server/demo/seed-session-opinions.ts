/** What the groups of the demo city's last session of the congress said, through the ordinary use cases. */
import type { DemoCity, DemoPerson } from '../../demo/demo.ts';
import { discussions } from '../../demo/discussions.ts';
import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import { suggestClass } from '#core/session-opinion/session-opinion.ts';
import { splitNotes } from '#core/session-opinion/split-notes.ts';
import type { LocalDate } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import type { Tx } from '../platform/db/database.ts';
import { addGroup } from '../session-opinion/change-group.ts';
import { changeOpinion, changeReferral, forwardOpinions } from '../session-opinion/change-opinion.ts';
import { changeRecord, startRecord } from '../session-opinion/change-record.ts';
import { listOpinions } from '../session-opinion/opinion.views.ts';
import type { DemoIds } from './replay.ts';
import { instantOf } from './replay.ts';
import type { OrganIds } from './seed.store.ts';

type Told = { readonly ok: boolean; readonly refusal?: unknown };

const must = <T extends Told>(what: string, answer: T): Extract<T, { ok: true }> => {
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer.refusal)}`);
  return answer as Extract<T, { ok: true }>;
};

type Stage = { readonly tx: Tx; readonly door: CaseDoor; readonly ids: DemoIds };

const actorOf = ({ ids }: Stage, key: string): Actor => {
  const actor = ids.actors.get(key);
  if (actor === undefined) throw new Error(`The demo city has no ${key}`);
  return actor;
};

const answers = ['phone', 'visit', 'video', 'onSpot', 'written'] as const;

/** Two of three that were sent are answered the next day; half of those are closed. */
const answerSome = async (stage: Stage, office: Actor, sessionId: number, day: LocalDate): Promise<void> => {
  const { tx, ids } = stage;
  const { rows } = await listOpinions(tx, office, { sessionId, state: 'forwarded' }, 100);
  for (const [index, row] of rows.entries()) {
    const [referral] = row.referrals;
    const unit = [...ids.actors.values()].find((actor) =>
      actor.grants.some((grant) => grant.role === 'unit-office' && grant.unitId === referral?.unit.id),
    );
    if (referral === undefined || unit === undefined || index % 3 === 2) continue;
    const at = instantOf(`${addDays(day, 1)}T10:${10 + (index % 40)}`);
    const text = '已向发言人说明现状和下一步安排，列入今年工作计划，进展情况将及时反馈。';
    const channel = answers[index % answers.length] ?? 'phone';
    const answer = { channel, on: at.date, who: unit.name, text, speakerTold: true };
    must(
      'answering',
      await changeReferral({ tx, actor: unit, at, version: 1 }, referral.id, {
        type: 'answerReferral',
        answer,
      }),
    );
    if (index % 2 === 0)
      must(
        'closing',
        await changeReferral({ tx, actor: office, at, version: 2 }, referral.id, { type: 'closeReferral' }),
      );
  }
};

type Place = {
  readonly sessionId: number;
  readonly day: LocalDate;
  readonly recorder: Actor;
  readonly office: Actor;
};

/** One group's notes, split as the page proposes, handed in and, but for the last, checked. */
const sayOne = async (
  stage: Stage,
  { sessionId, day, recorder, office }: Place,
  discussion: (typeof discussions)[number],
  speakers: readonly DemoPerson[],
): Promise<void> => {
  const { tx, door, ids } = stage;
  const group = must(
    'a group',
    await addGroup({ tx, actor: office, at: instantOf(`${day}T08:00`) }, sessionId, {
      name: discussion.group,
      recorderIds: [recorder.personId],
    }),
  );
  const { classes } = (await door.houseOf(tx, office.jurisdictionId)).ruleset.sessionOpinions;
  const notes = discussion.said
    .map(([, text], index) => `${speakers[index % Math.max(1, speakers.length)]?.name ?? ''}代表：${text}`)
    .join('\n');
  const pieces = splitNotes(notes).map(({ text, speaker }, index) => {
    const unitId = ids.units.get(discussion.said[index]?.[0] ?? '');
    const unitIds = unitId === undefined ? [] : [unitId];
    return {
      text,
      speaker,
      speakerId: null,
      classCode: suggestClass(text, classes),
      unitIds,
      dropped: false,
    };
  });
  const content = { heldOn: day, place: discussion.place, notes, pieces };
  const at = instantOf(`${day}T15:${discussion.minute}`);
  const record = must('a record', await startRecord({ tx, actor: recorder, at }, group.body.id, content));
  const { id } = record.body;
  must(
    'handing in',
    await changeRecord(door, { tx, actor: recorder, at, version: 1 }, id, { type: 'submitRecord' }),
  );
  if (!discussion.checked) return;
  const later = instantOf(`${day}T17:${discussion.minute}`);
  must(
    'checking',
    await changeRecord(door, { tx, actor: office, at: later, version: 2 }, id, { type: 'checkRecord' }),
  );
};

/** Some thirty opinions of three groups: most sent the same day, two said twice, a few the next day, some waiting. */
export const seedSessionOpinions = async (
  stage: Stage,
  city: DemoCity,
  organs: OrganIds,
  today: LocalDate,
): Promise<void> => {
  const { tx, door } = stage;
  const session = city.organs
    .find(({ key }) => key === 'congress')
    ?.terms.flatMap(({ sessions }) => sessions)
    .findLast(({ opens }) => addDays(opens, 3) < today);
  const sessionId = organs.sessions.get(session?.key ?? '');
  if (session === undefined || sessionId === undefined) return;
  const day = addDays(session.opens, 1);
  const office = actorOf(stage, 'congress-office-1');
  const recorder = actorOf(stage, 'jiaotong-section-1-handler-1');
  const deputies = city.people.filter(
    ({ organ, grants }) => organ === 'congress' && grants.some(({ role }) => role === 'proposer'),
  );
  for (const [index, discussion] of discussions.entries()) {
    const speakers = deputies.slice(index * 11, index * 11 + 11);
    await sayOne(stage, { sessionId, day, recorder, office }, discussion, speakers);
  }
  const { rows } = await listOpinions(tx, office, { sessionId, state: 'checked' }, 100);
  const [head] = rows;
  const twin = rows.find(({ text, id }) => id !== head?.id && text.includes('夜班公交'));
  const at = instantOf(`${day}T18:20`);
  if (head !== undefined && twin !== undefined)
    must(
      'joining',
      await changeOpinion(door, { tx, actor: office, at, version: twin.version }, twin.id, {
        type: 'joinSame',
        withId: head.id,
      }),
    );
  const ready = rows.filter(({ id, units }) => id !== twin?.id && units.length > 0).map(({ id }) => id);
  await forwardOpinions(door, { tx, actor: office, at }, ready.slice(0, -3));
  await forwardOpinions(
    door,
    { tx, actor: office, at: instantOf(`${addDays(day, 1)}T09:05`) },
    ready.slice(-3, -1),
  );
  await answerSome(stage, office, sessionId, day);
};
