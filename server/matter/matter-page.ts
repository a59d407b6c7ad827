/** Puts the matter page together: pure, from the case file, what surrounds it, and who looks. */
import {
  type Actor,
  isHimself,
  mayReadDraft,
  mayReadExtension,
  type Standing,
  standingsOnDuty,
  standingsOnMatter,
} from '#core/access.ts';
import { type Assignment, inHandStates } from '#core/assignment/assignment.ts';
import { ownerlessDays } from '#core/assignment/ownerless.ts';
import { allowedOnAssignment, allowedOnMatter, allowedOnRating, allowedOnReply } from '#core/case/allowed.ts';
import { type CaseFile, partiesOf } from '#core/case/case-file.ts';
import { extensionDecisionDue, handBackDue, owedByUnit, owedToProposer } from '#core/case/due.ts';
import { extensionDecidedBy, extensionTerms } from '#core/case/extend.ts';
import { contactStillDue } from '#core/contact/contact.ts';
import { endedAs } from '#core/matter/matter.ts';
import { levelOf } from '#core/reply/decide.ts';
import { sessionName } from '#core/session-name.ts';
import type { Moment } from '#core/words.ts';
import { momentOf } from '../platform/moment.ts';
import type { LoadedCase } from '../case/load-case.store.ts';
import { viewDate, viewOwed } from '../case/owed.ts';
import type { Surroundings } from './surroundings.ts';
import { type Look, type MatterPage, personName, unitName } from './look.ts';
import { afterReplyOf } from './after-reply.ts';
import { filedOf, mergingOf } from './filed-from.ts';
import { nextSteps } from './next-steps.ts';
import { composeTimeline } from './timeline.ts';

const named = (id: number | null, name: (id: number) => string) =>
  id === null ? null : { id, name: name(id) };

/** What the unit must talk about before it may reply, from the day it has the matter in hand (law 4). */
const contactDue = (file: CaseFile, duty: Assignment): MatterPage['assignments'][number]['contactDue'] => {
  if (duty.role === 'assist' || !inHandStates.includes(duty.state) || endedAs(file.matter.stage) !== null)
    return null;
  const standing = file.contacts.filter((contact) => !contact.struck && contact.assignmentId === duty.id);
  const due = contactStillDue(file.ruleset.contactDuties, standing, duty.round);
  return due === null
    ? null
    : { stage: due.stage, channels: [...due.channels], proposerPresent: due.proposerPresent };
};

/** Who may ask, decide or oversee sees why and on what paper; others see only that the date was put off, and to when. */
const extensionsOf = (look: Look, duty: Assignment) => {
  const { file, scene } = look;
  const inside = mayReadExtension(standingsOnDuty(scene.actor, partiesOf(file), duty.id));
  const terms = inside ? extensionTerms(file, duty) : null;
  const decideBy = extensionDecisionDue(file, duty);
  return {
    extensions: duty.extensions
      .filter(({ state }) => inside || state === 'granted')
      .map(({ fileIds, ...one }) => ({
        n: one.n,
        round: one.round,
        state: one.state,
        askedOn: one.askedOn,
        dueOn: one.dueOn,
        until: one.until,
        decidedOn: one.decidedOn,
        reason: inside ? one.reason : '',
        note: inside ? one.note : '',
        files: inside ? fileIds.flatMap((id) => look.around.files.find((file) => file.id === id) ?? []) : [],
      })),
    extensionDecidedBy: duty.boundary ? ('organ-office' as const) : extensionDecidedBy(file, duty),
    decideExtension:
      inside && decideBy !== null ? viewDate(file, scene.at.date, 'decideExtension', decideBy) : null,
    extensionTerms:
      terms === null
        ? null
        : {
            due: terms.due,
            limit: terms.limit,
            left: terms.left,
            evidence: terms.rule.evidence,
            tellProposer: terms.rule.tellProposer,
          },
    pauses: duty.pauses.map(({ reason, ...pause }) => ({ ...pause, reason: inside ? reason : '' })),
  };
};

const assignments = (look: Look): MatterPage['assignments'] => {
  const { file, scene } = look;
  const today = scene.at.date;
  return file.duties.map((duty) => {
    const window = duty.state === 'assigned' || duty.state === 'signed' ? handBackDue(file, duty) : null;
    return {
      id: duty.id,
      version: duty.version,
      unit: {
        id: duty.unitId,
        name: unitName(look, duty.unitId),
        boundary: look.around.units.find((unit) => unit.id === duty.unitId)?.boundary ?? false,
      },
      role: duty.role,
      state: duty.state,
      round: duty.round,
      assignedOn: duty.assignedOn,
      signedOn: duty.signedOn,
      answeredOn: duty.answeredOn,
      endedOn: duty.endedOn,
      section: named(duty.sectionId, (id) => unitName(look, id)),
      handler: named(duty.handlerId, (id) => personName(look, id)),
      leader: named(duty.leaderId, (id) => personName(look, id)),
      handBack:
        duty.handBack === null
          ? null
          : {
              reason: duty.handBack.reason,
              rightUnit: { id: duty.handBack.rightUnitId, name: unitName(look, duty.handBack.rightUnitId) },
              basis: duty.handBack.basis,
              requestedOn: duty.handBack.requestedOn,
              decidedOn: duty.handBack.decidedOn,
              note: look.around.handBackNotes.find((one) => one.id === duty.id)?.note ?? null,
            },
      handBackUntil: window === null ? null : viewDate(file, today, 'handBack', window),
      owed: file.matter.stage === 'withdrawn' ? null : viewOwed(file, today, owedByUnit(file, duty)),
      ...extensionsOf(look, duty),
      ...afterReplyOf(look, duty),
      contactDue: contactDue(file, duty),
      resultClass:
        file.replies.filter((reply) => reply.assignmentId === duty.id && reply.state === 'issued').at(-1)
          ?.content.resultClass ?? null,
      allowedActions: [...allowedOnAssignment(file, duty, scene)] as never,
    };
  });
};

const contacts = (look: Look): MatterPage['contacts'] =>
  look.file.contacts.map((contact) => {
    const mark = look.around.contactMarks.find((one) => one.id === contact.id);
    const duty = look.file.duties.find((one) => one.id === contact.assignmentId);
    return {
      id: contact.id,
      assignmentId: contact.assignmentId,
      unitName: unitName(look, duty?.unitId ?? 0),
      round: contact.round,
      stage: contact.stage,
      channel: contact.channel,
      at: new Date(contact.at).toISOString(),
      place: contact.place,
      who: contact.who,
      rank: contact.rank,
      proposerPresent: contact.proposerPresent,
      proposers: contact.proposerIds.map((id) => ({ id, name: personName(look, id) })),
      said: contact.said,
      files: contact.fileIds.flatMap((id) => look.around.files.find((file) => file.id === id) ?? []),
      enteredBy: mark?.enteredBy ?? '',
      struck:
        mark?.struckReason == null
          ? null
          : {
              reason: mark.struckReason,
              by: mark.struckBy ?? '',
              at: new Date(mark.struckAt ?? contact.at).toISOString(),
            },
    };
  });

const isProposerOnly = (look: Look): boolean =>
  [...look.onMatter].every((standing) => standing === 'lead-proposer' || standing === 'co-proposer');

const opinions = (look: Look): MatterPage['opinions'] => {
  const anyIssued = look.file.replies.some((reply) => reply.state === 'issued');
  if (isProposerOnly(look) && !anyIssued) return [];
  return look.file.opinions.map((opinion) => {
    const duty = look.file.duties.find((one) => one.id === opinion.assignmentId);
    const time = look.around.opinionTimes.find((one) => one.id === opinion.id)?.at ?? look.scene.at.instant;
    const { id, assignmentId, n, text, dissent, contactPerson } = opinion;
    return {
      id,
      assignmentId,
      unitName: unitName(look, duty?.unitId ?? 0),
      n,
      text,
      dissent,
      contactPerson,
      givenAt: new Date(time).toISOString(),
    };
  });
};

const replies = (look: Look): MatterPage['replies'] => {
  const { file, scene } = look;
  return file.replies.flatMap((reply) => {
    const duty = file.duties.find((one) => one.id === reply.assignmentId);
    const inside = mayReadDraft(standingsOnDuty(scene.actor, partiesOf(file), reply.assignmentId));
    const issued = reply.state === 'issued';
    if (!issued && !inside && look.outside) return [];
    const level = levelOf(reply, file.ruleset.reviewLevels);
    return [
      {
        id: reply.id,
        version: reply.version,
        assignmentId: reply.assignmentId,
        unitName: unitName(look, duty?.unitId ?? 0),
        round: reply.round,
        state: reply.state,
        content: issued || inside ? { ...reply.content, answers: [...reply.content.answers] } : null,
        level: reply.level,
        levelName: level?.name ?? null,
        documentNo: issued || inside ? reply.documentNo : null,
        issuedOn: reply.issuedOn,
        resultClass: issued || inside ? reply.content.resultClass : null,
        reviews:
          look.outside && !inside
            ? []
            : look.around.reviews
                .filter((review) => review.replyId === reply.id)
                .map((review) => ({
                  level: review.level,
                  outcome: review.outcome,
                  toLevel: review.toLevel,
                  by: review.by,
                  // Notes on a draft belong to the unit, like the draft.
                  note: inside ? review.note : '',
                  at: new Date(review.at).toISOString(),
                })),
        allowedActions: [...allowedOnReply(file, reply, scene)] as never,
      },
    ];
  });
};

const ratings = (look: Look): MatterPage['ratings'] => {
  const { file, scene } = look;
  return file.ratings.flatMap((rating) => {
    const own = isHimself(scene.actor, rating.proposerId);
    if (isProposerOnly(look) && !own) return [];
    return [
      {
        id: rating.id,
        version: rating.version,
        replyId: rating.replyId,
        round: rating.round,
        proposer: { id: rating.proposerId, name: personName(look, rating.proposerId) },
        state: rating.state,
        verdict: rating.verdict === null ? null : { ...rating.verdict, points: [...rating.verdict.points] },
        draft: own
          ? ((look.around.drafts.find((one) => one.ratingId === rating.id)?.draft ?? null) as never)
          : null,
        enteredForProposer: rating.enteredBy !== null,
        scanId: rating.scanId,
        sealedAt: rating.sealedAt === null ? null : new Date(rating.sealedAt).toISOString(),
        allowedActions: [...allowedOnRating(file, rating, scene)] as never,
      },
    ];
  });
};

const proposers = (look: Look): MatterPage['proposers'] =>
  look.file.proposerIds.map((id, position) => {
    const person = look.around.people.find((one) => one.id === id);
    return {
      id,
      name: person?.name ?? String(id),
      lead: position === 0,
      group: person?.group ?? '',
      phone: person?.phone ?? null,
    };
  });

export const composePage = (file: LoadedCase, around: Surroundings, actor: Actor, at: Moment): MatterPage => {
  const { matter } = file;
  const onMatter = standingsOnMatter(actor, partiesOf(file));
  const wide: readonly Standing[] = ['supervisor', 'organ-office', 'city-leader'];
  const unitNames = new Map(around.units.map((unit) => [unit.id, unit.name]));
  const look: Look = {
    file,
    around,
    scene: { actor, at, facts: { unitNames } },
    onMatter,
    outside: !wide.some((standing) => onMatter.has(standing)),
  };
  const duties = assignments(look);
  const answers = replies(look);
  return {
    id: matter.id,
    version: matter.version,
    kind: matter.kind,
    organ: around.organ,
    session: {
      id: around.session.id,
      name: sessionName(around.session.kind, around.session.term, around.session.number),
      year: around.session.year,
    },
    inSession: matter.inSession,
    caseNo: matter.caseNo,
    title: matter.title,
    body: matter.body,
    category: matter.category,
    publicConsent: matter.publicConsent,
    level: matter.level,
    proposerType: matter.proposerType,
    priority: matter.priority,
    stage: matter.stage,
    filedOn: matter.filedOn,
    assignedOn: matter.assignedOn,
    closedAt: matter.closedAt === null ? null : new Date(matter.closedAt).toISOString(),
    closedOn: matter.closedOn ?? null,
    responsibleLeader: around.responsibleLeader,
    merging: mergingOf(look),
    ...filedOf(look),
    proposers: proposers(look),
    points: [...matter.points],
    assignments: duties,
    contacts: contacts(look),
    opinions: opinions(look),
    opinionsWanted: file.duties.filter((duty) => duty.role === 'assist' && duty.endedOn === null).length,
    replies: answers,
    ratings: ratings(look),
    timeline: composeTimeline(look),
    owed: viewOwed(file, at.date, owedToProposer(file)),
    ownerlessDays: ownerlessDays(
      file.duties,
      matter.closedAt === null ? (matter.closedOn ?? at.date) : momentOf(new Date(matter.closedAt)).date,
    ),
    next: nextSteps(look, duties, answers),
    allowedActions: [...allowedOnMatter(file, look.scene)] as never,
    standings: [...onMatter],
  };
};
