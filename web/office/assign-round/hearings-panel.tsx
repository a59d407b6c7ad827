import { answerHearing, handBackHearings } from '#contract/hand-back-hearing.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { fullDate } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';

type Hearing = ResponseOf<typeof handBackHearings>['items'][number];
type Doing = { readonly hearing: Hearing; readonly answer: 'accepted' | 'declined' };

const AnswerHearing = ({ doing, onClose }: { readonly doing: Doing; readonly onClose: () => void }) => {
  const { hearing, answer } = doing;
  const { run, pending, problem } = useCommand(answerHearing, { onDone: onClose });
  const verb = t(answer === 'accepted' ? 'round.hearing.accept' : 'round.hearing.decline');
  return (
    <FormDialog<{ reason: string }>
      title={`${verb} · ${hearing.caseNo}`}
      what={t('round.named.what')}
      confirm={verb}
      initial={{ reason: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ reason }) => run({ params: { hearingId: hearing.id }, body: { answer, reason } })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('round.answer.reason')}
        rules={[{ required: answer === 'declined', whitespace: true }]}
      >
        <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialog>
  );
};

/** Matters that another unit would hand back and says are this unit's: it is heard before anybody decides. */
export const HearingsPanel = () => {
  const { data } = useQuery(ask(handBackHearings));
  const [doing, start] = useState<Doing | null>(null);
  const open = data?.items.filter(({ mayAnswer }) => mayAnswer) ?? [];
  if (open.length === 0) return null;
  return (
    <Panel title={t('round.hearing.title')} note={t('round.hearing.note')}>
      <ul className={styles.lines}>
        {open.map((hearing) => (
          <li key={hearing.id}>
            <strong>{hearing.caseNo}</strong> {hearing.title}
            <div className={styles.meta}>
              {t('round.hearing.says', {
                unit: hearing.from.name,
                reason: hearing.reason,
                basis: hearing.basis,
              })}
              {hearing.answerBy === null
                ? null
                : ` · ${t('round.hearing.until', { date: fullDate(hearing.answerBy) })}`}
            </div>
            <span className={styles.buttons}>
              {(['accepted', 'declined'] as const).map((answer) => (
                <Button
                  key={answer}
                  aria-label={`${t(answer === 'accepted' ? 'round.hearing.accept' : 'round.hearing.decline')} ${hearing.caseNo}`}
                  onClick={() => start({ hearing, answer })}
                >
                  {t(answer === 'accepted' ? 'round.hearing.accept' : 'round.hearing.decline')}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {doing === null ? null : <AnswerHearing doing={doing} onClose={() => start(null)} />}
    </Panel>
  );
};
