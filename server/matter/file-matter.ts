import type { BodyOf } from '#contract/endpoint.ts';
import type { fileMatter as endpoint } from '#contract/matter.ts';
import type { Actor } from '#core/access.ts';
import type { MatterEvent } from '#core/matter/matter.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Indexer } from '../platform/search.ts';
import { keepFacts } from '../case/keep-facts.ts';
import { type House, loadCase } from '../case/load-case.store.ts';
import { findSession, insertMatter, knowsProposers, type SessionRow } from './matter.store.ts';

const mayFile = (actor: Actor, organId: number): boolean =>
  actor.grants.some(
    ({ role, organId: own }) =>
      role === 'supervisor' || ((role === 'congress-office' || role === 'cppcc-office') && own === organId),
  );

type Filed = Extract<MatterEvent, { type: 'matterFiled' }>;

/**
 * Stores, indexes and journals a matter that is filed, whether by hand or from a submission (`submissionId` then links
 * the two streams). Null: its session has the case number already.
 */
export const storeFiled = async (
  tx: Tx,
  {
    house,
    indexer,
    actor,
    at,
  }: { readonly house: House; readonly indexer: Indexer; readonly actor: Actor; readonly at: Moment },
  event: Filed,
  session: SessionRow,
  from: { readonly proposerIds: readonly number[]; readonly submissionId?: number },
): Promise<number | null> => {
  const id = await insertMatter(tx, house, actor.jurisdictionId, at, event.matter, session, from.proposerIds);
  if (id === null) return null;
  await indexer.index(tx, { id, ...event.matter });
  await record(tx, actor, at, {
    stream: `matter:${id}`,
    command: 'matter.file',
    matterId: id,
    data: [{ on: 'matter', event }, from],
  });
  const filed = await loadCase(tx, house, actor.jurisdictionId, id);
  if (filed !== null) await keepFacts(tx, actor.jurisdictionId, [filed]);
  return id;
};

/** Enters one filed matter by hand; the workbook import files many through the same store. */
export const fileMatter = async (
  tx: Tx,
  door: CaseDoor,
  indexer: Indexer,
  actor: Actor,
  at: Moment,
  body: BodyOf<typeof endpoint>,
) => {
  const session = await findSession(tx, actor.jurisdictionId, body.sessionId);
  if (session === null || !mayFile(actor, session.organId)) return no('not-found');
  if (!(await knowsProposers(tx, actor.jurisdictionId, body.proposerIds)))
    return no('field-invalid', { field: 'proposerIds' }, 'proposerIds');
  const house = await door.houseOf(tx, actor.jurisdictionId);
  const event: Filed = {
    type: 'matterFiled',
    matter: {
      kind: session.organKind === 'congress' ? 'suggestion' : 'proposal',
      organId: session.organId,
      sessionId: body.sessionId,
      inSession: body.inSession,
      caseNo: body.caseNo,
      title: body.title,
      body: body.body,
      category: body.category,
      publicConsent: body.publicConsent,
      level: body.level,
      proposerType: body.proposerType,
      priority: body.priority,
      stage: 'filed',
      points: body.points.map((text, index) => ({ no: index + 1, text })),
      filedOn: body.filedOn,
      assignedOn: null,
      closedAt: null,
    },
  };
  const id = await storeFiled(tx, { house, indexer, actor, at }, event, session, {
    proposerIds: body.proposerIds,
  });
  if (id === null) return no('case-no-taken', { caseNo: body.caseNo }, 'caseNo');
  return answer({ matterId: id, id, version: 1, state: 'filed', stage: 'filed' });
};
