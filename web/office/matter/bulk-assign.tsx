import { assignInBulk } from '#contract/matter.ts';
import { reference } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BulkOutcome, type Outcome } from './bulk-outcome.tsx';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog.tsx';
import { dutiesOf } from './plan.ts';
import { PlanFieldsEditor, type PlanValues } from './plan-fields.tsx';
import { wordsOf } from './use-words.ts';
import { t } from './matter-texts.ts';

/** So many chosen matters are listed at once; more lie one press away. */
const fewRows = 8;

type BulkAssignProps = {
  /** What was chosen in a list. */
  readonly rows: readonly { readonly id: number; readonly caseNo: string; readonly title: string }[];
  /** At least one matter was assigned, and the outcome has been read. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** 批量交办: the same units for every chosen matter; what is refused is listed with its reason, the rest is done. */
export const BulkAssign = ({ rows, onDone, onCancel }: BulkAssignProps) => {
  const words = useQuery({ ...ask(reference), staleTime: 300_000 });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { run, pending, problem } = useCommand(assignInBulk, { onDone: setOutcome });
  if (outcome !== null)
    return (
      <BulkOutcome
        title={t('matter.bulk.outcome')}
        sum={t('matter.bulk.done', { done: outcome.done, refused: outcome.refused.length })}
        refused={outcome.refused}
        onClose={() => (outcome.done > 0 ? onDone() : onCancel())}
      />
    );
  if (words.data === undefined) return null;
  return (
    <FormDialog<PlanValues>
      title={t('matter.bulk.title', { count: rows.length })}
      what={
        <details className={styles.chosen} open={rows.length <= fewRows}>
          <summary>{t('matter.bulk.chosen')}</summary>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <span>{row.caseNo}</span> {row.title}
              </li>
            ))}
          </ul>
        </details>
      }
      confirm={t('matter.bulk.confirm', { count: rows.length })}
      initial={{ shape: 'lead', responsibleLeader: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ responsibleLeader, ...plan }) => {
        const duties = [...dutiesOf(plan)];
        return run({ body: { items: rows.map((row) => ({ matterId: row.id, duties })), responsibleLeader } });
      }}
      onClose={onCancel}
    >
      <PlanFieldsEditor units={words.data.units} live={[]} roleName={wordsOf(words.data).role} />
    </FormDialog>
  );
};
