import { roles } from '#core/access.ts';
import { z } from 'zod';
import { recompute } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { id, idParam, localDate, named } from './schemas.ts';

const administrators = {
  kind: 'roles',
  roles: ['system-admin'],
  rows: 'the own jurisdiction; never a matter',
} as const;

export const organKind = z.enum(['congress', 'cppcc']);
export const unitSystem = z.enum([
  'government',
  'party',
  'congress',
  'cppcc',
  'court',
  'procuratorate',
  'organization',
  'company',
  'district',
  'central',
  'other',
]);
export const role = z.enum(roles);

const name = z.string().trim().min(1).max(100);

export const setupOverview = endpoint({
  id: 'setupOverview',
  method: 'GET',
  path: '/api/setup',
  tag: 'setup',
  summary: { zh: '机构、届次、规则一览', en: 'Jurisdiction, organs, terms, sessions and ruleset' },
  access: administrators,
  scope: 'setup:read',
  response: z.object({
    jurisdiction: z.object({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      passwordProfile: z.enum(['mlps3', 'asvs']),
      demo: z.boolean(),
    }),
    organs: z.array(
      z.object({
        id,
        kind: organKind,
        name: z.string(),
        nameEn: z.string(),
        officeName: z.string(),
        terms: z.array(
          z.object({
            id,
            number: z.number().int(),
            startsOn: localDate,
            endsOn: localDate.nullable(),
            sessions: z.array(
              z.object({
                id,
                number: z.number().int(),
                year: z.number().int(),
                opensOn: localDate,
                closesOn: localDate,
                matters: z.number().int(),
              }),
            ),
          }),
        ),
      }),
    ),
    ruleset: z.object({
      preset: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      caution: z.object({ zh: z.string(), en: z.string() }),
      sources: z.array(z.object({ at: z.string(), zh: z.string(), en: z.string(), verified: z.boolean() })),
    }),
    /** The last time that all stored due dates were computed anew; null: never. */
    recompute: recompute.nullable(),
    presets: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
  }),
});

export const saveJurisdiction = endpoint({
  id: 'saveJurisdiction',
  method: 'POST',
  path: '/api/setup/jurisdiction',
  tag: 'setup',
  summary: { zh: '修改城市名称、口令策略', en: 'Name of the city and password policy' },
  access: administrators,
  scope: 'setup:write',
  body: z.object({ name, nameEn: z.string().max(100), passwordProfile: z.enum(['mlps3', 'asvs']) }),
  response: 'nothing',
  command: true,
});

export const addOrgan = endpoint({
  id: 'addOrgan',
  method: 'POST',
  path: '/api/setup/organs',
  tag: 'setup',
  summary: { zh: '新增机构', en: 'Add an organ' },
  access: administrators,
  scope: 'setup:write',
  body: z.object({ kind: organKind, name, nameEn: z.string().max(200), officeName: name }),
  response: z.object({ id }),
  command: true,
});

export const addTerm = endpoint({
  id: 'addTerm',
  method: 'POST',
  path: '/api/setup/organs/:organId/terms',
  tag: 'setup',
  summary: { zh: '新增届', en: 'Add a term' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ organId: idParam }),
  body: z.object({
    number: z.number().int().min(1).max(99),
    startsOn: localDate,
    endsOn: localDate.nullable(),
  }),
  response: z.object({ id }),
  command: true,
});

export const addSession = endpoint({
  id: 'addSession',
  method: 'POST',
  path: '/api/setup/terms/:termId/sessions',
  tag: 'setup',
  summary: { zh: '新增次会议', en: 'Add a session' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ termId: idParam }),
  body: z.object({
    number: z.number().int().min(1).max(20),
    year: z.number().int().min(1950).max(2200),
    opensOn: localDate,
    closesOn: localDate,
  }),
  response: z.object({ id }),
  command: true,
});

export const unitRow = z
  .object({
    id,
    version: z.number().int(),
    parentId: id.nullable(),
    kind: z.enum(['unit', 'section']),
    name: z.string(),
    nameEn: z.string(),
    shortName: z.string(),
    aliases: z.array(z.string()),
    system: unitSystem,
    boundary: z.boolean(),
    duties: z.string(),
    documentPrefix: z.string(),
    state: z.enum(['active', 'closed']),
    people: z.number().int(),
    openDuties: z.number().int(),
  })
  .meta({ id: 'UnitRow' });

export const listUnits = endpoint({
  id: 'listUnits',
  method: 'GET',
  path: '/api/setup/units',
  tag: 'setup',
  summary: { zh: '单位树', en: 'The tree of units' },
  access: administrators,
  scope: 'setup:read',
  response: z.object({ items: z.array(unitRow) }),
});

const unitBody = z.object({
  parentId: id.nullable(),
  name,
  nameEn: z.string().max(200),
  shortName: z.string().max(60),
  aliases: z.array(name).max(50),
  system: unitSystem,
  boundary: z.boolean(),
  duties: z.string().max(5_000),
  documentPrefix: z.string().max(40),
});

export const addUnit = endpoint({
  id: 'addUnit',
  method: 'POST',
  path: '/api/setup/units',
  tag: 'setup',
  summary: { zh: '新增单位或科室', en: 'Add a unit or a section' },
  access: administrators,
  scope: 'setup:write',
  body: unitBody,
  response: z.object({ id }),
  command: true,
});

export const changeUnit = endpoint({
  id: 'changeUnit',
  method: 'POST',
  path: '/api/setup/units/:unitId',
  tag: 'setup',
  summary: { zh: '修改单位', en: 'Change a unit' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ unitId: idParam }),
  body: unitBody.omit({ parentId: true }),
  response: z.object({ id, version: z.number().int() }),
  command: true,
  ifMatch: true,
});

export const closeUnit = endpoint({
  id: 'closeUnit',
  method: 'POST',
  path: '/api/setup/units/:unitId/close',
  tag: 'setup',
  summary: { zh: '撤销单位（保留历史）', en: 'Close a unit; its history stays' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ unitId: idParam }),
  body: z.object({}),
  response: 'nothing',
  command: true,
});

export const grant = z.object({ role, unitId: id.nullable(), organId: id.nullable() });

export const personRow = z
  .object({
    id,
    version: z.number().int(),
    name: z.string(),
    post: z.string(),
    group: z.string(),
    phone: z.string().nullable(),
    state: z.enum(['active', 'closed']),
    username: z.string().nullable(),
    accountId: id.nullable(),
    grants: z.array(z.object({ role, unit: named.nullable(), organ: named.nullable() })),
  })
  .meta({ id: 'PersonRow' });

export const listPeople = endpoint({
  id: 'listPeople',
  method: 'GET',
  path: '/api/setup/people',
  tag: 'setup',
  summary: { zh: '人员', en: 'People' },
  access: administrators,
  scope: 'setup:read',
  query: z.object({
    q: z.string().max(60).optional(),
    role: role.optional(),
    unitId: idParam.optional(),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({ items: z.array(personRow), next: z.string().nullable(), total: z.number().int() }),
});

const personBody = z.object({
  name,
  post: z.string().max(100),
  group: z.string().max(100),
  phone: z.string().max(40).nullable(),
  grants: z.array(grant).max(20),
});

export const addPerson = endpoint({
  id: 'addPerson',
  method: 'POST',
  path: '/api/setup/people',
  tag: 'setup',
  summary: { zh: '新增人员', en: 'Add a person' },
  access: administrators,
  scope: 'setup:write',
  body: personBody,
  response: z.object({ id }),
  command: true,
});

export const changePerson = endpoint({
  id: 'changePerson',
  method: 'POST',
  path: '/api/setup/people/:personId',
  tag: 'setup',
  summary: { zh: '修改人员和角色', en: 'Change a person and his roles' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ personId: idParam }),
  body: personBody,
  response: z.object({ id, version: z.number().int() }),
  command: true,
  ifMatch: true,
});

export const closePerson = endpoint({
  id: 'closePerson',
  method: 'POST',
  path: '/api/setup/people/:personId/close',
  tag: 'setup',
  summary: { zh: '人员离任（账号同时停用）', en: 'A person leaves; the account is disabled with it' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ personId: idParam }),
  body: z.object({}),
  response: 'nothing',
  command: true,
});

/** Proposers by name, for entering a matter by hand: names and groups only. */
export const findProposers = endpoint({
  id: 'findProposers',
  method: 'GET',
  path: '/api/proposers',
  tag: 'setup',
  summary: { zh: '按姓名找代表、委员', en: 'Find deputies and members by name' },
  access: {
    kind: 'roles',
    roles: ['supervisor', 'congress-office', 'cppcc-office'],
    rows: 'proposers of the own jurisdiction; no phone numbers',
  },
  scope: 'matters:read',
  query: z.object({ q: z.string().trim().min(1).max(30) }),
  response: z.object({ items: z.array(named.extend({ group: z.string() })) }),
});
