/** The core's case file in the model's words, and the case file on which both begin. */
import type { CaseFile } from '#core/case/case-file.ts';
import type { Assignment } from '#core/assignment/assignment.ts';
import type { Reply } from '#core/reply/reply.ts';
import type { ContactDuty, DeadlineRule, Ruleset } from '#core/ruleset.ts';
import { caseFile, cast, organs, ruleset } from '../builders.ts';
import { type DutyNow, type Model, type ModelRules, type ReplyNow, stage } from './case-model.ts';

const dutyNow: Readonly<Record<Assignment['state'], DutyNow>> = {
  assigned: 'new',
  signed: 'held',
  handBackRequested: 'asking',
  answered: 'done',
  rehandling: 'again',
  handedBack: 'returned',
  revoked: 'taken',
};

const replyNow: Readonly<Record<Reply['state'], ReplyNow>> = {
  draft: 'drafting',
  sentBack: 'sentBack',
  inReview: 'reviewing',
  cleared: 'cleared',
  issued: 'issued',
};

/** What the core says is so, as far as the model has a word for it. */
export const asCoreSees = (file: CaseFile): object => ({
  stage: file.matter.stage,
  points: file.matter.points.length,
  duties: file.duties.map((duty) => ({
    unit: duty.unitId,
    role: duty.role,
    now: dutyNow[duty.state],
    round: duty.round,
    since: duty.assignedOn,
    section: duty.sectionId,
    handler: duty.handlerId,
    asked: duty.handBack !== null,
    paused: duty.pauses.some(({ to }) => to === null),
  })),
  replies: file.replies.map((reply) => ({
    duty: reply.assignmentId - 1,
    round: reply.round,
    now: replyNow[reply.state],
    level: reply.level,
    by: reply.submittedBy,
    content: reply.content,
  })),
  ratings: file.ratings.map((rating) => ({
    reply: rating.replyId - 1,
    proposer: rating.proposerId,
    sealed: rating.state === 'sealed',
    byOffice: rating.enteredBy !== null,
  })),
  contacts: file.contacts.map((contact) => ({
    duty: contact.assignmentId - 1,
    round: contact.round,
    stage: contact.stage,
    channel: contact.channel,
    present: contact.proposerPresent,
    struck: contact.struck,
  })),
  opinions: file.opinions.map((opinion) => opinion.assignmentId - 1),
});

export const asModelSees = (model: Model): object => ({
  stage: stage(model),
  points: model.points,
  duties: model.duties,
  replies: model.replies,
  ratings: model.ratings,
  contacts: model.contacts,
  opinions: model.opinions,
});

const source = ruleset.reviewSource;

const rulesetOf = (rules: ModelRules): Ruleset => ({
  ...ruleset,
  reviewLevels: rules.levels.map((by) => ({ by, name: { zh: by, en: by } })),
  contactDuties: rules.contacts.map(
    (wanted): ContactDuty => ({
      stage: wanted.stage,
      channels: wanted.faceToFace ? ['visit'] : [],
      proposerPresent: wanted.faceToFace,
      source,
    }),
  ),
  opinionsRequired: rules.opinionsRequired,
  rating: { ...ruleset.rating, who: rules.everyoneRates ? 'everyProposer' : 'lead' },
  deadlines: [
    // The model knows no date of an answer: that a pause comes too late is the business of pause.test.ts.
    ...ruleset.deadlines.filter(({ duty }) => !['handBack', 'opinion', 'reply', 'rehandle'].includes(duty)),
    ...(rules.window === null
      ? []
      : [
          {
            duty: 'handBack',
            base: 'assigned',
            amount: { unit: 'day', count: rules.window },
            source,
          } satisfies DeadlineRule,
        ]),
  ],
});

/** A matter of the congress, filed and not assigned, as both see it. */
export const beginning = (rules: ModelRules): { readonly file: CaseFile; readonly model: Model } => ({
  file: caseFile({ ruleset: rulesetOf(rules) }),
  model: {
    rules,
    proposers: [cast.leadProposer.personId, cast.coProposer.personId],
    organ: organs.congress,
    end: null,
    points: 2,
    duties: [],
    replies: [],
    ratings: [],
    contacts: [],
    opinions: [],
  },
});
