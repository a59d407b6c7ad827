/** Chooses moves for the model-based test: any at all, nearly right, right, or such as bring the matter on. */
import type { Actor } from '#core/access.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import { cast, everyone, unitOf, units } from '../builders.ts';
import type { Model } from './case-model.ts';
import { at, commandOf, type Kind, kinds, targetsOf } from './commands.ts';
import { judge, type Told } from './judge.ts';

/** What carries a matter forward comes often: else few would see a second round. */
const likely: readonly Kind[] = [
  ...kinds,
  ...(['assign', 'signFor', 'subAssign', 'handOver', 'recordContact', 'startReply', 'save'] as const).flatMap(
    (kind) => [kind, kind],
  ),
  ...(['submit', 'approve', 'issue', 'rate'] as const).flatMap((kind) => [kind, kind, kind, kind]),
];
/** One time in so many: what ends or undoes a matter, and what can be done again and again. */
const seldom: Readonly<Partial<Record<Kind, number>>> = {
  withdraw: 17,
  revoke: 13,
  pauseClock: 11,
  resumeClock: 7,
  close: 3,
  reopen: 11,
  strike: 5,
  recall: 3,
  subAssign: 7,
  handOver: 2,
  upholdHandBack: 3,
  upholdAndReassign: 3,
  rejectHandBack: 3,
  amend: 5,
  splitPoints: 7,
  recordContact: 7,
  writeOpinion: 7,
  save: 13,
  amendInReview: 3,
  sendBack: 2,
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
  if (aim.on === 'matter' || aim.on === 'plan' || aim.on === 'history') return offices;
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
