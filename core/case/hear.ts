import { permitAssignment } from '../assignment/decide.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import { decideContact } from '../contact/contact.ts';
import { decideOpinion } from '../opinion/opinion.ts';
import { checkText, deny, refuse } from '../refusal.ts';
import type { CaseCommand } from './case-command.ts';
import type { CaseFile } from './case-file.ts';
import { assignmentContext, type Scene } from './context.ts';
import { newId, type Outcome, replaceDuty } from './outcome.ts';

type ContactTarget = Extract<CaseCommand, { on: 'contact' }>;

/** Enters a contact on a duty (`id`: the assignment), or strikes one out (`id`: the contact). */
export const actOnContact = (file: CaseFile, target: ContactTarget, scene: Scene): Outcome => {
  if (target.command.type === 'strike') return strike(file, target.id, target.command.reason, scene);
  const duty = file.duties.find((one) => one.id === target.id);
  if (duty === undefined) return deny(refuse('not-found'));
  const refusal = permitAssignment('recordContact', duty, assignmentContext(file, duty, scene));
  if (refusal !== null) return deny(refusal);
  const { contact } = target.command;
  if (contact.proposerIds.some((id) => !file.proposerIds.includes(id)))
    return deny(refuse('field-invalid', { field: 'proposerIds' }, 'proposerIds'));
  const decision = decideContact(
    { ...contact, assignmentId: duty.id, round: duty.round },
    { at: scene.at, assignedOn: duty.assignedOn },
  );
  if (!decision.ok) return decision;
  const id = newId(file.contacts);
  return {
    ok: true,
    file: {
      ...file,
      contacts: [
        ...file.contacts,
        { ...contact, assignmentId: duty.id, round: duty.round, id, struck: false },
      ],
    },
    events: decision.events.map((event) => ({ on: 'contact', id, event })),
  };
};

const strike = (file: CaseFile, contactId: number, reason: string, scene: Scene): Outcome => {
  const contact = file.contacts.find((one) => one.id === contactId);
  const duty = file.duties.find((one) => one.id === contact?.assignmentId);
  if (contact === undefined || duty === undefined) return deny(refuse('not-found'));
  const refusal =
    permitAssignment('recordContact', duty, assignmentContext(file, duty, scene)) ??
    checkText(reason, 'reason', 2_000);
  if (refusal !== null) return deny(refusal);
  if (contact.struck) return { ok: true, file, events: [] };
  return {
    ok: true,
    file: {
      ...file,
      contacts: file.contacts.map((one) => (one.id === contactId ? { ...one, struck: true } : one)),
    },
    events: [{ on: 'contact', id: contactId, event: { type: 'contactStruck', contactId, reason } }],
  };
};

/** Gives an assisting opinion; a later one does not replace the earlier, it stands beside it as the next version. */
export const actOnOpinion = (
  file: CaseFile,
  target: Extract<CaseCommand, { on: 'opinion' }>,
  scene: Scene,
): Outcome => {
  const duty = file.duties.find((one) => one.id === target.id);
  if (duty === undefined) return deny(refuse('not-found'));
  const refusal = permitAssignment('writeOpinion', duty, assignmentContext(file, duty, scene));
  if (refusal !== null) return deny(refusal);
  const { text, dissent, contactPerson } = target.command;
  const opinion = { assignmentId: duty.id, text, dissent, contactPerson };
  const decision = decideOpinion(opinion);
  if (!decision.ok) return decision;
  const id = newId(file.opinions);
  const n = file.opinions.filter((one) => one.assignmentId === duty.id).length + 1;
  const answered = { type: 'dutyAnswered', on: scene.at.date } as const;
  const first = duty.state !== 'answered';
  const withOpinion = { ...file, opinions: [...file.opinions, { ...opinion, id, n }] };
  return {
    ok: true,
    file: first ? replaceDuty(withOpinion, evolveAssignment(duty, answered)) : withOpinion,
    events: [
      ...decision.events.map((event) => ({ on: 'opinion', id, event }) as const),
      ...(first ? [{ on: 'assignment', id: duty.id, event: answered } as const] : []),
    ],
  };
};
