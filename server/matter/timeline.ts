import { mayReadDraft, mayReadExtension, standingsOnDuty } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { CaseEvent } from '#core/case/case-event.ts';
import type { Look, MatterPage } from './look.ts';
import { personName, unitName } from './look.ts';
import { isSide, sideEvents } from './side-events.ts';
import { isSupervision, supervisionEvents } from './supervision-events.ts';

type Params = Record<string, string | number>;

const ofDuty = (look: Look, id: number): Params => {
  const duty = look.file.duties.find((one) => one.id === id);
  return duty === undefined ? {} : { unit: unitName(look, duty.unitId) };
};

const onAssignment = (look: Look, item: Extract<CaseEvent, { on: 'assignment' }>): Params => {
  const unit = ofDuty(look, item.id);
  const { event } = item;
  const reads = mayReadExtension(standingsOnDuty(look.scene.actor, partiesOf(look.file), item.id));
  switch (event.type) {
    case 'dutyAssigned':
      return { unit: unitName(look, event.unitId), role: event.role };
    case 'handBackRequested':
      return {
        ...unit,
        rightUnit: unitName(look, event.handBack.rightUnitId),
        reason: event.handBack.reason,
      };
    case 'handBackUpheld':
    case 'handBackRejected':
      return { ...unit, note: event.note };
    case 'dutyRevoked':
      return { ...unit, reason: event.reason };
    case 'subAssigned':
      return { ...unit, handler: event.handlerId === null ? '' : personName(look, event.handlerId) };
    case 'handedOver':
      return { ...unit, handler: personName(look, event.toId) };
    case 'roundOpened':
      return { ...unit, round: event.round };
    case 'extensionAsked':
      return { ...unit, until: event.extension.until, reason: event.extension.reason };
    case 'extensionGranted':
      return { ...unit, until: event.until, ...(reads ? { note: event.note } : {}) };
    case 'extensionRefused':
    case 'extensionWithdrawn':
      return { ...unit, note: event.note };
    case 'clockPaused':
    case 'clockResumed':
      return reads ? { ...unit, reason: event.reason } : unit;
    case 'disclosureRecorded': {
      const { on, place, reason } = event.record;
      return { ...unit, on, place: place ?? '', reason };
    }
    case 'followUpRecorded':
      return { ...unit, on: event.record.on, text: event.record.text };
    case 'signedFor':
    case 'dutyAnswered':
      return unit;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const onReply = (look: Look, item: Extract<CaseEvent, { on: 'reply' }>): Params => {
  const reply = look.file.replies.find((one) => one.id === item.id);
  const unit = reply === undefined ? {} : ofDuty(look, reply.assignmentId);
  const { event } = item;
  if (event.type === 'replyIssued') return { ...unit, documentNo: event.documentNo };
  if (event.type === 'replySentBack') return { ...unit, to: event.to };
  if (event.type === 'replyApproved') return { ...unit, level: event.level + 1 };
  return unit;
};

const paramsOf = (look: Look, item: CaseEvent): Params => {
  switch (item.on) {
    case 'matter':
      if (item.event.type === 'stageMoved') return { from: item.event.from, to: item.event.to };
      if (item.event.type === 'pointsSplit') return { count: item.event.points.length };
      if (item.event.type === 'matterMerged' || item.event.type === 'matterUnmerged')
        return { caseNo: item.event.mainCaseNo, reason: item.event.reason };
      if (item.event.type === 'matterTakenIn' || item.event.type === 'matterLetGo')
        return { caseNo: item.event.caseNo };
      if (item.event.type === 'proposerLeft')
        return {
          proposer: item.event.name,
          reason: item.event.reason,
          ...(item.event.viaCaseNo === null ? {} : { caseNo: item.event.viaCaseNo }),
        };
      if ('reason' in item.event && item.event.reason !== null) return { reason: item.event.reason };
      return {};
    case 'assignment':
      return onAssignment(look, item);
    case 'contact':
      return item.event.type === 'contactRecorded'
        ? { ...ofDuty(look, item.event.contact.assignmentId), channel: item.event.contact.channel }
        : {};
    case 'opinion':
      return ofDuty(look, item.event.opinion.assignmentId);
    case 'reply':
      return onReply(look, item);
    case 'rating': {
      const rating = look.file.ratings.find((one) => one.id === item.id);
      return {
        ...(rating === undefined ? {} : { proposer: personName(look, rating.proposerId) }),
        entered: item.event.enteredBy === null ? 0 : 1,
      };
    }
    default: {
      const forgotten: never = item;
      return forgotten;
    }
  }
};

/** Steps of a draft are the unit's own; whoever stands outside sees the letter when it leaves. */
const internal = new Set([
  'replySubmitted',
  'replyApproved',
  'replySentBack',
  'replyRecalled',
  'subAssigned',
  'handedOver',
  'extensionAsked',
  'extensionRefused',
  'extensionWithdrawn',
]);
const silent = new Set(['replySaved', 'replyStarted']);

/** Steps inside a unit are for its own people and for the offices that oversee the whole. */
const isHidden = (look: Look, item: CaseEvent): boolean => {
  if (!look.outside || !('id' in item)) return look.outside;
  const reply = item.on === 'reply' ? look.file.replies.find((one) => one.id === item.id) : undefined;
  const dutyId = reply?.assignmentId ?? item.id;
  return !mayReadDraft(standingsOnDuty(look.scene.actor, partiesOf(look.file), dutyId));
};

const isEvent = (value: unknown): value is CaseEvent =>
  typeof value === 'object' &&
  value !== null &&
  'on' in value &&
  'event' in value &&
  !isSupervision(value) &&
  !isSide(value);

export const composeTimeline = (look: Look): MatterPage['timeline'] =>
  look.around.journal.flatMap((entry) => {
    const data: readonly unknown[] = Array.isArray(entry.data) ? entry.data : [];
    const acts = data
      .filter(isEvent)
      .filter(
        (item) => !silent.has(item.event.type) && !(internal.has(item.event.type) && isHidden(look, item)),
      )
      .map((item) => ({ type: item.event.type, params: paramsOf(look, item) }));
    const events = [...acts, ...supervisionEvents(look, data), ...sideEvents(look, data)];
    if (events.length === 0) return [];
    const { n, actor, for: inNameOf, command } = entry;
    return [{ n, at: new Date(entry.at).toISOString(), actor, for: inNameOf, command, events }];
  });
