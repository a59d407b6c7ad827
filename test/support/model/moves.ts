/** Commands for the model-based test: of every kind, at every target, sound and unsound. */
import type { Actor } from '#core/access.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import type { ReplyContent } from '#core/reply/reply.ts';
import { cast, everyone, fullReply, moment, sections, staffOf, units, unitOf } from '../builders.ts';
import {
  assign,
  contact,
  draft,
  enterForProposer,
  onDuty,
  onMatter,
  onReply,
  opinion,
  type Planned,
  rate,
  signFor,
  strike,
  verdict,
} from '../story.ts';
import type { Model } from './case-model.ts';
import { judge, type Told } from './judge.ts';

export const kinds = [
  'amend',
  'splitPoints',
  'assign',
  'close',
  'reopen',
  'withdraw',
  'signFor',
  'requestHandBack',
  'upholdHandBack',
  'rejectHandBack',
  'upholdAndReassign',
  'revoke',
  'subAssign',
  'handOver',
  'recordContact',
  'strike',
  'writeOpinion',
  'startReply',
  'save',
  'submit',
  'amendInReview',
  'approve',
  'sendBack',
  'recall',
  'issue',
  'rate',
  'enterForProposer',
] as const;
export type Kind = (typeof kinds)[number];

/** What carries a matter forward comes often: else few would see a second round. */
const likely: readonly Kind[] = [
  ...kinds,
  ...(['assign', 'signFor', 'subAssign', 'recordContact', 'startReply', 'save'] as const).flatMap((kind) => [
    kind,
    kind,
  ]),
  ...(['submit', 'approve', 'issue', 'rate'] as const).flatMap((kind) => [kind, kind, kind, kind]),
];
/** One time in so many: what ends or undoes a matter, and what can be done again and again. */
const seldom: Readonly<Partial<Record<Kind, number>>> = {
  withdraw: 17,
  revoke: 13,
  close: 3,
  reopen: 11,
  strike: 5,
  recall: 3,
  subAssign: 7,
  handOver: 5,
  amend: 5,
  splitPoints: 7,
  recordContact: 7,
  writeOpinion: 7,
  save: 13,
  amendInReview: 3,
  sendBack: 2,
};

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

const texts = ['有理有据', '有理有据', '', '  ', '长'.repeat(50_001)] as const;
const { education, transport, health, park, dissolved, water, nowhere } = units;

const plans: readonly (readonly Planned[])[] = [
  [[education, 'sole']],
  [
    [education, 'lead'],
    [transport, 'assist'],
  ],
  [
    [education, 'separate'],
    [transport, 'separate'],
  ],
  [
    [water, 'lead'],
    [health, 'assist'],
    [transport, 'assist'],
  ],
  [[health, 'sole']],
  [[park, 'sole']],
  [[transport, 'lead']],
  [[health, 'assist']],
  [
    [water, 'separate'],
    [education, 'separate'],
    [health, 'assist'],
  ],
  [[park, 'assist']],
  [[water, 'separate']],
  [],
  [
    [education, 'lead'],
    [water, 'lead'],
  ],
  [
    [education, 'sole'],
    [health, 'assist'],
  ],
  [[dissolved, 'sole']],
  [[nowhere, 'sole']],
  [
    [transport, 'lead'],
    [transport, 'assist'],
  ],
];

const contents = (points: number): readonly ReplyContent[] => {
  const full = fullReply(Array.from({ length: points }, (_, index) => index + 1));
  return [
    full,
    { ...full, resultClass: 'B', disclosure: 'onRequest', disclosureReason: '涉及个人信息' },
    { ...full, answers: full.answers.slice(1) },
    { ...full, answers: full.answers.map((answer) => ({ ...answer, adoption: null })) },
    { ...full, resultClass: null },
    { ...full, resultClass: 'Z' },
    { ...full, disclosure: null },
    { ...full, disclosure: 'notPublic' },
    { ...full, contactPhone: ' ' },
    { ...full, answers: [...full.answers, { no: points + 1, answer: '多答', adoption: 'adopted' }] },
    { ...full, answers: [...full.answers, ...full.answers] },
  ];
};

const verdicts = (points: number) => {
  const each = Array.from({ length: points }, (_, index) => ({ no: index + 1, verdict: 'done' as const }));
  const good = { ...verdict('satisfied'), points: each };
  return [
    good,
    { ...good, outcome: 'dissatisfied', reason: '未落实' },
    { ...good, attitude: 'basicallySatisfied' },
    { ...good, attitude: 'dissatisfied', reason: '未联系' },
    { ...good, attitude: 'dissatisfied' },
    { ...good, outcome: 'delighted' },
    { ...good, points: each.slice(1) },
    { ...good, points: [...each, { no: points + 1, verdict: 'done' as const }] },
  ];
};

const contactOf = (id: number, variant: number, date: string): CaseCommand => {
  const face = {
    channel: variant % 3 === 1 ? 'phone' : 'visit',
    proposerPresent: variant % 5 !== 4,
  } as const;
  const good = { ...face, stage: variant % 2 === 0 ? 'before' : 'during' } as const;
  const far = '2027-12-31';
  switch (variant % 11) {
    case 7:
      return contact(id, date, { ...good, said: ' ' });
    case 8:
      return contact(id, date, { ...good, at: moment(far).instant, on: far });
    case 9:
      return contact(id, date, { ...good, on: '2026-01-01', at: moment('2026-01-01').instant });
    case 10:
      return contact(id, date, { ...good, proposerIds: [cast.otherProposer.personId] });
    default:
      return contact(id, date, good);
  }
};

const people = everyone.map((actor) => actor.personId);

/** Sections and people: of the unit at target for the first variants, of anywhere for the others. */
const inside = (model: Model, id: number, variant: number) => {
  const unit = model.duties[id - 1]?.unit ?? education;
  const staff = staffOf(unit);
  const own =
    {
      [education]: [sections.schools, sections.exams],
      [transport]: [sections.roads],
      [water]: [sections.rivers],
    }[unit] ?? [];
  const strange = variant % 7 === 6;
  return {
    sectionId: strange ? at(Object.values(sections), variant) : (at([...own, null], variant) ?? null),
    handlerId:
      variant % 7 === 5
        ? at(people, variant)
        : at([...staff.slice(-3), ...(staff.length > 0 ? [] : people)], variant),
    leaderId: at(staff.length > 1 ? staff.slice(1, 2) : people, variant),
  };
};

const onDutyOf = (model: Model, kind: Kind, id: number, variant: number): CaseCommand => {
  const text = at(texts, variant);
  const unitId = at([transport, health, education, water, park, dissolved], variant);
  switch (kind) {
    case 'requestHandBack':
      return onDuty(id, {
        type: 'requestHandBack',
        reason: text,
        rightUnitId: unitId,
        basis: at(texts, variant + 1),
      });
    case 'upholdAndReassign':
      return { on: 'assignment', id, command: { type: 'upholdAndReassign', note: text, toUnitId: unitId } };
    case 'upholdHandBack':
    case 'rejectHandBack':
      return onDuty(id, { type: kind, note: text });
    case 'revoke':
      return onDuty(id, { type: 'revoke', reason: text });
    case 'subAssign':
      return onDuty(id, {
        type: 'subAssign',
        ...inside(model, id, variant),
        ...(variant % 5 === 4 ? { handlerId: null } : {}),
      });
    case 'handOver':
      return onDuty(id, { type: 'handOver', toId: inside(model, id, variant).handlerId, reason: text });
    case 'writeOpinion':
      return opinion(id, text, at([null, '不同意第一点', ' '], variant));
    case 'startReply':
      return draft(id);
    default:
      return signFor(id);
  }
};

const onReplyOf = (model: Model, kind: Kind, id: number, variant: number): CaseCommand => {
  const content = at(contents(model.points), variant);
  switch (kind) {
    case 'save':
    case 'amendInReview':
      return onReply(id, { type: kind, content });
    case 'approve':
      return onReply(id, { type: 'approve', note: '' });
    case 'sendBack':
      return onReply(id, {
        type: 'sendBack',
        to: at([-1, 0, 1, 2, 3, -2, 0.5], variant),
        reason: at(texts, variant >> 3),
      });
    case 'submit':
    case 'recall':
      return onReply(id, { type: kind });
    default:
      return onReply(id, {
        type: 'issue',
        documentNo: variant % 9 === 8 ? ' ' : `云字〔2026〕${id}号`,
        copies: [],
        opinionsMissingReason: variant % 2 === 0 ? null : '逾期未复',
      });
  }
};

const onMatterOf = (kind: Kind, variant: number): CaseCommand => {
  const text = at(texts, variant);
  switch (kind) {
    case 'amend':
      return onMatter({ type: 'amend', text: { title: variant % 2 === 0 ? `第${variant}稿` : text } });
    case 'splitPoints':
      return onMatter({
        type: 'splitPoints',
        points: at([['一', '二'], ['一'], ['一', '二', '三'], [], ['一', ' ']], variant),
      });
    case 'close':
      return onMatter({ type: 'close', reason: at([null, ...texts], variant) });
    case 'reopen':
      return onMatter({ type: 'reopen', reason: text });
    default:
      return onMatter({ type: 'withdraw', reason: text });
  }
};

export const commandOf = (
  model: Model,
  kind: Kind,
  target: number,
  variant: number,
  date: string,
): CaseCommand => {
  switch (kind) {
    case 'amend':
    case 'splitPoints':
    case 'close':
    case 'reopen':
    case 'withdraw':
      return onMatterOf(kind, variant);
    case 'assign':
      return assign(...at(plans, variant));
    case 'recordContact':
      return contactOf(target, variant, date);
    case 'strike':
      return strike(target, at(texts, variant));
    case 'save':
    case 'submit':
    case 'amendInReview':
    case 'approve':
    case 'sendBack':
    case 'recall':
    case 'issue':
      return onReplyOf(model, kind, target, variant);
    case 'rate':
      return rate(target, at(verdicts(model.points), variant));
    case 'enterForProposer':
      return enterForProposer(target, at(verdicts(model.points), variant), variant % 4 === 3 ? null : 77);
    default:
      return onDutyOf(model, kind, target, variant);
  }
};

const targetsOf = (model: Model, kind: Kind): number => {
  const { on } = commandOf(model, kind, 1, 0, '2026-03-02');
  if (on === 'matter' || on === 'plan') return 1;
  if (kind === 'strike') return model.contacts.length;
  if (on === 'reply') return model.replies.length;
  return on === 'rating' ? model.ratings.length : model.duties.length;
};

/** Numbers from the generator that choose one move. */
export type Choice = {
  readonly kind: number;
  readonly who: number;
  readonly target: number;
  readonly variant: number;
  readonly chance: number;
};

const offices: readonly Actor[] = [cast.supervisor, cast.congressOffice];
const raters: readonly Actor[] = [cast.leadProposer, cast.coProposer, cast.congressOffice];

const crews: ReadonlyMap<number, readonly Actor[]> = new Map(
  Object.values(units).map((unit) => [unit, everyone.filter((actor) => unitOf(actor) === unit)] as const),
);

/** Those who might have something to say about the row that the command aims at. */
const concerned = (model: Model, aim: CaseCommand): readonly Actor[] => {
  if (aim.on === 'matter' || aim.on === 'plan') return offices;
  if (aim.on === 'rating') return raters;
  const strikes = aim.on === 'contact' && aim.command.type === 'strike';
  const rows = aim.on === 'reply' ? model.replies : strikes ? model.contacts : null;
  const place = rows === null ? aim.id - 1 : rows[aim.id - 1]?.duty;
  const inside = crews.get(model.duties[place ?? 0]?.unit ?? 0) ?? [];
  return aim.on === 'assignment' ? [...inside, ...offices] : inside;
};

/** Any command of anyone at anything, in or out of season; seldom at a row that is not there. */
export const wildMove = (model: Model, choice: Choice, date: string): Told => {
  const there = (choice.chance % 2 === 0 ? kinds : likely).filter((kind) => targetsOf(model, kind) > 0);
  const kind = at(there, choice.kind);
  const targets = targetsOf(model, kind) + (choice.chance % 20 === 0 ? 1 : 0);
  const command = commandOf(model, kind, 1 + (choice.target % targets), choice.variant, date);
  const some = concerned(model, command);
  return {
    actor: at(choice.chance % 3 === 0 || some.length === 0 ? everyone : some, choice.who),
    date,
    command,
  };
};

type Found = Told & { readonly kind: Kind; readonly target: number };

const legalOf = (model: Model, kind: Kind, choice: Choice, date: string): Found | null => {
  const targets = targetsOf(model, kind);
  for (const variant of [choice.variant, 0])
    for (let step = 0; step < targets; step += 1) {
      const target = 1 + ((choice.target + step) % targets);
      const command = commandOf(model, kind, target, variant, date);
      const some = concerned(model, command);
      for (let turn = 0; turn < some.length; turn += 1) {
        const told = { actor: at(some, choice.who + turn), date, command };
        if (judge(model, told) !== null) return { ...told, kind, target };
      }
    }
  return null;
};

/** A command that the model hears, as far as there is one; null: nobody may do anything. */
export const guidedMove = (model: Model, choice: Choice, date: string): Found | null => {
  for (let turn = 0; turn < likely.length; turn += 1) {
    const kind = at(likely, choice.kind + turn * 7);
    if ((choice.chance + turn) % (seldom[kind] ?? 1) !== 0) continue;
    const told = legalOf(model, kind, choice, date);
    if (told !== null) return told;
  }
  return null;
};

const forward = [
  'reopen',
  'close',
  'enterForProposer',
  'rate',
  'issue',
  'approve',
  'submit',
  'startReply',
  'signFor',
  'writeOpinion',
  'recordContact',
  'save',
  'subAssign',
  'assign',
] as const satisfies readonly Kind[];

/** One time in so many, for what could come before its turn, or go on for ever. */
const patience: Readonly<Partial<Record<Kind, number>>> = {
  close: 3,
  reopen: 9,
  recordContact: 4,
  writeOpinion: 4,
  subAssign: 4,
};

/** What brings the matter on: mostly the latest step that can be taken, so that second and third rounds are reached. */
export const forwardMove = (model: Model, choice: Choice, date: string): Found | null => {
  const variant = choice.variant % 16;
  for (const [place, kind] of forward.entries()) {
    if (((choice.chance >> place) & 1) === 1 || choice.kind % (patience[kind] ?? 1) > 0) continue;
    const told = legalOf(model, kind, { ...choice, variant: kind === 'save' ? variant % 2 : variant }, date);
    if (told !== null) return told;
  }
  return guidedMove(model, choice, date);
};

/** The right person at the right thing at the right time, with whatever he may have got wrong. */
export const nearMove = (model: Model, choice: Choice, date: string): Told | null => {
  const found = choice.kind % 2 === 0 ? guidedMove(model, choice, date) : forwardMove(model, choice, date);
  if (found === null) return null;
  const variant = choice.variant + 1 + (choice.chance % 11);
  return { ...found, command: commandOf(model, found.kind, found.target, variant, date) };
};
