import { signForInBulk } from '#contract/assignment.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Button } from 'antd';
import type { Outcome } from '../matter/bulk-outcome.tsx';

const t = texts(seeMessages);

type BulkSignForProps = {
  /** Duties that wait for the own unit to sign. */
  readonly assignmentIds: readonly number[];
  readonly onDone: () => void;
  /** Some were refused; the rest is done. */
  readonly onRefused: (outcome: Outcome) => void;
};

/** 批量签收: signs for the unit's duties on the selected matters. */
export const BulkSignFor = ({ assignmentIds, onDone, onRefused }: BulkSignForProps) => {
  const { message } = App.useApp();
  const show = useProblemNotice();
  const sign = useCommand(signForInBulk, {
    onRefused: show,
    onDone: (result) => {
      if (result.refused.length > 0) {
        onRefused(result);
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
    <Button loading={sign.pending} onClick={press}>
      {t('ledger.bulk.signFor')}
    </Button>
  );
};
