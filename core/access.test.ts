import { describe, expect, test } from 'vitest';
import {
  type Actor,
  type DutyParties,
  type MatterParties,
  roles,
  standings,
  standingsOnDuty,
  standingsOnMatter,
  unitRoles,
} from './access.ts';
import { cast, organs, sections, units } from '#test/support/builders.ts';

const duty = (part: Partial<DutyParties>): DutyParties => ({
  assignmentId: 1,
  unitId: units.education,
  role: 'lead',
  sectionId: sections.schools,
  handlerId: cast.educationHandler.personId,
  leaderId: cast.educationLeader.personId,
  live: true,
  ...part,
});

const parties: MatterParties = {
  organId: organs.congress,
  leadProposerId: cast.leadProposer.personId,
  coProposerIds: [cast.coProposer.personId],
  duties: [
    duty({}),
    duty({
      assignmentId: 2,
      unitId: units.transport,
      role: 'assist',
      sectionId: sections.roads,
      handlerId: cast.transportHandler.personId,
      leaderId: cast.transportLeader.personId,
    }),
  ],
};

const onMatter = (actor: Actor, matter = parties) => [...standingsOnMatter(actor, matter)];
const onDuty = (actor: Actor, id: number, matter = parties) => [...standingsOnDuty(actor, matter, id)];

describe('standing on a matter', () => {
  test.each([
    ['supervisor', ['supervisor']],
    ['congressOffice', ['organ-office']],
    ['cppccOffice', []],
    ['cityLeader', ['city-leader']],
    ['systemAdmin', []],
    ['auditAdmin', []],
    ['nobody', []],
    ['leadProposer', ['lead-proposer']],
    ['coProposer', ['co-proposer']],
    ['otherProposer', []],
    ['educationOffice', ['unit-office']],
    ['educationLeader', ['unit-leader']],
    ['schoolsHead', ['section-head']],
    ['educationHandler', ['handler']],
    ['educationSecondHandler', []],
    ['examsHead', []],
    ['transportOffice', ['unit-office']],
    ['healthOffice', []],
    ['healthLeader', []],
  ] as const)('%s: %j', (key, expected) => {
    expect(onMatter(cast[key])).toEqual(expected);
  });

  test('needs the role as well as the name: a proposer or handler who lost the role stands nowhere', () => {
    for (const actor of [cast.leadProposer, cast.coProposer, cast.educationHandler])
      expect(onMatter({ ...actor, grants: [] })).toEqual([]);
  });

  test('a handler stands where he handles: in the unit or its section, not where he worked before', () => {
    const held = (unitId: number, within?: number): readonly string[] =>
      onMatter({ ...cast.educationHandler, grants: [{ role: 'handler', unitId, within }] });
    expect(held(units.education)).toEqual(['handler']);
    expect(held(sections.schools, units.education)).toEqual(['handler']);
    expect(held(sections.exams, units.education)).toEqual(['handler']);
    expect(held(units.health)).toEqual([]);
    expect(held(sections.rivers, units.water)).toEqual([]);
    expect(held(units.transport)).toEqual([]);
  });

  test('needs the name as well as the role, and a role of another unit or organ gives none', () => {
    expect(onMatter({ ...cast.educationHandler, personId: 999 })).toEqual([]);
    expect(onMatter({ ...cast.congressOffice, grants: [{ role: 'congress-office' }] })).toEqual([]);
    expect(onMatter({ ...cast.educationOffice, grants: [{ role: 'unit-office' }] })).toEqual([]);
  });

  test('several roles add up', () => {
    const both: Actor = {
      ...cast.leadProposer,
      grants: [...cast.leadProposer.grants, ...cast.educationLeader.grants],
    };
    expect(onMatter(both)).toEqual(['lead-proposer', 'unit-leader']);
  });

  test('a matter without a lead proposer has none', () => {
    expect(onMatter(cast.leadProposer, { ...parties, leadProposerId: null })).toEqual([]);
  });
});

describe('standing on one duty', () => {
  test('people of the unit have theirs; people of another unit on the matter are fellows without powers', () => {
    expect(onDuty(cast.educationOffice, 1)).toEqual(['unit-office']);
    expect(onDuty(cast.educationOffice, 2)).toEqual(['fellow-unit']);
    expect(onDuty(cast.transportHandler, 1)).toEqual(['fellow-unit']);
    expect(onDuty(cast.healthOffice, 1)).toEqual([]);
    expect(onDuty(cast.supervisor, 1)).toEqual(['supervisor']);
    expect(onDuty(cast.leadProposer, 2)).toEqual(['lead-proposer']);
  });

  test('a duty that was handed back or revoked leaves its people nothing, on the matter and on the duty', () => {
    const ended: MatterParties = { ...parties, duties: [duty({ live: false }), ...parties.duties.slice(1)] };
    for (const actor of [
      cast.educationOffice,
      cast.educationLeader,
      cast.schoolsHead,
      cast.educationHandler,
    ]) {
      expect(onMatter(actor, ended)).toEqual([]);
      expect(onDuty(actor, 1, ended)).toEqual([]);
      expect(onDuty(actor, 2, ended)).toEqual([]);
    }
    expect(onDuty(cast.transportOffice, 1, ended)).toEqual(['fellow-unit']);
  });

  test('a unit that was given the matter again has its standing on the new duty, as a fellow on the old', () => {
    const again: MatterParties = { ...parties, duties: [duty({ live: false }), duty({ assignmentId: 3 })] };
    expect(onDuty(cast.educationOffice, 3, again)).toEqual(['unit-office']);
    expect(onDuty(cast.educationOffice, 1, again)).toEqual(['fellow-unit']);
  });

  test('where a duty has no section, the office stands in for the section head, nobody else', () => {
    const bare: MatterParties = { ...parties, duties: [duty({ sectionId: null })] };
    expect(onDuty(cast.educationOffice, 1, bare)).toEqual(['unit-office', 'section-head']);
    expect(onDuty(cast.schoolsHead, 1, bare)).toEqual([]);
    expect(onDuty(cast.educationLeader, 1, bare)).toEqual(['unit-leader']);
  });
});

describe('the lists', () => {
  test('name each role and standing once, and every unit role is a role', () => {
    expect(new Set(roles).size).toBe(roles.length);
    expect(new Set(standings).size).toBe(standings.length);
    for (const role of unitRoles) expect(roles).toContain(role);
  });
});
