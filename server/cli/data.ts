/** How commands reach the data: the database of a running Luoshi or one started for the command, and in whose name. */
import type { Actor } from '#core/access.ts';
import type { Moment } from '#core/words.ts';
import { importMessages } from '#contract/messages/import.ts';
import { lockAccountByName } from '../account/account.store.ts';
import { findImporter } from '../catalogue/import.store.ts';
import { loadKnownOrgans } from '../catalogue/setup-directory.views.ts';
import { readConfig } from '../platform/config.ts';
import { type Db, type Kept, openDatabase, type Tx } from '../platform/db/database.ts';
import { systemClock } from '../platform/moment.ts';
import { findJurisdictionByCode, type FoundJurisdiction } from '../setup/found-jurisdiction.ts';
import { both, type Io } from './command.ts';
import { openPlace, type Place } from './open-home.ts';
import { Refused } from './refused.ts';

export type Data = {
  readonly place: Place;
  readonly db: Db;
  readonly jurisdiction: FoundJurisdiction;
  readonly at: Moment;
  readonly fieldKey: string;
  /** Commits what `work` did, or nothing when it answers with `keep: false`. */
  readonly write: <T>(work: (tx: Tx) => Promise<Kept<T>>) => Promise<T>;
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
};

/** Opens the place, attached to a running server where there is one, and closes it whatever happens. */
export const inPlace = async <T>(io: Io, work: (place: Place) => Promise<T>): Promise<T> => {
  const place = await openPlace(readConfig(io.env, []), (zh, en) => io.err(both(zh, en)), true);
  try {
    return await work(place);
  } finally {
    await place.stop();
  }
};

/** As `inPlace`, with the database of one jurisdiction: that of `code`, else the first. */
export const withData = (
  io: Io,
  code: string | undefined,
  work: (data: Data) => Promise<number>,
): Promise<number> =>
  inPlace(io, async (place) => {
    const jurisdiction = await findJurisdictionByCode(place.ownerUrl, code);
    if (jurisdiction === null)
      throw new Refused(
        code === undefined ? '系统中还没有辖区。' : `没有代码为 ${code} 的辖区。`,
        code === undefined ? 'There is no jurisdiction yet.' : `There is no jurisdiction ${code}.`,
      );
    const db = openDatabase(place.appUrl, 4);
    try {
      return await work({
        place,
        db,
        jurisdiction,
        at: systemClock(),
        fieldKey: place.home.secret('field-key'),
        write: (inside) => db.write(jurisdiction.id, inside),
        read: (inside) => db.read(jurisdiction.id, inside),
      });
    } finally {
      await db.close();
    }
  });

/** The operator himself: he stands before the machine, so he acts for every office; the journal says `system`. */
const operator = async ({ jurisdiction, read }: Data): Promise<Actor> => {
  const organs = await read((tx) => loadKnownOrgans(tx, jurisdiction.id));
  return {
    jurisdictionId: jurisdiction.id,
    personId: 0,
    name: importMessages['import.word.operator'].zh,
    grants: [
      { role: 'supervisor' },
      { role: 'system-admin' },
      ...organs.map(
        ({ id, kind }) =>
          ({ role: kind === 'congress' ? 'congress-office' : 'cppcc-office', organId: id }) as const,
      ),
    ],
    via: 'system',
  };
};

/** In whose name a command acts: the account of that user name with its own rights, or the operator. */
export const actorOf = async (data: Data, username: string | undefined): Promise<Actor> => {
  if (username === undefined) return operator(data);
  const { jurisdiction } = data;
  const found = await data.write(async (tx) => {
    const account = await lockAccountByName(tx, jurisdiction.id, username);
    const person =
      account === null || !account.active ? null : await findImporter(tx, jurisdiction.id, account.personId);
    return {
      keep: false,
      value: person === null || account === null ? null : { ...person, id: account.personId },
    };
  });
  if (found === null)
    throw new Refused(`没有可用的账号 ${username}。`, `There is no account ${username} in use.`);
  return {
    jurisdictionId: jurisdiction.id,
    personId: found.id,
    name: found.name,
    grants: found.grants,
    via: 'system',
  };
};
