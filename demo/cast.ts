/** The people of the demo city: who works where, who proposes. */
import type { Text } from '#core/words.ts';
import { allUnits } from './all-units.ts';
import type { DemoGrant, DemoPerson, OrganKey } from './demo.ts';
import { delegations, deputyOccupations, memberOccupations, sectors } from './groups.ts';
import { nameSupply } from './names.ts';
import type { Random } from './random.ts';
import type { UnitKey } from './topics/topic.ts';
import type { UnitSpec } from './units/unit-spec.ts';

export type SectionCrew = {
  readonly key: string;
  readonly name: string;
  readonly head: string;
  readonly handlers: readonly string[];
};

/** The people of one unit who take part in stories, as person keys. */
export type UnitCrew = {
  readonly spec: UnitSpec;
  readonly leaders: readonly string[];
  readonly clerks: readonly string[];
  readonly sections: readonly SectionCrew[];
};

export type Cast = {
  readonly people: readonly DemoPerson[];
  readonly crewOf: (unit: UnitKey) => UnitCrew;
  readonly nameOf: (person: string) => string;
  readonly deputies: readonly string[];
  readonly members: readonly string[];
  readonly supervision: readonly string[];
  readonly organOffice: Readonly<Record<OrganKey, readonly string[]>>;
};

type Enrol = (
  key: string,
  title: Text,
  grants: readonly DemoGrant[],
  extra?: { readonly birthYear?: number; readonly group?: Text; readonly organ?: OrganKey },
) => string;

export const officeKey = (unit: string): string => `${unit}-office`;
export const sectionKey = (unit: string, index: number): string => `${unit}-section-${index + 1}`;

const deputyTitles: Readonly<Record<string, string>> = {
  局: '副局长',
  会: '副主任',
  部: '副部长',
  院: '副院长',
  府: '副区长',
  司: '副总经理',
  队: '副支队长',
};

const leaderTitle = (spec: UnitSpec): Text => {
  const zh =
    spec.key === 'canlian'
      ? '副理事长'
      : spec.key === 'jianyuan'
        ? '副检察长'
        : deputyTitles[spec.name.slice(-1)];
  return { zh: `${spec.short}${zh ?? '负责人'}`, en: `Deputy head, ${spec.en}` };
};

const headTitle = (section: string): string =>
  section.endsWith('科') ? `${section}科长` : `${section}负责人`;

const enrolUnit = (spec: UnitSpec, enrol: Enrol, random: Random): UnitCrew => {
  const large = spec.sections.length >= 3;
  const count = (low: number, high: number): number[] =>
    Array.from({ length: large ? high : random.int(low, high) }, (_, index) => index + 1);
  const leaders = count(1, 2).map((n) =>
    enrol(`${spec.key}-leader-${n}`, leaderTitle(spec), [{ role: 'unit-leader', unit: spec.key }]),
  );
  const clerks = count(1, 2).map((n) =>
    enrol(
      `${spec.key}-clerk-${n}`,
      { zh: n === 1 ? '办公室主任' : '办公室建议提案专员', en: n === 1 ? 'Head of office' : 'Office clerk' },
      [{ role: 'unit-office', unit: spec.key, section: officeKey(spec.key) }],
    ),
  );
  const sections = spec.sections.map(([zh, en], index): SectionCrew => {
    const key = sectionKey(spec.key, index);
    const head = enrol(`${key}-head`, { zh: headTitle(zh), en: `Head of section, ${en}` }, [
      { role: 'section-head', unit: spec.key, section: key },
    ]);
    const handlers = Array.from({ length: index === 0 ? 2 : random.int(1, 2) }, (_, n) =>
      enrol(
        `${key}-handler-${n + 1}`,
        { zh: spec.system === 'company' ? `${zh}主管` : `${zh}经办人`, en: `Handler, ${en}` },
        [{ role: 'handler', unit: spec.key, section: key }],
      ),
    );
    return { key, name: zh, head, handlers };
  });
  return { spec, leaders, clerks, sections };
};

const enrolOffices = (enrol: Enrol) => {
  const many = (count: number, make: (n: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const supervision = many(3, (n) =>
    enrol(
      `supervision-${n}`,
      {
        zh: n === 1 ? '督查室主任' : '督查室督查专员',
        en: n === 1 ? 'Head of supervision' : 'Supervision officer',
      },
      [{ role: 'supervisor' }],
    ),
  );
  const congress = many(2, (n) =>
    enrol(`congress-office-${n}`, { zh: '市人大常委会代工委干部', en: 'Congress office' }, [
      { role: 'congress-office', organ: 'congress' },
    ]),
  );
  const cppcc = many(2, (n) =>
    enrol(`cppcc-office-${n}`, { zh: '市政协提案委干部', en: 'CPPCC office' }, [
      { role: 'cppcc-office', organ: 'cppcc' },
    ]),
  );
  many(2, (n) =>
    enrol(
      `city-leader-${n}`,
      { zh: n === 1 ? '分管副市长' : '市政府秘书长', en: n === 1 ? 'Vice mayor' : 'Secretary-general' },
      [{ role: 'city-leader' }],
    ),
  );
  enrol('admin-1', { zh: '系统管理员', en: 'System administrator' }, [{ role: 'system-admin' }]);
  enrol('audit-1', { zh: '安全审计员', en: 'Audit administrator' }, [{ role: 'audit-admin' }]);
  return { supervision, organOffice: { congress, cppcc } };
};

const enrolProposers = (enrol: Enrol, random: Random) => {
  const enrolled = (
    organ: OrganKey,
    count: number,
    word: string,
    first: number,
    groups: readonly Text[],
    occupations: readonly Text[],
  ): string[] =>
    Array.from({ length: count }, (_, index) =>
      enrol(
        `${word}-${String(index + first).padStart(3, '0')}`,
        random.pick(occupations),
        [{ role: 'proposer', organ }],
        {
          organ,
          group: groups[index % groups.length] ?? random.pick(groups),
          birthYear: random.int(1958, 1996),
        },
      ),
    );
  enrol('deputy-001', { zh: '退休教师', en: 'Retired teacher' }, [{ role: 'proposer', organ: 'congress' }], {
    organ: 'congress',
    group: delegations[0] ?? random.pick(delegations),
    birthYear: 1956,
  });
  const others = enrolled('congress', 179, 'deputy', 2, delegations, deputyOccupations);
  return {
    deputies: ['deputy-001', ...others],
    members: enrolled('cppcc', 160, 'member', 1, sectors, memberOccupations),
  };
};

/** Everyone in the city, in the order in which numbers are given out. */
export const makeCast = (random: Random): Cast => {
  const people: DemoPerson[] = [];
  const nextName = nameSupply(random);
  const enrol: Enrol = (key, title, grants, extra = {}) => {
    const phone = `199${String(people.length + 1).padStart(8, '0')}`;
    const email = `${key}@yunchuan.example.invalid`;
    people.push({
      key,
      name: nextName(),
      title,
      grants,
      phone,
      email,
      birthYear: random.int(1966, 1998),
      ...extra,
    });
    return key;
  };
  const offices = enrolOffices(enrol);
  const crews = new Map(allUnits.map((spec) => [spec.key, enrolUnit(spec, enrol, random)]));
  const proposers = enrolProposers(enrol, random);
  const names = new Map(people.map(({ key, name }) => [key, name]));
  const found = <Value>(value: Value | undefined, key: string): Value => {
    if (value === undefined) throw new RangeError(`no such key in the demo: ${key}`);
    return value;
  };
  return {
    people,
    crewOf: (unit) => found(crews.get(unit), unit),
    nameOf: (person) => found(names.get(person), person),
    ...offices,
    ...proposers,
  };
};
