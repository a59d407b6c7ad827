import { roles } from '#core/access.ts';
import { passwordProfiles } from '#core/account/password-policy.ts';
import { checkUsername } from '#core/account/username.ts';
import {
  getJurisdiction,
  insertAccount,
  lockAdministrators,
  replacePassword,
  saveFailures,
  updateAccount,
} from '../account/account.store.ts';
import { listAccounts } from '../account/account.views.ts';
import { passwordContext, recordAccount } from '../account/own-session.ts';
import { hashPassword, temporaryPassword } from '../account/password.ts';
import { endSessions } from '../account/session.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertPersonRow } from '../setup/person.store.ts';
import { type Command, type Io, json, readArgs, WrongUse } from './command.ts';
import { actorOf, type Data, withData } from './data.ts';
import { findAccount, readGrant, tell, text, type Values } from './named.ts';
import { refuse } from './refused.ts';

/** A password that the operator hands on; it must be changed at the first sign-in. */
const makePassword = async (tx: Tx, data: Data, username: string, name: string) => {
  const jurisdiction = await getJurisdiction(tx, data.jurisdiction.id);
  const context = passwordContext(username, name, jurisdiction);
  const password = temporaryPassword(passwordProfiles[jurisdiction.profile], context);
  return { password, hash: await hashPassword(password) };
};

const create = (data: Data, username: string, values: Values) =>
  data.write(async (tx) => {
    const invalid = checkUsername(username);
    if (invalid !== null) refuse(invalid);
    const name = text(values, 'name');
    if (name === undefined || name.trim() === '') throw new WrongUse('--name NAME');
    const grants = text(values, 'role') === undefined ? [] : [await readGrant(tx, data, values)];
    const actor = await actorOf(data, undefined);
    const personId = await insertPersonRow(
      tx,
      data.jurisdiction.id,
      { name, post: text(values, 'post') ?? '', group: '', phoneSealed: null },
      grants,
    );
    const { password, hash } = await makePassword(tx, data, username, name);
    const made = await insertAccount(tx, {
      jurisdictionId: data.jurisdiction.id,
      personId,
      username,
      passwordHash: hash,
      at: data.at.instant,
      mustChange: true,
    });
    if (!made.ok) return refuse(made.refusal);
    await recordAccount({ tx, actor, at: data.at }, personId, 'createAccount', {
      accountId: made.accountId,
      username,
      grants,
    });
    return { keep: true, value: { username, personId, temporaryPassword: password } };
  });

const disable = (data: Data, username: string) =>
  data.write(async (tx) => {
    const administrators = await lockAdministrators(tx, data.jurisdiction.id);
    const account = await findAccount(tx, data, username);
    if (administrators.length === 1 && administrators[0] === account.id)
      refuse({ code: 'last-administrator', params: {} });
    const actor = await actorOf(data, undefined);
    await updateAccount(tx, data.jurisdiction.id, account.id, { state: 'disabled' });
    const ended = await endSessions(tx, data.jurisdiction.id, account.id, data.at.instant);
    await recordAccount({ tx, actor, at: data.at }, account.personId, 'disableAccount', {
      accountId: account.id,
      ended,
    });
    return { keep: true, value: { username, disabled: true, sessionsEnded: ended } };
  });

const resetPassword = (data: Data, username: string) =>
  data.write(async (tx) => {
    const account = await findAccount(tx, data, username);
    const actor = await actorOf(data, undefined);
    const { password, hash } = await makePassword(tx, data, account.username, account.name);
    const j = data.jurisdiction.id;
    await replacePassword(tx, j, account, { hash, at: data.at.instant, mustChange: true });
    await saveFailures(tx, j, account.id, { failures: 0, lockedUntil: null, lastAt: null });
    const ended = await endSessions(tx, j, account.id, data.at.instant);
    await recordAccount({ tx, actor, at: data.at }, account.personId, 'resetPassword', {
      accountId: account.id,
      ended,
    });
    return { keep: true, value: { username, temporaryPassword: password, sessionsEnded: ended } };
  });

const list = (data: Data) =>
  data.read(async (tx) => {
    const found: { username: string; name: string; state: string; roles: readonly string[] }[] = [];
    let cursor: string | undefined;
    do {
      const { instant } = data.at;
      const filter = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const page = await listAccounts(tx, data.jurisdiction.id, filter, instant, {
        idleSince: instant,
        startedSince: instant,
      });
      for (const row of page.rows)
        found.push({
          username: row.username,
          name: row.name,
          state: row.state,
          roles: (page.roles.get(row.person_id) ?? []).map(({ role }) => role),
        });
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  });

const work = async (
  data: Data,
  io: Io,
  what: string,
  username: string | undefined,
  values: Values,
): Promise<number> => {
  const asJson = values['json'] === true;
  if (what === 'list') {
    const all = await list(data);
    if (asJson) io.out(json(all));
    else
      for (const one of all) io.out(`${one.username}\t${one.name}\t${one.state}\t${one.roles.join(',')}\n`);
    return 0;
  }
  if (username === undefined) throw new WrongUse(`user ${what} USERNAME`);
  if (what === 'create') return tell(io, asJson, await create(data, username, values));
  if (what === 'disable') return tell(io, asJson, await disable(data, username));
  if (what === 'reset-password') return tell(io, asJson, await resetPassword(data, username));
  throw new WrongUse('user create | list | disable | reset-password');
};

export const userCommand: Command = {
  name: 'user',
  summary: {
    zh: '账号：建立、列出、停用、重设密码',
    en: 'accounts: create, list, disable, reset a password',
  },
  usage: [
    'create USERNAME --name NAME [--role ROLE [--unit UNIT [--section SECTION]] [--organ ORGAN]] [--post POST]',
    'list',
    'disable USERNAME',
    'reset-password USERNAME',
  ],
  options: [
    ['--role ROLE', { zh: roles.join('、'), en: roles.join(', ') }],
    [
      '--unit, --section, --organ',
      { zh: '角色所在的单位、科室、机构（名称）', en: 'unit, section or organ of the role, by name' },
    ],
    ['--jurisdiction CODE', { zh: '辖区，默认第一个', en: 'jurisdiction; default: the first' }],
    ['--json', { zh: '以 JSON 输出', en: 'as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      name: { type: 'string' },
      post: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      section: { type: 'string' },
      organ: { type: 'string' },
      jurisdiction: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [what, username] = positionals;
    if (what === undefined) throw new WrongUse('user create | list | disable | reset-password');
    return withData(io, values.jurisdiction, (data) => work(data, io, what, username, values));
  },
};
