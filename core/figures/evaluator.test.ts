/**
 * An evaluator of its own: counts every figure of matters from the case files as they were after each command, without
 * facts, events or expressions. Random histories, random moments: it and the product must say the same.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleset } from '#test/support/builders.ts';
import { dayInChina, rowsAsOf } from '#test/support/fact-rows.ts';
import { beginning } from '#test/support/model/compare.ts';
import { dating, factsOfLife, lifeArb, live, otherLeader } from '#test/support/model/lives.ts';
import { livePast, pastLifeArb } from '#test/support/past-life.ts';
import type { AfterReply } from '../assignment/after-reply.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { dueOf } from '../case/due.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Reply } from '../reply/reply.ts';
import { figureCatalogue } from './catalogue.ts';
import { measure } from './evaluate.ts';
import type { Filters } from './expression.ts';
import type { Variant } from './figure.ts';

// From here on nothing knows facts or expressions: case files as they were, and plain counting.

type Share = { readonly numerator: number; readonly denominator: number | null };
type Seen = {
  readonly at: string;
  readonly now: CaseFile;
  readonly before: readonly CaseFile[];
  readonly leader: string | null;
};

const sum = (list: readonly Seen[], count: (one: Seen) => number): number =>
  list.reduce((all, one) => all + count(one), 0);

const ever = ({ before }: Seen, was: (file: CaseFile) => boolean): boolean => before.some(was);
const isGone = ({ now }: Seen): boolean => now.matter.stage === 'withdrawn';

const dutiesIn = (seen: Seen, which: (duty: Assignment) => boolean): readonly Assignment[] =>
  isGone(seen) ? [] : seen.now.duties.filter((duty) => duty.endedOn === null && which(duty));
const replying = (duty: Assignment): boolean => duty.role !== 'assist';
const hasAnswered = (seen: Seen, { id }: Assignment): boolean =>
  ever(seen, ({ duties }) => duties.find((duty) => duty.id === id)?.state === 'answered');
/** Talked over before its first answer, by what was on record at the moment asked for. */
const talkedFirst = (seen: Seen, duty: Assignment, channels: readonly string[] | null): boolean => {
  const answered = seen.before.find(
    ({ duties }) => duties.find(({ id }) => id === duty.id)?.state === 'answered',
  );
  return seen.now.contacts.some(
    (contact) =>
      !contact.struck &&
      contact.assignmentId === duty.id &&
      (channels?.includes(contact.channel) ?? true) &&
      answered?.contacts.some(({ id }) => id === contact.id),
  );
};

const issued = (seen: Seen): readonly Reply[] =>
  isGone(seen) ? [] : seen.now.replies.filter(({ state }) => state === 'issued');
const finals = (seen: Seen): readonly Reply[] =>
  issued(seen).filter(
    (reply) =>
      !issued(seen).some((other) => other.assignmentId === reply.assignmentId && other.round > reply.round),
  );
const firsts = (seen: Seen): readonly Reply[] => issued(seen).filter(({ round }) => round === 1);
const laters = (seen: Seen): readonly Reply[] => issued(seen).filter(({ round }) => round > 1);
const levels = ruleset.satisfaction.map(({ code }) => code);
/** The worst place on the scale of all sealed verdicts; -1: nobody has rated, or not in this dimension. */
const verdict = ({ now }: Seen, reply: Reply, dimension: 'attitude' | 'outcome'): number =>
  Math.max(
    -1,
    ...now.ratings.flatMap((rating) =>
      rating.replyId === reply.id && rating.verdict !== null
        ? [levels.indexOf(rating.verdict[dimension])]
        : [],
    ),
  );
const isRated =
  (seen: Seen) =>
  (reply: Reply): boolean =>
    verdict(seen, reply, 'outcome') >= 0 || verdict(seen, reply, 'attitude') >= 0;
const isRatedIn =
  (seen: Seen, dimension: 'attitude' | 'outcome') =>
  (reply: Reply): boolean =>
    verdict(seen, reply, dimension) >= 0;

const count = (list: readonly Seen[], of: (seen: Seen) => readonly unknown[]): number =>
  sum(list, (one) => of(one).length);
const share = (
  list: readonly Seen[],
  of: (seen: Seen) => readonly unknown[],
  among: (seen: Seen) => readonly unknown[],
): Share => ({
  numerator: count(list, of),
  denominator: count(list, among),
});
const matters = (list: readonly Seen[], which: (seen: Seen) => boolean): number => list.filter(which).length;

const withoutUnit = ({ duties }: CaseFile): boolean => duties.every(({ endedOn }) => endedOn !== null);
const assigned = (seen: Seen): boolean => !isGone(seen) && !withoutUnit(seen.now);
/** Answered since it was last without any unit. */
const answeredMatter = ({ before }: Seen): boolean =>
  before.slice(before.findLastIndex(withoutUnit) + 1).some(({ matter }) => matter.stage === 'replied');

const extended =
  (...states: readonly Assignment['extensions'][number]['state'][]) =>
  ({ extensions }: Assignment): boolean =>
    extensions.some(({ state }) => states.includes(state));

const over = (seen: Seen, duty: Assignment): boolean => {
  const date = dueOf(dating(seen.now), { ...duty, round: 1 }, duty.role === 'assist' ? 'opinion' : 'reply');
  return date !== null && date.why.paused === null && `${date.date}T15:59:59.999Z` <= seen.at;
};

const isAdopted = ({ adoption }: Reply['content']['answers'][number]): boolean =>
  adoption === 'adopted' || adoption === 'partly';
/** A record of an earlier year has no letter, and tells no points. */
const points = (replies: readonly Reply[]): Reply['content']['answers'] =>
  replies.flatMap(({ documentNo, content }) => (typeof documentNo === 'string' ? content.answers : []));
const recorded = ({ now }: Seen, reply: Reply, is: (record: AfterReply) => boolean): boolean =>
  now.duties.some(
    ({ id, afterReply }) =>
      id === reply.assignmentId && afterReply.some((one) => one.round === reply.round && is(one)),
  );
const promises = (seen: Seen): readonly Reply[] =>
  finals(seen).filter(({ content }) => content.resultClass === 'B');
const keptPromises = (seen: Seen): readonly Reply[] =>
  promises(seen).filter((reply) => recorded(seen, reply, (one) => one.duty === 'followUp' && one.settled));

const satisfaction = (list: readonly Seen[]): Record<string, Share> =>
  Object.fromEntries(
    (['outcome', 'attitude'] as const).flatMap((dimension) =>
      (['final', 'first'] as const).flatMap((round) =>
        (['with', 'without'] as const).map((basic) => {
          const base = (seen: Seen) =>
            (round === 'final' ? finals(seen) : firsts(seen)).filter(isRatedIn(seen, dimension));
          // 满意, 基本满意, 不满意: the national scale.
          const good = (seen: Seen) =>
            base(seen).filter((reply) => verdict(seen, reply, dimension) <= (basic === 'with' ? 1 : 0));
          return [`satisfactionRate.${dimension}-${round}-${basic}`, share(list, good, base)];
        }),
      ),
    ),
  );

const ownEvaluation = (list: readonly Seen[]): Record<string, Share> => {
  const all = () => true;
  const duties = (which: (duty: Assignment) => boolean) => (seen: Seen) => dutiesIn(seen, which);
  const answered = (seen: Seen) => dutiesIn(seen, replying).filter((duty) => hasAnswered(seen, duty));
  // A list of an earlier year may leave the class open.
  const classed = (seen: Seen) => finals(seen).filter(({ content }) => content.resultClass !== null);
  const ofClass = (code: string) => (seen: Seen) =>
    finals(seen).filter(({ content }) => content.resultClass === code);
  const everGiven = (seen: Seen) => (isGone(seen) ? [] : seen.now.duties);
  const adopts = ({ content }: Reply) => content.answers.some(isAdopted);
  return {
    'mattersFiled.all': { numerator: list.length, denominator: null },
    'mattersFiled.standing': { numerator: matters(list, (seen) => !isGone(seen)), denominator: null },
    'mattersFiled.withdrawn': { numerator: matters(list, isGone), denominator: null },
    'mattersAssigned.all': { numerator: matters(list, assigned), denominator: null },
    'mattersAssigned.ever': {
      numerator: matters(list, (seen) => !isGone(seen) && seen.now.matter.assignedOn !== null),
      denominator: null,
    },
    'overdue.all': {
      numerator: count(list, (seen) =>
        dutiesIn(seen, replying).filter((duty) => !hasAnswered(seen, duty) && over(seen, duty)),
      ),
      denominator: null,
    },
    'replyRate.due': share(list, answered, (seen) =>
      dutiesIn(seen, replying).filter((duty) => hasAnswered(seen, duty) || over(seen, duty)),
    ),
    'completionRate.all': {
      numerator: matters(list, (seen) => assigned(seen) && answeredMatter(seen)),
      denominator: matters(list, assigned),
    },
    'completionRate.closed': {
      numerator: matters(list, ({ now }) => now.matter.stage === 'closed'),
      denominator: matters(list, assigned),
    },
    'assignments.all': { numerator: count(list, duties(all)), denominator: null },
    'assistShare.all': share(
      list,
      duties(({ role }) => role === 'assist'),
      duties(all),
    ),
    'signRate.all': share(
      list,
      duties(({ signedOn }) => signedOn !== null),
      duties(all),
    ),
    'handBackRate.asked': share(
      list,
      (seen) =>
        everGiven(seen).filter(({ id }) =>
          ever(seen, (file) => file.duties.some((duty) => duty.id === id && duty.handBack !== null)),
        ),
      everGiven,
    ),
    'handBackRate.ended': share(
      list,
      (seen) => everGiven(seen).filter(({ endedOn }) => endedOn !== null),
      everGiven,
    ),
    'extensionRate.all': share(list, duties(extended('granted')), duties(all)),
    'extensionRate.asked': share(
      list,
      duties(extended('asked', 'granted', 'refused', 'withdrawn')),
      duties(all),
    ),
    'extensionRate.refused': share(
      list,
      duties(extended('refused')),
      duties(extended('asked', 'granted', 'refused', 'withdrawn')),
    ),
    'replyRate.all': share(list, answered, duties(replying)),
    'contactRate.answered': share(
      list,
      (seen) => answered(seen).filter((duty) => talkedFirst(seen, duty, null)),
      answered,
    ),
    'faceToFaceRate.answered': share(
      list,
      (seen) => answered(seen).filter((duty) => talkedFirst(seen, duty, ruleset.faceToFace)),
      answered,
    ),
    'visitRate.answered': share(
      list,
      (seen) => answered(seen).filter((duty) => talkedFirst(seen, duty, ['visit'])),
      answered,
    ),
    'repliesIssued.all': { numerator: count(list, finals), denominator: null },
    'repliesIssued.rounds': { numerator: count(list, issued), denominator: null },
    'repliesIssued.later': { numerator: count(list, laters), denominator: null },
    'classShare:A.final': share(list, ofClass('A'), classed),
    'classShare:B.final': share(list, ofClass('B'), classed),
    'pointsAnswered.all': { numerator: sum(list, (seen) => points(finals(seen)).length), denominator: null },
    'pointsAnswered.adopted': {
      numerator: sum(list, (seen) => points(finals(seen)).filter(isAdopted).length),
      denominator: null,
    },
    'promises.all': { numerator: count(list, promises), denominator: null },
    'promises.kept': { numerator: count(list, keptPromises), denominator: null },
    'promises.open': {
      numerator: count(list, promises) - count(list, keptPromises),
      denominator: null,
    },
    'promises.points': { numerator: sum(list, (seen) => points(promises(seen)).length), denominator: null },
    'promises.pointsKept': {
      numerator: sum(list, (seen) => points(keptPromises(seen)).length),
      denominator: null,
    },
    'turnedToSolvedRate.all': share(list, keptPromises, promises),
    'publicationRate.all': share(
      list,
      (seen) =>
        finals(seen).filter((reply) =>
          recorded(seen, reply, (one) => one.duty === 'disclose' && one.place !== null),
        ),
      finals,
    ),
    'adoptionRate.replies': share(list, (seen) => finals(seen).filter(adopts), finals),
    'responseRate.final': share(list, (seen) => finals(seen).filter(isRated(seen)), finals),
    'firstUnsatisfiedRate.outcome': share(
      list,
      (seen) => firsts(seen).filter((reply) => verdict(seen, reply, 'outcome') === 2),
      (seen) => firsts(seen).filter(isRatedIn(seen, 'outcome')),
    ),
    'secondSatisfactionRate.outcome': share(
      list,
      (seen) =>
        laters(seen).filter(
          (reply) => isRatedIn(seen, 'outcome')(reply) && verdict(seen, reply, 'outcome') < 2,
        ),
      (seen) => laters(seen).filter(isRatedIn(seen, 'outcome')),
    ),
    ...satisfaction(list),
  };
};

const reached = new Set<string>();
const ledThen = new Set<string>();
/** What is not assigned, or no more, is no leader's. */
const beforeAssigning = /^mattersFiled|[.]ever$/;

let changed = 0;

test('an evaluator that knows only the case files as they were says the same, at any moment', () => {
  const names = new Map<string, Variant>(
    figureCatalogue(ruleset).flatMap((figure) =>
      figure.variants.map((variant) => [`${figure.id}.${variant.id}`, variant] as const),
    ),
  );
  fc.assert(
    fc.property(
      fc.array(lifeArb, { minLength: 1, maxLength: 3 }),
      fc.array(pastLifeArb, { maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      (lives, imported, picks) => {
        const played = [
          ...lives.map(({ seeds, ...rules }) => live(beginning(rules), seeds)),
          ...imported.map(livePast),
        ];
        const cases = played.map((life) => factsOfLife(life));
        const instants = played.flatMap(({ pasts }) => pasts.map(({ at }) => at)).sort();
        for (const pick of picks) {
          const asOf = instants[pick % instants.length] ?? '';
          const list = played.flatMap(({ pasts }): Seen[] => {
            const known = pasts.filter(({ at }) => at <= asOf);
            const before = known.map(({ file }) => file);
            const last = known.at(-1);
            return last === undefined ? [] : [{ at: asOf, now: last.file, before, leader: last.leader }];
          });
          const say = (name: string, filters: Filters) => {
            const variant = names.get(name);
            if (variant === undefined) throw new Error(`No figure ${name}`);
            return measure(variant, rowsAsOf(cases, asOf), filters, { asOf, dayOf: dayInChina });
          };
          for (const [name, expected] of Object.entries(ownEvaluation(list))) {
            const found = say(name, {});
            expect(found, `${name} as of ${asOf}`).toEqual(expected);
            if (found.numerator > 0) reached.add(name);
          }
          const led = list.filter(({ leader }) => leader === otherLeader);
          for (const [name, expected] of Object.entries(ownEvaluation(led))) {
            if (beforeAssigning.test(name)) continue;
            const found = say(name, { leader: [otherLeader] });
            expect(found, `${name} of one leader as of ${asOf}`).toEqual(expected);
            if (found.numerator > 0) ledThen.add(name);
          }
          for (const { pasts } of played)
            if (new Set(pasts.map(({ leader }) => leader)).size > 2) changed += 1;
        }
      },
    ),
    { numRuns: 60 },
  );
  // Each of them was more than nothing at some moment.
  expect(Object.keys(ownEvaluation([])).filter((name) => !reached.has(name))).toEqual([]);
  // Some matters went over from one leader to the other.
  expect([changed > 0, ledThen.size > 20]).toEqual([true, true]);
}, 120_000);
