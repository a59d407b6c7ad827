import { createFirstAdministratorToken } from '../account/first-administrator.ts';
import { openDatabase } from '../platform/db/database.ts';
import { systemClock } from '../platform/moment.ts';
import { hasAdministrator } from '../account/account.store.ts';
import type { Place } from './open-home.ts';

/** The one-time token with which the first administrator comes in; needed as long as there is none. */
export const firstToken = {
  isNeeded: async (appUrl: string, jurisdictionId: number): Promise<boolean> => {
    const db = openDatabase(appUrl, 2);
    try {
      return !(await db.read(jurisdictionId, (tx) => hasAdministrator(tx, jurisdictionId)));
    } finally {
      await db.close();
    }
  },
  make: async (place: Place, jurisdictionId: number): Promise<string> => {
    const db = openDatabase(place.appUrl, 2);
    try {
      const token = await createFirstAdministratorToken(db, jurisdictionId, systemClock());
      if (token === null) throw new Error('An administrator exists already');
      return token;
    } finally {
      await db.close();
    }
  },
};
