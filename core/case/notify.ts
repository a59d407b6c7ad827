import type { Assignment } from '../assignment/assignment.ts';
import { type CaseFile, liveDuties, mainDuties } from './case-file.ts';
import type { CaseEvent } from './case-event.ts';
import { decidesExtension } from './extend.ts';
import { handBackArbiter } from './hand-back-arbiter.ts';

/** Whom a notice is for; the server finds the people. */
export type Recipient =
  | { readonly to: 'unitOffice'; readonly unitId: number }
  | { readonly to: 'person'; readonly personId: number }
  | { readonly to: 'sectionHead'; readonly sectionId: number }
  | { readonly to: 'unitLeader'; readonly unitId: number }
  | { readonly to: 'organOffice'; readonly organId: number }
  | { readonly to: 'supervisors' }
  | { readonly to: 'cityLeaders' };

export type NoticeKind =
  | 'assigned'
  | 'handBackRequested'
  | 'handBackHeard'
  | 'dutyPassed'
  | 'objectionRaised'
  | 'objectionDecided'
  | 'objectionWithdrawn'
  | 'handBackUpheld'
  | 'handBackRejected'
  | 'revoked'
  | 'subAssigned'
  | 'handedOver'
  | 'opinionGiven'
  | 'toReview'
  | 'sentBack'
  | 'cleared'
  | 'replyIssued'
  | 'disclosureRecorded'
  | 'followUpRecorded'
  | 'rated'
  | 'roundOpened'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'extensionWithdrawn'
  | 'clockPaused'
  | 'clockResumed'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'merged'
  | 'unmerged'
  | 'proposerLeft'
  // supervision (notify-supervision.ts)
  | 'urged'
  | 'urgeAcknowledged'
  | 'urgeTakenBack'
  | 'noticeServed'
  | 'noticeAcknowledged'
  | 'noticeReportedBack'
  | 'noticeReportReturned'
  | 'noticeSettled'
  | 'noticeCancelled'
  // session opinions
  | 'sessionRecorderAppointed'
  | 'sessionRecordSubmitted'
  | 'sessionOpinionForwarded'
  | 'sessionOpinionAnswered'
  | 'sessionOpinionHandedBack'
  | 'sessionAnswerSentBack'
  | 'sessionOpinionRecalled'
  | 'sessionOpinionClosed'
  | 'sessionOpinionsWaiting';

export type Notice = { readonly kind: NoticeKind; readonly recipients: readonly Recipient[] };

const reviewer = (file: CaseFile, replyId: number): readonly Recipient[] => {
  const reply = file.replies.find((one) => one.id === replyId);
  const duty = file.duties.find((one) => one.id === reply?.assignmentId);
  if (reply === undefined || duty === undefined) return [];
  if (reply.state === 'cleared') return [{ to: 'unitOffice', unitId: duty.unitId }];
  switch (file.ruleset.reviewLevels[reply.level]?.by) {
    case 'section-head':
      return duty.sectionId === null
        ? [{ to: 'unitOffice', unitId: duty.unitId }]
        : [{ to: 'sectionHead', sectionId: duty.sectionId }];
    case 'unit-office':
      return [{ to: 'unitOffice', unitId: duty.unitId }];
    case 'unit-leader':
      return duty.leaderId === null
        ? [{ to: 'unitLeader', unitId: duty.unitId }]
        : [{ to: 'person', personId: duty.leaderId }];
    case undefined:
      return [];
  }
};

const deciders = (file: CaseFile, duty: Assignment): readonly Recipient[] => [
  ...(decidesExtension(file, duty, 'supervisor') ? [{ to: 'supervisors' } as const] : []),
  ...(decidesExtension(file, duty, 'organ-office')
    ? [{ to: 'organOffice', organId: file.matter.organId } as const]
    : []),
];

const proposersOf = (file: CaseFile): readonly Recipient[] =>
  file.proposerIds.map((personId) => ({ to: 'person', personId }));

type ClockEvent = Extract<
  Extract<CaseEvent, { on: 'assignment' }>['event'],
  { readonly type: `extension${string}` | `clock${string}` }
>;

/** About the date of a duty: its bodies hear of requests, its unit of decisions, the proposer where the rules want it. */
const onClock = (
  file: CaseFile,
  duty: Assignment,
  event: ClockEvent,
  unit: readonly Recipient[],
): readonly Notice[] => {
  switch (event.type) {
    case 'extensionAsked':
    case 'extensionWithdrawn':
      return [{ kind: event.type, recipients: deciders(file, duty) }];
    case 'extensionGranted':
      return [{ kind: event.type, recipients: [...unit, ...(event.tellProposer ? proposersOf(file) : [])] }];
    case 'extensionRefused':
    case 'clockPaused':
    case 'clockResumed':
      return [{ kind: event.type, recipients: unit }];
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const onAssignment = (file: CaseFile, item: Extract<CaseEvent, { on: 'assignment' }>): readonly Notice[] => {
  const duty = file.duties.find((one) => one.id === item.id);
  if (duty === undefined) return [];
  const office: Recipient = { to: 'unitOffice', unitId: duty.unitId };
  const handler: readonly Recipient[] =
    duty.handlerId === null ? [] : [{ to: 'person', personId: duty.handlerId }];
  switch (item.event.type) {
    case 'dutyAssigned':
      return (duty.past ?? null) === null ? [{ kind: 'assigned', recipients: [office] }] : [];
    case 'handBackRequested':
      return [
        {
          kind: 'handBackRequested',
          recipients: [
            ...(duty.boundary ? [] : [{ to: 'supervisors' } as const]),
            { to: 'organOffice', organId: file.matter.organId },
            ...(handBackArbiter(file, duty) === null ? [] : [{ to: 'cityLeaders' } as const]),
          ],
        },
      ];
    case 'handBackUpheld':
      return [{ kind: 'handBackUpheld', recipients: [office] }];
    case 'handBackRejected':
      return [{ kind: 'handBackRejected', recipients: [office] }];
    case 'dutyRevoked':
      return [{ kind: 'revoked', recipients: [office, ...handler] }];
    case 'subAssigned':
      return [
        {
          kind: 'subAssigned',
          recipients:
            duty.handlerId === null && duty.sectionId !== null
              ? [{ to: 'sectionHead', sectionId: duty.sectionId }]
              : handler,
        },
      ];
    case 'handedOver':
      return [{ kind: 'handedOver', recipients: handler }];
    case 'roundOpened':
      return [{ kind: 'roundOpened', recipients: [office, ...handler, { to: 'supervisors' }] }];
    case 'extensionAsked':
    case 'extensionWithdrawn':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'clockPaused':
    case 'clockResumed':
      return onClock(file, duty, item.event, [office, ...handler]);
    case 'disclosureRecorded':
    case 'followUpRecorded':
      return [{ kind: item.event.type, recipients: proposersOf(file) }];
    case 'signedFor':
    case 'dutyAnswered':
    // Long over: nobody is told of what he did then.
    case 'pastRecorded':
      return [];
    default: {
      const forgotten: never = item.event;
      return forgotten;
    }
  }
};

const onReply = (file: CaseFile, item: Extract<CaseEvent, { on: 'reply' }>): readonly Notice[] => {
  const reply = file.replies.find((one) => one.id === item.id);
  const duty = file.duties.find((one) => one.id === reply?.assignmentId);
  const handler: readonly Recipient[] =
    duty?.handlerId == null ? [] : [{ to: 'person', personId: duty.handlerId }];
  switch (item.event.type) {
    case 'replySubmitted':
    case 'replyApproved':
      return [
        { kind: reply?.state === 'cleared' ? 'cleared' : 'toReview', recipients: reviewer(file, item.id) },
      ];
    case 'replySentBack':
      return [{ kind: 'sentBack', recipients: item.event.to < 0 ? handler : reviewer(file, item.id) }];
    case 'replyIssued':
      return [
        {
          kind: 'replyIssued',
          recipients: [...proposersOf(file), { to: 'organOffice', organId: file.matter.organId }],
        },
      ];
    case 'replyStarted':
    case 'replySaved':
    case 'replyRecalled':
      return [];
    default: {
      const forgotten: never = item.event;
      return forgotten;
    }
  }
};

const onMatter = (file: CaseFile, item: Extract<CaseEvent, { on: 'matter' }>): readonly Notice[] => {
  const everyone: readonly Recipient[] = [
    ...liveDuties(file).map((duty) => ({ to: 'unitOffice', unitId: duty.unitId }) as const),
    ...proposersOf(file),
  ];
  switch (item.event.type) {
    case 'matterClosed':
      return [{ kind: 'closed', recipients: everyone }];
    case 'matterReopened':
      return [{ kind: 'reopened', recipients: everyone }];
    case 'matterWithdrawn':
      return [{ kind: 'withdrawn', recipients: everyone }];
    case 'matterMerged':
      return [{ kind: 'merged', recipients: everyone }];
    case 'matterUnmerged':
      return [{ kind: 'unmerged', recipients: everyone }];
    case 'proposerLeft':
      // The others stand under it without him, and the units owe him no reply.
      return [{ kind: 'proposerLeft', recipients: everyone }];
    default:
      return [];
  }
};

/** Who is told of what happened: at most one notice for each event, and nobody is told of his own act (the server leaves the actor out). */
export const noticesFor = (file: CaseFile, events: readonly CaseEvent[]): readonly Notice[] =>
  events.flatMap((item): readonly Notice[] => {
    switch (item.on) {
      case 'matter':
        return onMatter(file, item);
      case 'assignment':
        return onAssignment(file, item);
      case 'reply':
        return onReply(file, item);
      case 'opinion':
        return [
          {
            kind: 'opinionGiven',
            recipients: mainDuties(file).map(
              (duty): Recipient =>
                duty.handlerId === null
                  ? { to: 'unitOffice', unitId: duty.unitId }
                  : { to: 'person', personId: duty.handlerId },
            ),
          },
        ];
      case 'rating':
        return [
          {
            kind: 'rated',
            recipients: [
              { to: 'organOffice', organId: file.matter.organId },
              ...mainDuties(file).map((duty) => ({ to: 'unitOffice', unitId: duty.unitId }) as const),
            ],
          },
        ];
      case 'contact':
        return [];
      default: {
        const forgotten: never = item;
        return forgotten;
      }
    }
  });
