import { accountMessages } from '#contract/messages/account.ts';
import type { Grant } from '#core/access.ts';
import { checkServiceGrant, checkTokenExpiry, endOfDay } from '#core/account/api-token.ts';
import { roles } from '#core/access.ts';
import { listApiTokens } from '../account/account.views.ts';
import { insertApiToken, revokeApiToken } from '../account/api-token.store.ts';
import { recordAccount } from '../account/own-session.ts';
import { hashToken, newToken, writeApiToken } from '../account/token.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertPersonRow } from '../setup/person.store.ts';
import { type Command, json, oneOf, readArgs, wholeOption, WrongUse } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { readGrant, tell, text, type Values } from './named.ts';
import { refuse, Refused } from './refused.ts';

const scopes = ['matters:read', 'matters:write', 'setup:read', 'setup:write'] as const;
const useOf = 'token create | list | revoke';

/** The service account made for the token, which cannot sign in: no token acts in a person's name. */
const ownerOf = async (tx: Tx, data: Data, values: Values) => {
  const name = text(values, 'service');
  if (name === undefined) throw new WrongUse('--service NAME');
  const grant = await readGrant(tx, data, values);
  const held: Grant = {
    role: grant.role,
    ...(grant.unitId === null ? {} : { unitId: grant.unitId }),
    ...(grant.organId === null ? {} : { organId: grant.organId }),
  };
  const unfit = checkServiceGrant(held);
  if (unfit !== null) refuse(unfit);
  const post = accountMessages['account.service.post'].zh;
  const person = { name, post, group: '', phoneSealed: null };
  return {
    personId: await insertPersonRow(tx, data.jurisdiction.id, person, [grant]),
    owner: name,
    grants: [held],
  };
};

const create = (data: Data, values: Values) =>
  data.write(async (tx) => {
    const expiresOn = text(values, 'expires');
    if (expiresOn === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(expiresOn))
      throw new WrongUse('--expires YYYY-MM-DD');
    const late = checkTokenExpiry(expiresOn, data.at.date);
    if (late !== null) refuse(late);
    const wanted = values['scope'];
    if (!Array.isArray(wanted) || wanted.length === 0) throw new WrongUse(`--scope ${scopes.join(' | ')}`);
    const granted = [...new Set(wanted.map((scope) => oneOf('scope', scope, scopes)))];
    const { personId, owner, grants } = await ownerOf(tx, data, values);
    const secret = newToken();
    const expiresAt = endOfDay(expiresOn);
    const name = text(values, 'name') ?? owner;
    const j = data.jurisdiction.id;
    const tokenHash = hashToken(secret);
    const at = data.at.instant;
    const id = await insertApiToken(tx, j, { name, personId, tokenHash, scopes: granted, at, expiresAt });
    const act = { tx, actor: await actorOf(data, undefined), at: data.at };
    const noted = { tokenId: id, name, scopes: granted, expiresAt, grants };
    await recordAccount(act, personId, 'createApiToken', noted);
    const token = writeApiToken(j, secret);
    return { keep: true, value: { id, owner, token, scopes: granted, expiresAt } };
  });

const revoke = (data: Data, id: number) =>
  data.write(async (tx) => {
    const revoked = await revokeApiToken(tx, data.jurisdiction.id, id, data.at.instant);
    if (revoked === undefined)
      throw new Refused(`没有编号为 ${id} 的有效令牌。`, `There is no token ${id} that is valid.`);
    const act = { tx, actor: await actorOf(data, undefined), at: data.at };
    await recordAccount(act, revoked.person_id, 'revokeApiToken', { tokenId: id, name: revoked.name });
    return { keep: true, value: { id, name: revoked.name, revoked: true } };
  });

export const tokenCommand: Command = {
  name: 'token',
  summary: {
    zh: '接口令牌：为程序建立服务账号和令牌、列出、吊销',
    en: 'API tokens of service accounts, for programs: create, list, revoke',
  },
  usage: [
    'create --service NAME --role ROLE [--unit UNIT [--section SECTION]] [--organ ORGAN] --scope SCOPE… --expires YYYY-MM-DD',
    'list',
    'revoke ID',
  ],
  options: [
    [
      '--service NAME',
      {
        zh: '新建服务账号：不能登录，只凭令牌调用接口',
        en: 'a new service account: it cannot sign in, only call the API',
      },
    ],
    ['--role ROLE', { zh: roles.join('、'), en: roles.join(', ') }],
    [
      '--scope SCOPE',
      { zh: `范围：${scopes.join('、')}，可多次`, en: `${scopes.join(', ')}; may be repeated` },
    ],
    ['--expires DATE', { zh: '到期日，最长一年', en: 'last day, within a year' }],
    ['--name NAME', { zh: '用途', en: 'what it is for' }],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      service: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      section: { type: 'string' },
      organ: { type: 'string' },
      scope: { type: 'string', multiple: true },
      expires: { type: 'string' },
      name: { type: 'string' },
      jurisdiction: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [what, given] = positionals;
    const asJson = values.json === true;
    const id = what === 'revoke' ? wholeOption('ID', given) : undefined;
    if (what !== 'create' && what !== 'list' && id === undefined) throw new WrongUse(useOf);
    return withData(io, values.jurisdiction, async (data) => {
      if (what === 'create') return tell(io, asJson, await create(data, values));
      if (id !== undefined) return tell(io, asJson, await revoke(data, id));
      const all = await data.read((tx) => listApiTokens(tx, data.jurisdiction.id));
      if (asJson) io.out(json(all));
      else for (const one of all) io.out(`${Object.values(one).map(String).join('\t')}\n`);
      return 0;
    });
  },
};
