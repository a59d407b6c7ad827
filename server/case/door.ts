/** How features reach case files: one object, built in `app.ts`. */
import type { Actor } from '#core/access.ts';
import { standingsOnMatter } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { Moment } from '#core/words.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Acted, actOnCase, type CaseOrder } from './act-on-case.ts';
import type { HouseOf } from './house.ts';
import { type LoadedCase, loadCase } from './load-case.store.ts';

export type CaseDoor = {
  readonly act: (tx: Tx, actor: Actor, at: Moment, order: CaseOrder) => Promise<Acted>;
  /** Null: absent, or none of the actor's business (law 12). */
  readonly read: (tx: Tx, actor: Actor, matterId: number) => Promise<LoadedCase | null>;
  /** "建议 20260001" for lists of what could not be done; only the number for what the actor may not see. */
  readonly labelOf: (tx: Tx, actor: Actor, matterId: number) => Promise<string>;
  readonly houseOf: HouseOf;
};

export const caseDoor = (houseOf: HouseOf): CaseDoor => {
  const read: CaseDoor['read'] = async (tx, actor, matterId) => {
    const house = await houseOf(tx, actor.jurisdictionId);
    const file = await loadCase(tx, house, actor.jurisdictionId, matterId);
    return file === null || standingsOnMatter(actor, partiesOf(file)).size === 0 ? null : file;
  };
  return {
    act: actOnCase(houseOf),
    read,
    labelOf: async (tx, actor, matterId) =>
      (await read(tx, actor, matterId))?.matter.caseNo ?? String(matterId),
    houseOf,
  };
};
