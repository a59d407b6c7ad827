import { signForInBulk } from '#contract/assignment.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Outcome } from '../matter/bulk-outcome.tsx';

const t = texts(seeMessages);

const BulkOutcome = lazy(async () => ({
  default: (await import('../matter/bulk-outcome.tsx')).BulkOutcome,
}));

type BulkSignForProps = {
  /** Duties that wait for the own unit to sign. */
  readonly assignmentIds: readonly number[];
  readonly onDone: () => void;
};

/** 批量签收: signs for the unit's duties on the selected matters; what is refused is listed with its reason. */
export const BulkSignFor = ({ assignmentIds, onDone }: BulkSignForProps) => {
  const { message } = App.useApp();
  const show = useProblemNotice();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const sign = useCommand(signForInBulk, {
    onRefused: show,
    onDone: (result) => {
      if (result.refused.length > 0) {
        setOutcome(result);
        return;
      }
      void message.success(t('ledger.bulk.signed', { count: result.done }));
      onDone();
    },
  });
  const press = (): void => {
    if (assignmentIds.length === 0) void message.info(t('ledger.bulk.nothing'));
    else void sign.run({ body: { assignmentIds: [...assignmentIds] } });
  };
  return (
    <>
      <Button loading={sign.pending} onClick={press}>
        {t('ledger.bulk.signFor')}
      </Button>
      {outcome === null ? null : (
        <Suspense>
          <BulkOutcome
            title={t('ledger.bulk.refused', { count: outcome.refused.length })}
            sum={t('ledger.bulk.signed', { count: outcome.done })}
            refused={outcome.refused}
            onClose={onDone}
          />
        </Suspense>
      )}
    </>
  );
};
