/** What the office of an organ sets up for its review: categories, panels, who looks beforehand, where numbers go on. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, named } from './schemas.ts';

const offices = {
  kind: 'roles',
  roles: ['congress-office', 'cppcc-office', 'system-admin'],
  rows: 'the organ whose office it is; the administrator: every organ, never a matter',
} as const;

const tag = 'intake';
const name = z.string().trim().min(1).max(100);
const state = z.enum(['active', 'closed']);
const versioned = z.object({ id, version: z.number().int() });

const writing = {
  method: 'POST',
  tag,
  access: offices,
  scope: 'none',
  response: versioned,
  command: true,
} as const;
/** What is put under an organ, and what is changed in place. */
const adding = { ...writing, params: z.object({ organId: idParam }) } as const;
const changing = { ...writing, ifMatch: true } as const;

export const categoryRow = z
  .object({
    id,
    version: z.number().int(),
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    parentId: id.nullable(),
    state,
    /** Matters that name it. */
    matters: z.number().int(),
  })
  .meta({ id: 'CategoryRow' });

const panelRow = z
  .object({
    id,
    version: z.number().int(),
    name: z.string(),
    /** Chinese names of the categories that it is proposed for. */
    categories: z.array(z.string()),
    state,
    members: z.array(named),
    /** Submissions that it has before it. */
    waiting: z.number().int(),
  })
  .meta({ id: 'ReviewPanelRow' });

export const intakeSetup = endpoint({
  id: 'intakeSetup',
  method: 'GET',
  path: '/api/intake/setup',
  tag,
  summary: { zh: '审查设置', en: 'Categories, panels, lookers and case numbers of the organs' },
  access: offices,
  scope: 'none',
  response: z.object({
    organs: z.array(
      named.extend({
        kind: z.enum(['congress', 'cppcc']),
        categories: z.array(categoryRow),
        /** Words that matters have as their category and the tree does not know. */
        unknown: z.array(z.object({ name: z.string(), matters: z.number().int() })),
        panels: z.array(panelRow),
        /** Delegations or sectors, with who looks at their submissions beforehand. */
        groups: z.array(z.object({ name: z.string(), people: z.array(named) })),
        /** Sessions of the term that runs, with the case number that comes next. */
        numbers: z.array(
          z.object({ sessionId: id, session: z.string(), pattern: z.string(), next: z.string() }),
        ),
      }),
    ),
  }),
});

export const intakePeople = endpoint({
  id: 'intakePeople',
  method: 'GET',
  path: '/api/intake/people',
  tag,
  summary: { zh: '可列入审查组的人', en: 'People who may be named' },
  access: offices,
  scope: 'none',
  query: z.object({ q: z.string().trim().min(1).max(50) }),
  response: z.object({ items: z.array(named.extend({ group: z.string(), post: z.string() })) }),
});

const categoryBody = z.object({
  code: z.string().trim().min(1).max(30),
  nameZh: name,
  nameEn: z.string().trim().max(100),
  parentId: id.nullable(),
});

export const addCategory = endpoint({
  ...adding,
  id: 'addCategory',
  path: '/api/intake/organs/:organId/categories',
  summary: { zh: '新增类别', en: 'Add a category' },
  body: categoryBody,
});

export const changeCategory = endpoint({
  ...changing,
  id: 'changeCategory',
  path: '/api/intake/categories/:categoryId',
  summary: { zh: '修改、停用类别', en: 'Change or close a category' },
  params: z.object({ categoryId: idParam }),
  body: categoryBody.extend({ state }),
});

/** A list with the columns 代码, 类别, 英文名称, 上级. What is there already is left as it is. */
export const importCategories = endpoint({
  id: 'importCategories',
  method: 'POST',
  path: '/api/intake/organs/:organId/categories/import',
  tag,
  summary: { zh: '导入类别表', en: 'Import a list of categories' },
  access: offices,
  scope: 'none',
  params: z.object({ organId: idParam }),
  upload: true,
  response: z.object({ added: z.number().int(), known: z.number().int() }),
  command: true,
});

const panelBody = z.object({
  name,
  categories: z.array(name).max(100),
  memberIds: z.array(id).max(200),
});

export const addPanel = endpoint({
  ...adding,
  id: 'addPanel',
  path: '/api/intake/organs/:organId/panels',
  summary: { zh: '新增审查组', en: 'Add a review panel' },
  body: panelBody,
});

export const changePanel = endpoint({
  ...changing,
  id: 'changePanel',
  path: '/api/intake/panels/:panelId',
  summary: { zh: '修改、停用审查组', en: 'Change or close a panel' },
  params: z.object({ panelId: idParam }),
  body: panelBody.extend({ state }),
});

export const setLookers = endpoint({
  id: 'setLookers',
  method: 'POST',
  path: '/api/intake/organs/:organId/lookers',
  tag,
  summary: {
    zh: '指定代表团（界别）的审核人',
    en: 'Name who looks at the submissions of a group beforehand',
  },
  access: offices,
  scope: 'none',
  params: z.object({ organId: idParam }),
  body: z.object({ group: name, personIds: z.array(id).max(50) }),
  response: 'nothing',
  command: true,
});

export const startCaseNo = endpoint({
  id: 'startCaseNo',
  method: 'POST',
  path: '/api/intake/sessions/:sessionId/case-no',
  tag,
  summary: { zh: '设定下一个案号', en: 'Have the case numbers of a session go on from here' },
  access: offices,
  scope: 'none',
  params: z.object({ sessionId: idParam }),
  body: z.object({ next: z.number().int().min(1).max(999_999) }),
  response: z.object({ next: z.string() }),
  command: true,
});
