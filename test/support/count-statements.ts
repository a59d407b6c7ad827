import type { KyselyPlugin } from 'kysely';
import type { Tx } from '#server/platform/db/database.ts';

/** The same transaction, counting what is asked of it: for lists that must not ask once a row. */
export const countStatements = (tx: Tx): { readonly tx: Tx; readonly count: () => number } => {
  let n = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      n += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { tx: tx.withPlugin(counter), count: () => n };
};
