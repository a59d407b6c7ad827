import { assignInBulk } from '#contract/matter.ts';
import { signForInBulk } from '#contract/assignment.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { holdsAny, type Session } from '../shell/session.ts';
import { BulkSignFor } from './bulk-sign-for.tsx';
import styles from './ledger.module.css';
import type { LedgerRow } from './ledger-columns.tsx';

const t = texts(seeMessages);

const BulkAssign = lazy(async () => ({ default: (await import('../matter/bulk-assign.tsx')).BulkAssign }));

export const mayAssign = (session: Session): boolean => holdsAny(session, assignInBulk.access.roles);
export const maySignFor = (session: Session): boolean => holdsAny(session, signForInBulk.access.roles);

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

/** What can be done with all the selected matters in one step. */
export const BulkBar = ({ session, rows, onClear }: BulkBarProps) => {
  const [assigning, setAssigning] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section className={styles.bulk} aria-label={t('ledger.bulk.tools')}>
      <span role="status">{t('ledger.selected', { count: rows.length })}</span>
      {mayAssign(session) ? (
        <Button onClick={() => setAssigning(true)}>{t('ledger.bulk.assign')}</Button>
      ) : null}
      {maySignFor(session) ? (
        <BulkSignFor assignmentIds={waitingFor(session, rows)} onDone={onClear} />
      ) : null}
      <Button ghost onClick={onClear}>
        {t('ledger.bulk.clear')}
      </Button>
      {assigning ? (
        <Suspense>
          <BulkAssign
            rows={[...new Map(rows.map((row) => [row.id, row])).values()]}
            onDone={() => {
              setAssigning(false);
              onClear();
            }}
            onCancel={() => setAssigning(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
};
