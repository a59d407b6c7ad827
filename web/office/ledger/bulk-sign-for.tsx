import { signForInBulk } from '#contract/assignment.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import styles from './ledger.module.css';

const t = texts(seeMessages);
const c = texts(commonMessages);

type Outcome = ResponseOf<typeof signForInBulk>;

type BulkSignForProps = {
  /** Duties that wait for the own unit to sign. */
  readonly assignmentIds: readonly number[];
  readonly onDone: () => void;
};

/** 批量签收: signs for the unit's duties on the selected matters; what is refused is listed with its reason. */
export const BulkSignFor = ({ assignmentIds, onDone }: BulkSignForProps) => {
  const { message } = App.useApp();
  const show = useProblemNotice();
  const [refused, setRefused] = useState<Outcome['refused']>([]);
  const sign = useCommand(signForInBulk, {
    onRefused: show,
    onDone: (outcome) => {
      void message.success(t('ledger.bulk.signed', { count: outcome.done }));
      if (outcome.refused.length > 0) setRefused(outcome.refused);
      else onDone();
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
      <Modal
        open={refused.length > 0}
        title={t('ledger.bulk.refused', { count: refused.length })}
        onCancel={onDone}
        footer={
          <Button type="primary" onClick={onDone}>
            {c('do.close')}
          </Button>
        }
      >
        <ul className={styles.refused}>
          {refused.map(({ id, label, detail }) => (
            <li key={id}>
              <strong>{label}</strong>
              <div>{detail}</div>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
};
