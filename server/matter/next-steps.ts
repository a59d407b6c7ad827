import { endedAs } from '#core/matter/matter.ts';
import { handBackArbiter } from '#core/case/hand-back-arbiter.ts';
import { extensionDecisionDue, ratingDue } from '#core/case/due.ts';
import { compareDates } from '#core/clock/calendar.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { viewDate } from '../case/owed.ts';
import { isHimself } from '#core/access.ts';
import type { MatterPage, Look } from './look.ts';
import { personName } from './look.ts';

type Step = MatterPage['next'][number];

type Duty = MatterPage['assignments'][number];
type Replies = MatterPage['replies'];

/** The actions that do what is owed; looking after a duty in other ways does not make it one's own next step. */
const stepActions: Readonly<Record<string, readonly string[]>> = {
  signFor: ['signFor'],
  decideHandBack: ['upholdHandBack'],
  opinion: ['writeOpinion'],
  reply: ['startReply'],
  rehandle: ['startReply'],
};

const stepReplyActions = new Set(['save', 'submit', 'approve', 'issue']);

const isMine = (duty: Duty, replies: Replies): boolean => {
  const actions = stepActions[duty.owed?.duty ?? ''] ?? [];
  const current = replies.find((reply) => reply.assignmentId === duty.id && reply.round === duty.round);
  return (
    duty.allowedActions.some(
      ({ action }) => actions.includes(action) || (action === 'subAssign' && duty.handler === null),
    ) ||
    (current?.allowedActions.some(({ action }) => stepReplyActions.has(action)) ?? false)
  );
};

/** While a reply is under review or cleared it is not the handler's to move. */
const whoOf = (duty: Duty, replies: Replies): string => {
  const current = replies.find((reply) => reply.assignmentId === duty.id && reply.round === duty.round);
  if (current?.levelName != null) return `${duty.unit.name} ${current.levelName.zh}`;
  if (duty.handler === null || duty.state === 'assigned' || current?.state === 'cleared')
    return duty.unit.name;
  return `${duty.unit.name} ${duty.handler.name}`;
};

/** A hand-back waits for the office, or for the leader in charge where the ruleset sends it up; never for its unit. */
const whoDecides = ({ file, around }: Look, dutyId: number): string => {
  const duty = file.duties.find(({ id }) => id === dutyId);
  const up = duty !== undefined && handBackArbiter(file, duty) !== null;
  return up && around.responsibleLeader !== '' ? around.responsibleLeader : around.organ.name;
};

const byDuty = (look: Look, duties: MatterPage['assignments'], replies: Replies): Step[] =>
  duties.flatMap((duty) => {
    const { owed } = duty;
    if (owed === null) return [];
    const who = owed.duty === 'decideHandBack' ? whoDecides(look, duty.id) : whoOf(duty, replies);
    return [{ who, duty: owed.duty, owed, mine: isMine(duty, replies) }];
  });

/** A request for an extension waits for whoever decides on it, beside what the unit itself owes. */
const byDeciders = (look: Look, duties: MatterPage['assignments']): Step[] =>
  look.file.duties.flatMap((duty) => {
    const shown = duties.find(({ id }) => id === duty.id);
    if (shown?.extensions.some(({ state }) => state === 'asked') !== true) return [];
    const due = extensionDecisionDue(look.file, duty);
    return [
      {
        // The government's office where the rules leave it to that one; else the organ's, which may decide beside it.
        who:
          shown.extensionDecidedBy === 'supervisor'
            ? commonMessages['role.supervisor'].zh
            : look.around.organ.name,
        duty: 'decideExtension',
        owed: due === null ? null : viewDate(look.file, look.scene.at.date, 'decideExtension', due),
        mine: shown.allowedActions.some(
          ({ action, refusal }) => action === 'grantExtension' && refusal === null,
        ),
      },
    ];
  });

const byProposers = (look: Look): Step[] => {
  const current = look.file.ratings.filter((rating) => {
    const reply = look.file.replies.find((one) => one.id === rating.replyId);
    const duty = look.file.duties.find((one) => one.id === reply?.assignmentId);
    return (
      rating.state === 'open' &&
      // Who left the proposers is asked no more.
      look.file.proposerIds.includes(rating.proposerId) &&
      duty?.round === rating.round &&
      duty.state === 'answered'
    );
  });
  return [...Map.groupBy(current, ({ proposerId }) => proposerId)].map(([id, ratings]) => {
    const dates = ratings.flatMap((rating) => ratingDue(look.file, rating) ?? []);
    const first = dates.sort((a, b) => compareDates(a.date, b.date)).at(0);
    return {
      who: personName(look, id),
      duty: 'rate',
      owed: first === undefined ? null : viewDate(look.file, look.scene.at.date, 'rate', first),
      mine: isHimself(look.scene.actor, id),
    };
  });
};

/** Who must do what next: units by their duties, proposers by their open ratings, the office at the start and the end. */
export const nextSteps = (look: Look, duties: MatterPage['assignments'], replies: Replies): Step[] => {
  const { stage } = look.file.matter;
  if (endedAs(stage) !== null) return [];
  const officeActs = look.onMatter.has('organ-office') || look.onMatter.has('supervisor');
  const office = look.around.organ.name;
  if (stage === 'filed') return [{ who: office, duty: 'assign', owed: null, mine: officeActs }];
  if (stage === 'rated') return [{ who: office, duty: 'close', owed: null, mine: officeActs }];
  return [...byDuty(look, duties, replies), ...byDeciders(look, duties), ...byProposers(look)];
};
