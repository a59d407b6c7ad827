/** What the demo city's deputies and members are writing, through the ordinary use cases. */
import { categories } from '../../demo/categories.ts';
import { type DemoSubmission, demoSubmissions } from '../../demo/submissions.ts';
import type { Actor } from '#core/access.ts';
import { blankForm } from '#core/submission/blank.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import type { Tx } from '../platform/db/database.ts';
import { changeSubmission } from '../submission/change-submission.ts';
import { inviteTo } from '../submission/invite.ts';
import { startSubmission } from '../submission/start-submission.ts';
import type { Indexer } from '../platform/search.ts';
import { decideWhole, type OfficeStep } from './office-step.ts';
import { instantOf } from './replay.ts';
import { panelMember } from './seed-intake.ts';
import type { OrganIds } from './seed.store.ts';

type Stage = {
  readonly tx: Tx;
  readonly door: CaseDoor;
  readonly indexer: Indexer;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly today: LocalDate;
};

type Order = Parameters<typeof changeSubmission>[3] | OfficeStep;

const must = async <T extends { readonly ok: boolean }>(
  what: string,
  made: Promise<T>,
): Promise<Extract<T, { ok: true }>> => {
  const answer = await made;
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
};

const actorOf = ({ actors }: Stage, key: string): Actor => {
  const actor = actors.get(key);
  if (actor === undefined) throw new Error(`Nobody in the demo city is ${key}`);
  return actor;
};

const officeOf = ({ actors }: Stage, organId: number): Actor => {
  const found = [...actors.values()].find(({ grants }) => grants.some((grant) => grant.organId === organId));
  if (found === undefined) throw new Error(`Organ ${organId} has no office`);
  return found;
};

/** A day of the story, so many days after it was begun, but not after today. */
const dayOf = ({ today }: Stage, { daysAgo }: DemoSubmission, after: number): LocalDate =>
  addDays(today, Math.min(0, after - daysAgo));

const categoryName = (key: string): string => categories.find((one) => one.key === key)?.name.zh ?? key;

const paragraphs = (lines: readonly string[]) => lines.map((text) => ({ type: 'paragraph' as const, text }));

const begin = async (stage: Stage, one: DemoSubmission, organId: number): Promise<number> => {
  const author = actorOf(stage, one.author);
  const actor = one.end === 'entered' ? officeOf(stage, organId) : author;
  const at = instantOf(`${dayOf(stage, one, 0)}T20:10`);
  const { body } = await must(
    `beginning ${one.title}`,
    startSubmission(
      { tx: stage.tx, actor, at },
      {
        organId,
        authorId: actor === author ? null : author.personId,
        text: {
          title: one.title,
          facts: paragraphs(one.facts),
          analysis: paragraphs(one.analysis),
          asks: [...one.asks],
        },
        ...(one.category === undefined
          ? {}
          : {
              form: {
                ...blankForm,
                origins: [],
                preferredAssistIds: [],
                publicConsent: 'full',
                category: categoryName(one.category),
              },
            }),
      },
    ),
  );
  return body.id;
};

const gather = async (stage: Stage, one: DemoSubmission, id: number): Promise<void> => {
  if (one.invited.length === 0) return;
  const invited = instantOf(`${dayOf(stage, one, 0)}T20:30`);
  await must(
    `inviting for ${one.title}`,
    inviteTo(stage.door.houseOf, { tx: stage.tx, actor: actorOf(stage, one.author), at: invited }, id, {
      personIds: one.invited.map((key) => actorOf(stage, key).personId),
      groups: [],
      role: 'coSigner',
      until: null,
    }),
  );
  for (const key of one.signed) {
    const scene = {
      tx: stage.tx,
      actor: actorOf(stage, key),
      at: instantOf(`${dayOf(stage, one, 1)}T08:40`),
    };
    const order = { type: 'sign', comment: '', textNo: 1 } as const;
    await must(`signing ${one.title}`, changeSubmission(stage.door.houseOf, scene, id, order, null));
  }
};

const handIn: Order = { type: 'handIn', confirmed: [] };

const passed = (...checks: readonly string[]): Order => ({
  type: 'takeStep',
  advice: 'pass',
  grounds: [],
  checks,
  text: '',
});

/** What happens after the signatures: who does it, how many days after the beginning, and what. */
const orders: Readonly<
  Record<DemoSubmission['end'], readonly (readonly ['author' | 'office' | 'panel', number, Order])[]>
> = {
  draft: [],
  gathering: [],
  changed: [
    [
      'author',
      2,
      (submission) => ({
        type: 'edit',
        text: { ...submission.text, asks: [...submission.text.asks, '每半年公布一次落实情况'] },
      }),
    ],
  ],
  submitted: [['author', 1, handIn]],
  entered: [['office', 0, handIn]],
  returned: [
    ['author', 1, handIn],
    [
      'office',
      3,
      {
        type: 'returnForRevision',
        text: '请补充走访的时间、地点和涉及的学校，建议按责任单位分条写。',
        checks: ['proposer', 'oneMatter'],
      },
    ],
  ],
  declined: [
    ['author', 1, handIn],
    [
      'office',
      4,
      {
        type: 'decline',
        grounds: ['personal'],
        text: '所提属个人事项，已转住建部门窗口跟进，请您携材料前往办理。',
        checks: ['proposer', 'oneMatter', 'form'],
      },
    ],
  ],
  converted: [
    ['author', 1, handIn],
    [
      'office',
      4,
      {
        type: 'convert',
        to: 'letter',
        text: '属代转群众来信，作为来信转所在街道答复来信人。',
        checks: ['proposer'],
      },
    ],
  ],
  looked: [
    ['author', 1, handIn],
    ['office', 2, passed('proposer', 'oneMatter', 'form')],
    ['office', 3, 'givePanel'],
  ],
  toDecide: [
    ['author', 1, handIn],
    ['office', 2, passed('proposer', 'oneMatter', 'form')],
    ['office', 3, 'givePanel'],
    ['panel', 5, passed('concrete', 'consent')],
  ],
  filed: [
    ['author', 1, handIn],
    ['office', 4, 'file'],
  ],
  split: [
    ['author', 1, handIn],
    ['office', 3, 'split'],
  ],
  withdrawalAsked: [
    ['author', 2, handIn],
    ['author', 5, { type: 'askToWithdraw', reason: '主管部门已出台办法，拟补充数据后重新提出。' }],
  ],
  withdrawn: [
    ['author', 1, handIn],
    ['author', 3, { type: 'askToWithdraw', reason: '公交公司已经调整末班时间。' }],
  ],
};

/** Submissions in their states; the two proposer personas have drafts, invitations and something returned. */
export const seedSubmissions = async (
  tx: Tx,
  { door, indexer }: Pick<Stage, 'door' | 'indexer'>,
  actors: ReadonlyMap<string, Actor>,
  { organs }: OrganIds,
  today: LocalDate,
): Promise<void> => {
  const stage: Stage = { tx, door, indexer, actors, today };
  const by = (who: 'author' | 'office' | 'panel', one: DemoSubmission, organId: number): Actor => {
    if (who === 'author') return actorOf(stage, one.author);
    return who === 'office' ? officeOf(stage, organId) : actorOf(stage, panelMember);
  };
  for (const one of demoSubmissions) {
    const organId = organs.get(one.organ) ?? 0;
    const id = await begin(stage, one, organId);
    await gather(stage, one, id);
    for (const [who, after, order] of orders[one.end]) {
      const at = instantOf(`${dayOf(stage, one, after)}T${who === 'author' ? '21:05' : '10:20'}`);
      const scene = { tx, actor: by(who, one, organId), at };
      const made: Promise<{ readonly ok: boolean }> =
        typeof order === 'string'
          ? decideWhole(scene, { door, indexer }, id, order)
          : changeSubmission(door.houseOf, scene, id, order, null);
      await must(`${one.end}: ${one.title}`, made);
    }
  }
};
