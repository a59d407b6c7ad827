/** Endpoint × cast × state: exactly the reviewed matrix, and every endpoint stands in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allEndpoints } from '#contract/all.ts';
import type { Grant } from '#core/access.ts';
import { insertFile } from '#server/files/file.store.ts';
import { type Caller, mayCall } from '#server/platform/http.ts';
import { momentOf } from '#server/platform/moment.ts';
import { bringTo, type OneMatter, replyContent, verdict } from '../support/one-matter.ts';
import { castNames, createProduct, type Product } from '../support/product.ts';
import { type Cast, doors, matrix, type State, states } from './matrix.ts';

let product: Product;
const matters = new Map<State, OneMatter>();
const callers = new Map<Cast, Caller>();
const scans = new Map<Cast, number>();
const contacts = new Map<State, number>();
const at = momentOf(new Date('2026-03-02T02:00:00Z'));

const loadCallers = async (): Promise<void> => {
  const { jurisdictionId } = product.place;
  for (const name of castNames) {
    const personId = product.people[name] ?? 0;
    const rows = await product.app.db.read(jurisdictionId, (tx) =>
      tx
        .selectFrom('role_grant')
        .select(['role', 'unit_id as unitId', 'organ_id as organId'])
        .where('person_id', '=', personId)
        .execute(),
    );
    const grants = rows.map((row) => ({
      role: row.role as Grant['role'],
      ...(row.unitId === null ? {} : { unitId: row.unitId }),
      ...(row.organId === null ? {} : { organId: row.organId }),
    }));
    const actor = { jurisdictionId, personId, name, grants, via: 'session' as const };
    callers.set(name, { actor, signInId: 1, secondFactor: true });
    scans.set(
      name,
      await product.app.db.write(jurisdictionId, async (tx) => ({
        keep: true,
        value: await insertFile(tx, actor, at, {
          name: 's.png',
          mediaType: 'image/png',
          bytes: new Uint8Array([1]),
          purpose: 'scan',
        }),
      })),
    );
  }
};

beforeAll(async () => {
  product = await createProduct();
  await loadCallers();
  for (const state of states) {
    const matter = await bringTo(product, state);
    matters.set(state, matter);
    const page = (await product.ask('supervisor', 'GET', `/api/matters/${matter.matterId}`)).body as {
      contacts: { id: number }[];
    };
    contacts.set(state, page.contacts[0]?.id ?? 0);
  }
}, 300_000);
afterAll(() => product.close());

/** A body that is right for the state, so that only access, state and needs decide. */
const bodyFor = (id: string, state: State, who: Cast): unknown => {
  const { place, people } = product;
  const bodies: Record<string, unknown> = {
    amendMatter: { title: '关于更正的建议' },
    splitPoints: { points: ['一', '二'] },
    assignMatter: {
      duties: [
        state === 'filed'
          ? { unitId: place.leadUnit, role: 'lead' }
          : { unitId: place.otherUnit, role: 'assist' },
      ],
      responsibleLeader: '分管市长',
    },
    closeMatter: { reason: '提出人出国，短期无法评价' },
    reopenMatter: { reason: '承诺事项未落实' },
    withdrawMatter: { reason: '提出人书面要求' },
    mergeMatters: {
      matterIds: [matters.get(state === 'filed' ? 'assigned' : 'filed')?.matterId],
      reason: '内容相同',
      oppositeReason: null,
      revokeDuties: true,
    },
    unmergeMatter: { reason: '诉求不同' },
    raiseObjection: { reason: '不属该单位职责', wantedUnitId: place.otherUnit },
    requestHandBack: { reason: '不属本单位职责', rightUnitId: place.otherUnit, basis: '三定方案' },
    upholdHandBack: { note: '同意', toUnitId: place.otherUnit },
    rejectHandBack: { note: '请继续办理' },
    revokeDuty: { reason: '改由他单位办理' },
    subAssign: {
      sectionId: place.leadSection,
      handlerId: people['leadColleague'],
      leaderId: people['leadLeader'],
    },
    handOver: { toId: people['leadColleague'], reason: '人员调整' },
    askExtension: { until: '2026-07-01', reason: '需与多部门会商', fileIds: [] },
    grantExtension: { until: '2026-07-01', note: '' },
    refuseExtension: { note: '理由不足' },
    withdrawExtension: { note: '' },
    pauseClock: { reason: '代表出国' },
    resumeClock: { reason: '代表已回国' },
    recordContact: {
      stage: 'during',
      channel: 'phone',
      at: '2026-03-02T01:30:00Z',
      place: '',
      who: '经办人',
      rank: 'handler',
      proposerPresent: true,
      proposerIds: [],
      said: '电话沟通。',
      fileIds: [],
    },
    strikeContact: { reason: '录入错误' },
    giveOpinion: { text: '补充意见', dissent: null, contactPerson: '会办人' },
    saveReply: { content: replyContent([1, 2]) },
    amendReply: { content: replyContent([1, 2]) },
    approveReply: { note: '' },
    sendBackReply: { to: -1, reason: '请补充时间表' },
    issueReply: { documentNo: '', copies: [], opinionsMissingReason: null },
    rate: verdict(),
    saveRatingDraft: { reason: '先记一下' },
    enterRating: { ...verdict(), scanId: scans.get(who) },
  };
  return bodies[id] ?? {};
};

/** The current version of the row that an endpoint aims at, so that staleness never decides. */
const versionFor = async (path: string, matter: OneMatter, matterVersion: number): Promise<number> => {
  const [table, id] = path.includes(':assignmentId')
    ? (['assignment', path.endsWith('/opinions') ? matter.assistDuty : matter.leadDuty] as const)
    : path.includes(':replyId')
      ? (['reply', matter.replyId] as const)
      : path.includes(':ratingId')
        ? (['rating', matter.ratingId] as const)
        : ([null, 0] as const);
  if (table === null) return matterVersion;
  const row = await product.app.db.read(product.place.jurisdictionId, (tx) =>
    tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirst(),
  );
  return row?.version ?? 1;
};

/** Calls the handler inside a transaction that is rolled back: what it answers, without its effect. */
const attempt = async (id: string, state: State, who: Cast): Promise<boolean> => {
  const route = product.app.routes.find((one) => one.endpoint.id === id);
  const matter = matters.get(state);
  const caller = callers.get(who);
  if (route === undefined || matter === undefined || caller === undefined)
    throw new Error(`${id} ${state} ${who}`);
  if (mayCall(route.endpoint, caller) !== null) return false;
  const { jurisdictionId } = product.place;
  const row = await product.app.db.read(jurisdictionId, (tx) =>
    tx.selectFrom('matter').select('version').where('id', '=', matter.matterId).executeTakeFirstOrThrow(),
  );
  const version = await versionFor(route.endpoint.path, matter, row.version);
  const params = {
    matterId: matter.matterId,
    assignmentId: id === 'giveOpinion' ? matter.assistDuty : matter.leadDuty,
    replyId: matter.replyId,
    ratingId: matter.ratingId,
    contactId: contacts.get(state),
  };
  const scene = {
    params,
    query: { format: 'docx' },
    body: bodyFor(id, state, who),
    upload: null,
    version,
    caller,
    actor: caller.actor,
    at,
    language: 'zh',
    source: { address: '', agent: '' },
    requestId: '',
  };
  const result = await product.app.db.write(jurisdictionId, async (tx) => ({
    keep: false,
    value: await route.handle({ ...scene, tx } as never),
  }));
  return result.ok;
};

describe('the matrix of endpoints about a matter', () => {
  it.each(Object.keys(matrix))(
    '%s',
    async (id) => {
      const row = (matrix as Record<string, Partial<Record<State, readonly Cast[]>>>)[id] ?? {};
      const differences: string[] = [];
      for (const state of states)
        for (const who of castNames) {
          const expected = (row[state] ?? []).includes(who);
          const allowed = await attempt(id, state, who);
          if (allowed !== expected) differences.push(`${state} × ${who}: ${allowed ? 'allowed' : 'refused'}`);
        }
      expect(differences).toEqual([]);
    },
    120_000,
  );
});

describe('the doors of all other endpoints', () => {
  it.each(Object.keys(doors))('%s', (id) => {
    const endpoint = allEndpoints.find((one) => one.id === id);
    expect(endpoint, `no endpoint ${id}`).toBeDefined();
    if (endpoint === undefined) return;
    const stranger: Caller = {
      actor: { jurisdictionId: 1, personId: 0, name: '', grants: [], via: 'session' },
      signInId: null,
      secondFactor: false,
    };
    const expected = doors[id] ?? [];
    expect(mayCall(endpoint, stranger) === null).toBe(expected === 'public');
    const open = castNames.filter((who) => mayCall(endpoint, callers.get(who) ?? stranger) === null);
    expect(open).toEqual(
      expected === 'public' ? [...castNames] : castNames.filter((who) => expected.includes(who)),
    );
  });
});

describe('completeness', () => {
  it('every endpoint of the contract stands in the matrix or among the doors, and nothing else does', () => {
    const known = [...Object.keys(matrix), ...Object.keys(doors)].sort();
    expect(allEndpoints.map((endpoint) => endpoint.id).sort()).toEqual(known);
  });

  it('every endpoint of the contract has a handler, and every handler an endpoint', () => {
    expect(product.app.routes.map((route) => route.endpoint.id).sort()).toEqual(
      allEndpoints.map((endpoint) => endpoint.id).sort(),
    );
  });

  it('no API token reaches an endpoint without its scope', () => {
    const token: Caller = {
      actor: { jurisdictionId: 1, personId: 1, name: '', grants: [], via: 'token', scopes: ['matters:read'] },
      signInId: null,
      secondFactor: false,
    };
    for (const endpoint of allEndpoints) {
      if (endpoint.access.kind === 'public' || endpoint.scope === 'matters:read') continue;
      expect(mayCall(endpoint, token)?.code, endpoint.id).toBe('forbidden');
    }
  });
});

describe('absent and forbidden look alike', () => {
  it.each(['otherOffice', 'otherHandler', 'otherProposer', 'cppccOffice', 'systemAdmin'] as const)(
    'for %s',
    async (who) => {
      const matter = matters.get('issued');
      const forbidden = await product.ask(who, 'GET', `/api/matters/${matter?.matterId}`);
      const absent = await product.ask(who, 'GET', '/api/matters/999999');
      const shown = ({ body }: { body: Record<string, unknown> }) => ({ ...body, requestId: '' });
      expect(forbidden.status).toBe(404);
      expect(shown(forbidden)).toEqual(shown(absent));
    },
  );

  it.each(['replies', 'assignments', 'ratings', 'contacts'])('for commands on %s of others', async (kind) => {
    const matter = matters.get('issued');
    const id = {
      replies: matter?.replyId,
      assignments: matter?.leadDuty,
      ratings: matter?.ratingId,
      contacts: contacts.get('issued'),
    }[kind];
    const path = { replies: 'submit', assignments: 'sign-for', ratings: 'rate', contacts: 'strike' }[kind];
    const body = { replies: {}, assignments: {}, ratings: verdict(), contacts: { reason: '无' } }[kind];
    const mine = await product.ask('otherOffice', 'POST', `/api/${kind}/${id}/${path}`, { version: 1, body });
    const none = await product.ask('otherOffice', 'POST', `/api/${kind}/999999/${path}`, {
      version: 1,
      body,
    });
    expect([mine.status, none.status]).toEqual([404, 404]);
  });
});
