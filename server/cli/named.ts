/** What the account and token commands are told by name: an account, a role with its place. */
import { type Role, roles } from '#core/access.ts';
import { type Account, lockAccountByName } from '../account/account.store.ts';
import { indexPlaces } from '../catalogue/read-grants.ts';
import { loadKnownOrgans, loadKnownUnits } from '../catalogue/setup-directory.views.ts';
import type { Tx } from '../platform/db/database.ts';
import { checkGrants } from '../setup/check-grants.ts';
import { knownPlaces } from '../setup/person.store.ts';
import { type Io, json, oneOf } from './command.ts';
import type { Data } from './data.ts';
import { refuse, Refused } from './refused.ts';

export const findAccount = async (tx: Tx, data: Data, username: string): Promise<Account> => {
  const account = await lockAccountByName(tx, data.jurisdiction.id, username);
  if (account === null) throw new Refused(`没有账号 ${username}。`, `There is no account ${username}.`);
  return account;
};

export type Values = { readonly [name: string]: string | boolean | string[] | undefined };
export const text = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** The grant that `--role`, `--unit`, `--section` and `--organ` name. */
export const readGrant = async (tx: Tx, data: Data, values: Values) => {
  const role: Role = oneOf('role', text(values, 'role') ?? '', roles);
  const j = data.jurisdiction.id;
  const organs = await loadKnownOrgans(tx, j);
  const places = indexPlaces(await loadKnownUnits(tx, j), organs);
  const [unitName, sectionName, organName] = ['unit', 'section', 'organ'].map((name) => text(values, name));
  const unit = unitName === undefined ? undefined : places.unit(unitName);
  const section =
    unit === undefined || sectionName === undefined ? undefined : places.section(unit.id, sectionName);
  if ((unitName !== undefined && unit === undefined) || (sectionName !== undefined && section === undefined))
    throw new Refused(
      `没有单位“${sectionName ?? unitName ?? ''}”。`,
      `There is no unit ${sectionName ?? unitName ?? ''}.`,
    );
  const kind = role === 'congress-office' ? 'congress' : role === 'cppcc-office' ? 'cppcc' : null;
  const organ = kind === null ? undefined : places.organ(kind, organName ?? null);
  const grant = { role, unitId: section?.id ?? unit?.id ?? null, organId: organ?.id ?? null };
  const unfit = checkGrants([grant], await knownPlaces(tx, j, [grant]));
  return unfit === null ? grant : refuse(unfit);
};

/** The outcome of a step, a line for each part of it. */
export const tell = (io: Io, asJson: boolean, done: Readonly<Record<string, unknown>>): number => {
  if (asJson) io.out(json(done));
  else for (const [name, value] of Object.entries(done)) io.out(`${name}: ${String(value)}\n`);
  return 0;
};
