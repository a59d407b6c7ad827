import { agreeToWithdraw, askToWithdraw } from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { GrowingText } from './growing-text.tsx';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type WithdrawalProps = { readonly page: SubmissionPage; readonly personId: number };

const Agree = ({ page, personId }: WithdrawalProps) => {
  const command = useCommand(agreeToWithdraw);
  const own = page.signers.find(({ person }) => person.id === personId);
  if (own === undefined || own.agreesToWithdraw || own.state !== 'signed') return null;
  return (
    <>
      <ProblemBox problem={command.problem} />
      <Button
        look="main"
        wide
        busy={command.pending}
        onClick={() => void command.run({ params: { submissionId: page.id }, body: {} })}
      >
        {t('withdraw.agree')}
      </Button>
    </>
  );
};

const Ask = ({ page }: Pick<WithdrawalProps, 'page'>) => {
  const command = useCommand(askToWithdraw);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <More summary={t('withdraw.title')}>
      <p>{t('withdraw.lead')}</p>
      <label className={styles.line}>
        {t('withdraw.reason')}
        <GrowingText value={reason} onChange={setReason} aria-invalid={tried && missing} />
      </label>
      <p role="alert" className={styles.bad}>
        {tried && missing ? t('withdraw.reason.missing') : ''}
      </p>
      <ProblemBox problem={command.problem} />
      <Button
        look="danger"
        wide
        busy={command.pending}
        onClick={() => {
          setTried(true);
          if (!missing)
            void command.run({ params: { submissionId: page.id }, body: { reason }, version: page.version });
        }}
      >
        {t('withdraw.do')}
      </Button>
    </More>
  );
};

/** 撤回: asked for with a reason; where it is joint, everybody who signed agrees first. */
export const Withdrawal = ({ page, personId }: WithdrawalProps) => {
  const { withdrawal } = page;
  if (withdrawal !== null)
    return (
      <div className={styles.warning}>
        <strong>{t('withdraw.asked', { agreed: withdrawal.agreed, needed: withdrawal.needed })}</strong>
        <p className={styles.said} lang="zh-CN">
          {withdrawal.reason}
        </p>
        <Agree page={page} personId={personId} />
      </div>
    );
  const may = page.allowedActions.some(
    ({ action, refusal }) => action === 'askToWithdraw' && refusal === null,
  );
  return may ? <Ask page={page} /> : null;
};
