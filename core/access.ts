/**
 * Who someone is, and how he stands to a matter. The lifecycle tables name standings, never roles alone:
 * a handler is nobody on a matter that is not his.
 */
import type { HandlingRole } from './ruleset.ts';

export type Role =
  | 'system-admin'
  | 'audit-admin'
  | 'supervisor'
  | 'congress-office'
  | 'cppcc-office'
  | 'city-leader'
  | 'unit-office'
  | 'unit-leader'
  | 'section-head'
  | 'handler'
  | 'proposer';

export const roles = [
  'system-admin',
  'audit-admin',
  'supervisor',
  'congress-office',
  'cppcc-office',
  'city-leader',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
  'proposer',
] as const satisfies readonly Role[];

/** Roles that mean something only together with a unit (a section's head: the section). */
export const unitRoles = ['unit-office', 'unit-leader', 'section-head', 'handler'] as const satisfies Role[];

/**
 * One role that someone holds; `unitId` for unit roles (the section for a section head, unit or section for a
 * handler), `organId` for organ offices. `within`: the unit to which the section of `unitId` belongs.
 */
export type Grant = {
  readonly role: Role;
  readonly unitId?: number | undefined;
  readonly within?: number | undefined;
  readonly organId?: number | undefined;
};

export type Actor = {
  readonly jurisdictionId: number;
  readonly personId: number;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** `token`: a service account, limited to `scopes`. `system`: a job, in the name of the product itself. */
  readonly via: 'session' | 'token' | 'system';
  readonly scopes?: readonly string[];
};

export type Standing =
  | 'supervisor'
  | 'organ-office'
  | 'city-leader'
  | 'lead-proposer'
  | 'co-proposer'
  | 'unit-office'
  | 'unit-leader'
  | 'section-head'
  | 'handler'
  | 'reviewer'
  | 'fellow-unit';

export const standings = [
  'supervisor',
  'organ-office',
  'city-leader',
  'lead-proposer',
  'co-proposer',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
  'reviewer',
  'fellow-unit',
] as const satisfies readonly Standing[];

/** One unit's duty on a matter, as far as access depends on it. */
export type DutyParties = {
  readonly assignmentId: number;
  readonly unitId: number;
  readonly role: HandlingRole;
  readonly sectionId: number | null;
  readonly handlerId: number | null;
  readonly leaderId: number | null;
  /** False once the duty was handed back or revoked: its people keep no standing. */
  readonly live: boolean;
};

export type MatterParties = {
  readonly organId: number;
  readonly leadProposerId: number | null;
  readonly coProposerIds: readonly number[];
  readonly duties: readonly DutyParties[];
};

const holds = (actor: Actor, role: Role, unitId?: number): boolean =>
  actor.grants.some((grant) => grant.role === role && (unitId === undefined || grant.unitId === unitId));

const holdsOrganOffice = (actor: Actor, organId: number): boolean =>
  actor.grants.some(
    (grant) =>
      (grant.role === 'congress-office' || grant.role === 'cppcc-office') && grant.organId === organId,
  );

/** Whether he handles for the unit that has the duty: whoever has moved elsewhere leaves his matters behind. */
const handlesFor = (actor: Actor, duty: DutyParties): boolean =>
  actor.grants.some(
    ({ role, unitId, within }) =>
      role === 'handler' &&
      unitId !== undefined &&
      (unitId === duty.unitId || within === duty.unitId || unitId === duty.sectionId),
  );

/** How the actor stands to one duty as a member of the unit that has it; nohow once the duty has ended. */
const unitStandings = (actor: Actor, duty: DutyParties): readonly Standing[] => {
  const found: Standing[] = [];
  if (!duty.live) return found;
  const office = holds(actor, 'unit-office', duty.unitId);
  if (office) found.push('unit-office');
  if (holds(actor, 'unit-leader', duty.unitId)) found.push('unit-leader');
  // A unit may have no sections: its office then stands in for the section head, or no reply could be cleared.
  if (duty.sectionId === null ? office : holds(actor, 'section-head', duty.sectionId))
    found.push('section-head');
  if (duty.handlerId === actor.personId && handlesFor(actor, duty)) found.push('handler');
  return found;
};

const wideStandings = (actor: Actor, matter: MatterParties): readonly Standing[] => {
  const found: Standing[] = [];
  if (holds(actor, 'supervisor')) found.push('supervisor');
  if (holdsOrganOffice(actor, matter.organId)) found.push('organ-office');
  if (holds(actor, 'city-leader')) found.push('city-leader');
  if (holds(actor, 'proposer')) {
    if (matter.leadProposerId === actor.personId) found.push('lead-proposer');
    else if (matter.coProposerIds.includes(actor.personId)) found.push('co-proposer');
  }
  return found;
};

/** All standings on the matter as a whole; empty: the matter does not exist for this actor (law 12). */
export const standingsOnMatter = (actor: Actor, matter: MatterParties): ReadonlySet<Standing> =>
  new Set([...wideStandings(actor, matter), ...matter.duties.flatMap((duty) => unitStandings(actor, duty))]);

/** Standings on one duty: people of another unit on the same matter are only `fellow-unit` here. */
export const standingsOnDuty = (
  actor: Actor,
  matter: MatterParties,
  assignmentId: number,
): ReadonlySet<Standing> => {
  const found = new Set(wideStandings(actor, matter));
  for (const duty of matter.duties) {
    if (duty.assignmentId === assignmentId) for (const one of unitStandings(actor, duty)) found.add(one);
    else if (unitStandings(actor, duty).length > 0) found.add('fellow-unit');
  }
  return found;
};

const insiders: readonly Standing[] = ['unit-office', 'unit-leader', 'section-head', 'handler'];

/** Drafts stay inside the unit until they are issued: not even the supervisor reads them. */
export const mayReadDraft = (onDuty: ReadonlySet<Standing>): boolean =>
  insiders.some((standing) => onDuty.has(standing));

const overseers: readonly Standing[] = ['supervisor', 'organ-office', 'city-leader'];

/** Why a date was to be put off or a clock stopped, and on what papers: for who asks, who decides and who oversees. */
export const mayReadExtension = (onDuty: ReadonlySet<Standing>): boolean =>
  mayReadDraft(onDuty) || overseers.some((standing) => onDuty.has(standing));

/** Phone numbers and addresses of proposers: for those who must reach them. */
export const mayReadProposerContact = (onMatter: ReadonlySet<Standing>): boolean =>
  onMatter.has('supervisor') || onMatter.has('organ-office') || mayReadDraft(onMatter);
