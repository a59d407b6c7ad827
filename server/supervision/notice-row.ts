import type { Actor } from '#core/access.ts';
import { allowedActions } from '#core/lifecycle.ts';
import { noticeUnmet, type SupervisionNoticeContext } from '#core/supervision/decide-notice.ts';
import { noticeLifecycle } from '#core/supervision/lifecycle.ts';
import type { SupervisionNotice } from '#core/supervision/notice.ts';
import type { Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import { organsOf, standingsOnRow } from './supervision-reach.views.ts';

/** One notice as the database hands it out, with what its list shows. */
export type NoticeRow = {
  readonly id: number;
  readonly version: number;
  readonly unit: { id: number; name: string };
  readonly boundary: boolean;
  readonly organId: number | null;
  readonly state: Exclude<SupervisionNotice['state'], 'unwritten'>;
  readonly documentNo: string;
  readonly requirement: string;
  readonly matters: readonly {
    id: number;
    kind: 'suggestion' | 'proposal';
    caseNo: string;
    title: string;
    organId: number;
  }[];
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly issuedById: number;
  readonly reportBy: string;
  readonly report: string | null;
  readonly steps: readonly { type: string; text: string; reportBy: string | null; by: string; at: string }[];
};

export const noticeOf = (row: NoticeRow): SupervisionNotice => ({
  id: row.id,
  version: row.version,
  unitId: row.unit.id,
  organId: row.organId,
  state: row.state,
  documentNo: row.documentNo,
  requirement: row.requirement,
  matterIds: row.matters.map(({ id }) => id),
  issuedOn: row.issuedOn,
  reportBy: row.reportBy,
  report: row.report,
});

/** What a decision on a notice that exists looks at. A notice binds the unit also after its duty has ended. */
export const contextOfNotice = (
  row: NoticeRow,
  actor: Actor,
  at: Moment,
  house: House,
): SupervisionNoticeContext => ({
  at,
  standings: standingsOnRow(actor, { unitId: row.unit.id, organId: row.organId, live: true }),
  unitId: row.unit.id,
  boundary: row.boundary,
  unitName: row.unit.name,
  matters: row.matters.map(({ id, caseNo, organId }) => ({ id, caseNo, organId, ofUnit: true })),
  organIds: organsOf(actor),
  urging: house.ruleset.urging,
});

export const viewNotice = (row: NoticeRow, actor: Actor, at: Moment, house: House) => {
  const { boundary: _, issuedAt: __, issuedById: ___, ...shown } = row;
  const context = contextOfNotice(row, actor, at, house);
  return {
    ...shown,
    matters: row.matters.map(({ organId: ____, ...matter }) => matter),
    late: (row.state === 'served' || row.state === 'inHand') && row.reportBy < at.date,
    steps: row.steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
    allowedActions: [
      ...allowedActions(noticeLifecycle, {
        state: row.state,
        standings: context.standings,
        unmet: noticeUnmet(context),
      }),
    ] as never,
  };
};
