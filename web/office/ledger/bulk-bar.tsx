import { assignInBulk } from '#contract/matter.ts';
import { urgeInBulk } from '#contract/urges.ts';
import { signForInBulk } from '#contract/assignment.ts';
import { supervisionMessages } from '#contract/messages/supervision.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { holdsAny, type Session } from '../shell/session.ts';
import type { Outcome } from '../matter/bulk-outcome.tsx';
import { BulkSignFor } from './bulk-sign-for.tsx';
import styles from './ledger.module.css';
import type { LedgerRow } from './ledger-columns.tsx';

const t = texts(seeMessages);
const s = texts(supervisionMessages);

const BulkAssign = lazy(async () => ({ default: (await import('../matter/bulk-assign.tsx')).BulkAssign }));
const UrgeDialog = lazy(async () => ({
  default: (await import('../supervision/urge-dialog.tsx')).UrgeDialog,
}));
const BulkOutcome = lazy(async () => ({ default: (await import('../matter/bulk-outcome.tsx')).BulkOutcome }));

export const mayAssign = (session: Session): boolean => holdsAny(session, assignInBulk.access.roles);
export const maySignFor = (session: Session): boolean => holdsAny(session, signForInBulk.access.roles);

const mayUrge = (session: Session): boolean => holdsAny(session, urgeInBulk.access.roles);

/** The duties on these rows whose unit is the one to move. */
const owedOn = (rows: readonly LedgerRow[]): readonly number[] => {
  const owing = rows.flatMap(({ units }) =>
    units.filter(({ state }) => state === 'assigned' || state === 'signed' || state === 'rehandling'),
  );
  return [...new Set(owing.map(({ assignmentId }) => assignmentId))].slice(0, mostUrged);
};

/** Most duties of one run, as the contract says. */
const mostUrged = 500;

type BulkBarProps = {
  readonly session: Session;
  readonly rows: readonly LedgerRow[];
  readonly onClear: () => void;
};

/** The duties on these rows that wait for this person's unit to sign. */
const waitingFor = ({ roles }: Session, rows: readonly LedgerRow[]): readonly number[] => {
  const own = roles.flatMap(({ role, unit }) => (role === 'unit-office' && unit !== null ? [unit.id] : []));
  const waiting = rows.flatMap(({ units }) =>
    units.filter(({ state, unitId }) => state === 'assigned' && own.includes(unitId)),
  );
  return [...new Set(waiting.map(({ assignmentId }) => assignmentId))];
};

/**
 * What can be done with all the selected matters in one step. Its dialogs outlive the selection: what was done leaves
 * a filtered list at once, and its outcome must still be read.
 */
export const BulkBar = ({ session, rows, onClear }: BulkBarProps) => {
  const [assigning, setAssigning] = useState<readonly LedgerRow[] | null>(null);
  const [urging, setUrging] = useState<readonly number[] | null>(null);
  const [signed, setSigned] = useState<Outcome | null>(null);
  return (
    <>
      {rows.length === 0 ? null : (
        <section className={styles.bulk} aria-label={t('ledger.bulk.tools')}>
          <span role="status">{t('ledger.selected', { count: rows.length })}</span>
          {mayAssign(session) ? (
            <Button onClick={() => setAssigning([...new Map(rows.map((row) => [row.id, row])).values()])}>
              {t('ledger.bulk.assign')}
            </Button>
          ) : null}
          {mayUrge(session) ? (
            <Button disabled={owedOn(rows).length === 0} onClick={() => setUrging(owedOn(rows))}>
              {s('supervision.urge.selected')}
            </Button>
          ) : null}
          {maySignFor(session) ? (
            <BulkSignFor assignmentIds={waitingFor(session, rows)} onDone={onClear} onRefused={setSigned} />
          ) : null}
          <Button ghost onClick={onClear}>
            {t('ledger.bulk.clear')}
          </Button>
        </section>
      )}
      <Suspense>
        {assigning === null ? null : (
          <BulkAssign
            rows={assigning}
            onDone={() => {
              setAssigning(null);
              onClear();
            }}
            onCancel={() => setAssigning(null)}
          />
        )}
        {urging === null ? null : (
          <UrgeDialog
            target={{ assignmentIds: urging }}
            onDone={() => {
              setUrging(null);
              onClear();
            }}
            onCancel={() => setUrging(null)}
          />
        )}
        {signed === null ? null : (
          <BulkOutcome
            title={t('ledger.bulk.refused', { count: signed.refused.length })}
            sum={t('ledger.bulk.signed', { count: signed.done })}
            refused={signed.refused}
            onClose={() => {
              setSigned(null);
              onClear();
            }}
          />
        )}
      </Suspense>
    </>
  );
};
