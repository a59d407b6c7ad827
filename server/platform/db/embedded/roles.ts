import type pg from 'pg';
import { tryConnect } from './connect.ts';

export const ownerRole = 'luoshi_owner';
export const appRole = 'luoshi_app';
export const mainDatabase = 'luoshi';

/**
 * Makes the application's role and the database where they are missing. The role may neither alter what the owner made
 * nor pass by row-level security. Passwords are hex, so that they need no quoting.
 */
export const ensureRolesAndDatabase = async (
  owner: pg.Client,
  app: { readonly url: string; readonly password: string },
): Promise<void> => {
  const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  const roles = await owner.query('select from pg_roles where rolname = $1', [appRole]);
  if (roles.rowCount === 0) {
    await owner.query(`create role ${appRole} ${attributes} password '${app.password}'`);
  }
  const databases = await owner.query('select from pg_database where datname = $1', [mainDatabase]);
  if (databases.rowCount === 0) await owner.query(`create database ${mainDatabase} owner ${ownerRole}`);
  const open = await owner.query<{ open: boolean }>(
    `select has_database_privilege('public', '${mainDatabase}', 'connect') as open`,
  );
  if (open.rows[0]?.open) {
    await owner.query(`grant connect, temporary on database ${mainDatabase} to ${appRole}`);
    await owner.query(`revoke all on database ${mainDatabase} from public`);
  }
  const answer = await tryConnect(app.url);
  if (answer.kind === 'ready') await answer.client.end();
  if (answer.kind === 'unknown-login') {
    await owner.query(`alter role ${appRole} ${attributes} password '${app.password}'`);
  }
};
