import {
  agreeToWithdraw,
  askToWithdraw,
  refuseToWithdraw,
  takeBackWithdrawal,
} from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { AskFirst } from '../ui/ask-first.tsx';
import { Button } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { allows } from './allows.ts';
import { GrowingText } from './growing-text.tsx';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type WithdrawalProps = { readonly page: SubmissionPage; readonly personId: number };

const Agree = ({ page, personId }: WithdrawalProps) => {
  const command = useCommand(agreeToWithdraw);
  const refusal = useCommand(refuseToWithdraw);
  const own = page.signers.find(({ person }) => person.id === personId);
  if (own?.state !== 'signed' || !allows(page, 'agreeToWithdraw')) return null;
  const refuse = !allows(page, 'refuseToWithdraw') ? null : (
    <AskFirst
      wide
      label={t('withdraw.refuse')}
      question={t('withdraw.refuse.sure')}
      yes={t('withdraw.refuse')}
      no={t('withdraw.refuse.not')}
      busy={refusal.pending}
      onYes={() => void refusal.run({ params: { submissionId: page.id }, body: {} })}
    />
  );
  if (own.agreesToWithdraw) return <p>{t('withdraw.agreed')}</p>;
  return (
    <>
      <ProblemBox problem={command.problem ?? refusal.problem} />
      <Button
        look="main"
        wide
        busy={command.pending}
        onClick={() => void command.run({ params: { submissionId: page.id }, body: {} })}
      >
        {t('withdraw.agree')}
      </Button>
      {refuse}
    </>
  );
};

/** Who asked, and thinks better of it. */
const TakeBack = ({ page }: Pick<WithdrawalProps, 'page'>) => {
  const command = useCommand(takeBackWithdrawal);
  return !allows(page, 'takeBackWithdrawal') ? null : (
    <>
      <ProblemBox problem={command.problem} />
      <Button
        wide
        busy={command.pending}
        onClick={() => void command.run({ params: { submissionId: page.id }, body: {} })}
      >
        {t('withdraw.takeBack')}
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
        <strong>
          {page.state === 'withdrawn'
            ? t('withdraw.done')
            : t('withdraw.asked', { agreed: withdrawal.agreed, needed: withdrawal.needed })}
        </strong>
        <p className={styles.said} lang="zh-CN">
          {withdrawal.reason}
        </p>
        {page.state === 'withdrawn' ? null : <Agree page={page} personId={personId} />}
        <TakeBack page={page} />
      </div>
    );
  return allows(page, 'askToWithdraw') ? <Ask page={page} /> : null;
};
