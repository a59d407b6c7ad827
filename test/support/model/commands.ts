/** Commands for the model-based test: of every kind, at every target, sound and unsound. */
import type { CaseCommand } from '#core/case/case-command.ts';
import type { ReplyContent } from '#core/reply/reply.ts';
import { cast, everyone, fullReply, moment, sections, staffOf, units } from '../builders.ts';
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
  'pauseClock',
  'resumeClock',
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

/** The item at this place, counted round and round. */
export const at = <Item>(items: readonly Item[], index: number): Item => {
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

/** Made once for each number of points: a run asks for them some hundred thousand times. */
const byPoints = <Made>(make: (points: number) => Made): ((points: number) => Made) => {
  const made = new Map<number, Made>();
  return (points) => {
    const known = made.get(points);
    if (known !== undefined) return known;
    const fresh = make(points);
    made.set(points, fresh);
    return fresh;
  };
};

const contents = byPoints((points): readonly ReplyContent[] => {
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
});

const verdicts = byPoints((points) => {
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
});

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
    case 'pauseClock':
    case 'resumeClock':
      return onDuty(id, { type: kind, reason: text });
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

/** How many rows there are that a command of this kind could aim at. */
export const targetsOf = (model: Model, kind: Kind): number => {
  const { on } = commandOf(model, kind, 1, 0, '2026-03-02');
  if (on === 'matter' || on === 'plan') return 1;
  if (kind === 'strike') return model.contacts.length;
  if (on === 'reply') return model.replies.length;
  return on === 'rating' ? model.ratings.length : model.duties.length;
};
