import { signForInBulk } from '#contract/assignment.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { getMatter } from '#contract/matter.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import styles from './ledger.module.css';

const t = texts(seeMessages);
const c = texts(commonMessages);
const atOnce = 4;

type Outcome = ResponseOf<typeof signForInBulk>;

/** The duties on these matters for which the server lets this person sign. */
const findDuties = async (client: QueryClient, matterIds: readonly number[]): Promise<readonly number[]> => {
  const found: number[] = [];
  const waiting = [...matterIds];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const matter = await client.fetchQuery(ask(getMatter, { params: { matterId: next } }));
      for (const duty of matter.assignments)
        if (duty.allowedActions.some(({ action, refusal }) => action === 'signFor' && refusal === null))
          found.push(duty.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
};

type BulkSignForProps = {
  readonly matterIds: readonly number[];
  readonly onDone: () => void;
};

/** 批量签收: signs for the unit's duties on the selected matters; what is refused is listed with its reason. */
export const BulkSignFor = ({ matterIds, onDone }: BulkSignForProps) => {
  const client = useQueryClient();
  const { message } = App.useApp();
  const show = useProblemNotice();
  const [looking, setLooking] = useState(false);
  const [refused, setRefused] = useState<Outcome['refused']>([]);
  const sign = useCommand(signForInBulk, {
    onRefused: show,
    onDone: (outcome) => {
      void message.success(t('ledger.bulk.signed', { count: outcome.done }));
      if (outcome.refused.length > 0) setRefused(outcome.refused);
      else onDone();
    },
  });
  const press = async (): Promise<void> => {
    setLooking(true);
    try {
      const assignmentIds = await findDuties(client, matterIds);
      if (assignmentIds.length === 0) void message.info(t('ledger.bulk.nothing'));
      else await sign.run({ body: { assignmentIds: [...assignmentIds] } });
    } catch (fault) {
      show(problemOf(fault));
    } finally {
      setLooking(false);
    }
  };
  return (
    <>
      <Button loading={looking || sign.pending} onClick={() => void press()}>
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
