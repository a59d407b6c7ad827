import { describe, expect, test } from 'vitest';
import type { Actor, Grant } from '#core/access.ts';
import { act } from '#core/case/act.ts';
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import { type CaseFile, liveDuties } from '#core/case/case-file.ts';
import type { LocalDate } from '#core/words.ts';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';
import { stored } from '#test/support/story.ts';
import type { DemoMatter, DemoStage, ReviewLevelKey, StoryStep } from './demo.ts';
import { demoCity } from './demo-city.ts';

const city = demoCity();

/** Any key of the demo as a number, the same each time. */
const ids = new Map<string, number>();
const idOf = (key: string): number => {
  const id = ids.get(key) ?? ids.size + 1;
  ids.set(key, id);
  return id;
};

const actors = new Map<string, Actor>(
  city.people.map((person) => [
    person.key,
    {
      jurisdictionId: 1,
      personId: idOf(person.key),
      name: person.name,
      via: 'session',
      grants: person.grants.map(({ role, unit, section, organ }): Grant => {
        const within = role === 'section-head' || role === 'handler' ? section : unit;
        return {
          role,
          ...(within === undefined ? {} : { unitId: idOf(within) }),
          ...(organ === undefined || role === 'proposer' ? {} : { organId: idOf(organ) }),
        };
      }),
    },
  ]),
);

const momentOf = (local: string): { instant: string; date: LocalDate } => ({
  instant: new Date(`${local}:00+08:00`).toISOString(),
  date: local.slice(0, 10),
});

const factsOf = (step: StoryStep): CaseFacts => {
  const unit = 'unit' in step ? city.units.find(({ key }) => key === step.unit) : undefined;
  const peopleOf = (role: string): readonly number[] =>
    city.people
      .filter(({ grants }) => grants.some((grant) => grant.unit === unit?.key && grant.role === role))
      .map(({ key }) => idOf(key));
  return {
    units: new Map(city.units.map(({ key, boundary }) => [idOf(key), { open: true, boundary }])),
    sectionIds: (unit?.sections ?? []).map(({ key }) => idOf(key)),
    handlerIds: peopleOf('handler'),
    leaderIds: peopleOf('unit-leader'),
    unitNames: new Map(),
  };
};

const beginning = (matter: DemoMatter): CaseFile => ({
  matter: {
    id: 1,
    version: 1,
    kind: matter.kind,
    organId: idOf(matter.organ),
    sessionId: idOf(matter.session),
    inSession: matter.timeMark === 'inSession',
    caseNo: matter.caseNo,
    title: matter.title,
    body: matter.body,
    category: matter.category,
    publicConsent: 'full',
    level: 'city',
    proposerType: 'individual',
    priority: false,
    stage: 'filed',
    points: matter.points.map((text, index) => ({ no: index + 1, text })),
    filedOn: matter.filedOn,
    assignedOn: null,
    closedAt: null,
  },
  proposerIds: [matter.leadProposer, ...matter.coSigners].map(idOf),
  duties: [],
  contacts: [],
  opinions: [],
  replies: [],
  ratings: [],
  ruleset: national,
  calendar: cnCalendar,
  sessionClosesOn: '2026-01-30',
});

const levels: readonly ReviewLevelKey[] = ['section-head', 'unit-office', 'unit-leader'];

const dutyId = (file: CaseFile, unit: string): number =>
  liveDuties(file).find((duty) => duty.unitId === idOf(unit))?.id ?? -99;

const replyId = (file: CaseFile, unit: string, round: number): number =>
  file.replies.find((reply) => reply.assignmentId === dutyId(file, unit) && reply.round === round)?.id ?? -99;

type Of<Act extends StoryStep['act']> = Extract<StoryStep, { act: Act }>;

const onReply = (
  file: CaseFile,
  step: Of<'draftReply'> | Of<'submitReview'> | Of<'approve'> | Of<'sendBack'> | Of<'issue'>,
): CaseCommand => {
  const id = replyId(file, step.unit, step.round);
  switch (step.act) {
    case 'draftReply': {
      const { opening, closing, resultClass, disclosure, disclosureReason = '', contactPerson } = step;
      const answers = step.points.map(({ point, answer, adopted }) => ({
        no: point,
        answer,
        adoption: adopted ? ('adopted' as const) : ('notAdopted' as const),
      }));
      const contactPhone = '19900000001';
      const content = {
        opening,
        answers,
        closing,
        resultClass,
        disclosure,
        disclosureReason,
        contactPerson,
        contactPhone,
      };
      return { on: 'reply', id, command: { type: 'save', content } };
    }
    case 'submitReview':
      return { on: 'reply', id, command: { type: 'submit' } };
    case 'approve':
      return { on: 'reply', id, command: { type: 'approve', note: step.remark } };
    case 'sendBack': {
      const to = step.toLevel === 'handler' ? -1 : levels.indexOf(step.toLevel);
      return { on: 'reply', id, command: { type: 'sendBack', to, reason: step.reason } };
    }
    case 'issue': {
      const { documentNo, copies } = step;
      return { on: 'reply', id, command: { type: 'issue', documentNo, copies, opinionsMissingReason: null } };
    }
  }
};

const onRating = (file: CaseFile, step: Of<'rate'>): CaseCommand => {
  const reply = replyId(file, step.unit, step.round);
  const rating = file.ratings.find((one) => one.replyId === reply && one.proposerId === idOf(step.actor));
  const words = { done: 'done', partly: 'partly', not: 'notDone', notYet: 'notYet' } as const;
  const verdict = {
    attitude: step.attitude,
    outcome: step.outcome,
    reason: step.reason ?? '',
    points: step.points.map(({ point, delivered }) => ({ no: point, verdict: words[delivered] })),
  };
  return { on: 'rating', id: rating?.id ?? -99, command: { type: 'rate', verdict, scanId: null } };
};

const onContact = (file: CaseFile, step: Of<'contact'>): CaseCommand => {
  const { instant, date } = momentOf(step.heldAt);
  const { stage, channel, place, proposerPresent, said } = step;
  const contact = {
    stage,
    channel,
    place,
    proposerPresent,
    said,
    at: instant,
    on: date,
    who: step.by,
    rank: 'handler' as const,
    proposerIds: step.with.map(idOf),
    fileIds: [],
  };
  return { on: 'contact', id: dutyId(file, step.unit), command: { type: 'record', contact } };
};

const commandOf = (file: CaseFile, step: StoryStep): CaseCommand => {
  switch (step.act) {
    case 'assign': {
      const duties = step.assignments.map(({ unit, role }) => ({ unitId: idOf(unit), role }));
      return { on: 'plan', command: { type: 'assign', duties, responsibleLeader: '分管市领导' } };
    }
    case 'signFor':
      return { on: 'assignment', id: dutyId(file, step.unit), command: { type: 'signFor' } };
    case 'handBack': {
      const { reason, rightUnit, duty } = step;
      const command = { type: 'requestHandBack', reason, rightUnitId: idOf(rightUnit), basis: duty } as const;
      return { on: 'assignment', id: dutyId(file, step.unit), command };
    }
    case 'decideHandBack': {
      const id = dutyId(file, step.unit);
      return step.newUnit === undefined
        ? { on: 'assignment', id, command: { type: 'rejectHandBack', note: step.reason } }
        : {
            on: 'assignment',
            id,
            command: { type: 'upholdAndReassign', note: step.reason, toUnitId: idOf(step.newUnit) },
          };
    }
    case 'askExtension': {
      const { until, reason } = step;
      const command = { type: 'askExtension', until, reason, fileIds: [] } as const;
      return { on: 'assignment', id: dutyId(file, step.unit), command };
    }
    case 'decideExtension': {
      const { until, note } = step;
      const command =
        until === null
          ? ({ type: 'refuseExtension', note } as const)
          : ({ type: 'grantExtension', until, note } as const);
      return { on: 'assignment', id: dutyId(file, step.unit), command };
    }
    case 'pauseClock': {
      const command = { type: 'pauseClock', reason: step.reason } as const;
      return { on: 'assignment', id: dutyId(file, step.unit), command };
    }
    case 'subAssign': {
      const handlerId = step.handler === null ? null : idOf(step.handler);
      const command = {
        type: 'subAssign',
        sectionId: idOf(step.section),
        handlerId,
        leaderId: idOf(step.leader),
      } as const;
      return { on: 'assignment', id: dutyId(file, step.unit), command };
    }
    case 'contact':
      return onContact(file, step);
    case 'opinion': {
      const command = {
        type: 'give',
        text: step.text,
        dissent: step.dissent ?? null,
        contactPerson: step.actor,
      } as const;
      return { on: 'opinion', id: dutyId(file, step.unit), command };
    }
    case 'draftReply':
    case 'submitReview':
    case 'approve':
    case 'sendBack':
    case 'issue':
      return onReply(file, step);
    case 'rate':
      return onRating(file, step);
    case 'close':
      return { on: 'matter', command: { type: 'close', reason: step.unratedReason ?? null } };
    case 'reopen':
      return { on: 'matter', command: { type: 'reopen', reason: step.reason } };
    case 'withdraw':
      return { on: 'matter', command: { type: 'withdraw', reason: step.reason } };
  }
};

/** The proposer asks in writing, the organ's office enters it: 撤案 is the only step that someone else gives for its actor. */
const actorOf = (matter: DemoMatter, step: StoryStep): Actor => {
  const key = step.act === 'withdraw' ? `${matter.organ}-office-1` : step.actor;
  const actor = actors.get(key);
  if (actor === undefined) throw new Error(`nobody is called ${key}`);
  return actor;
};

const give = (file: CaseFile, matter: DemoMatter, step: StoryStep, command: CaseCommand): CaseFile => {
  const outcome = act(file, command, {
    actor: actorOf(matter, step),
    at: momentOf(step.at),
    facts: factsOf(step),
  });
  if (!outcome.ok)
    throw new Error(
      `${matter.key} ${step.at} ${step.act} by ${step.actor}: ${JSON.stringify(outcome.refusal)}`,
    );
  return stored(outcome.file);
};

const play = (matter: DemoMatter): CaseFile =>
  matter.steps.reduce((file, step) => {
    const starts = step.act === 'draftReply' && replyId(file, step.unit, step.round) === -99;
    const ready = starts
      ? give(file, matter, step, { on: 'newReply', id: dutyId(file, step.unit), command: { type: 'start' } })
      : file;
    return give(ready, matter, step, commandOf(ready, step));
  }, beginning(matter));

/** The product's stage for each of the demo's. */
const productStage: Readonly<Record<DemoStage, readonly string[]>> = {
  waitingAssignment: ['filed'],
  waitingSignFor: ['assigned'],
  handBackPending: ['handling'],
  waitingSubAssign: ['handling'],
  waitingHandler: ['handling'],
  noContact: ['handling'],
  handling: ['handling'],
  waitingOpinions: ['handling'],
  sentBack: ['handling'],
  reviewSectionHead: ['handling'],
  reviewUnitOffice: ['handling'],
  reviewUnitLeader: ['handling'],
  cleared: ['handling'],
  issuedUnrated: ['replied'],
  partlyRated: ['replied'],
  rated: ['rated'],
  secondRound: ['rehandling', 'replied'],
  closed: ['closed'],
  withdrawn: ['withdrawn'],
  reopened: ['rehandling'],
};

describe('the product accepts every story', () => {
  test('no step of any matter is refused, and each ends in its stage', () => {
    const ends = city.matters.map((matter) => [matter.key, matter.stage, play(matter).matter.stage] as const);
    const wrong = ends.filter(([, stage, end]) => !productStage[stage].includes(end));
    expect(wrong).toEqual([]);
  });

  test('extensions are seen granted, refused and waiting, and one clock stands still', () => {
    const ends = city.matters.flatMap((matter) => play(matter).duties);
    const states = ends.flatMap(({ extensions }) => extensions.map(({ state }) => state)).toSorted();
    expect(states).toEqual(['asked', 'granted', 'refused']);
    expect(ends.filter(({ pauses }) => pauses.at(-1)?.to === null)).toHaveLength(1);
  });

  test('the player does refuse: a reply without its contact does not get out', () => {
    const matter = city.matters.find(({ steps }) => steps.some(({ act: name }) => name === 'issue'));
    if (matter === undefined) throw new Error('no issued matter');
    const silent = { ...matter, steps: matter.steps.filter(({ act: name }) => name !== 'contact') };
    expect(() => play(silent)).toThrow('contact-required');
  });
});
