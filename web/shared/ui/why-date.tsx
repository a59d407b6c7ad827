import { commonMessages } from '#contract/messages/common.ts';
import { type Reckoned, standingStill, whyDate } from '#contract/why-date.ts';
import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { currentLanguage, texts } from '../language.ts';
import styles from './buttons.module.css';

const t = texts(commonMessages);

const Reckoning = ({ owed }: { readonly owed: Reckoned }) => {
  const { lines, source, verified } = whyDate(owed, currentLanguage());
  return (
    <>
      <ol className={styles.steps}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className={styles.source}>
        <div>
          {t('due.why.source')}: {source}
        </div>
        <div className={verified ? styles.verified : styles.unverified}>
          {verified ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}{' '}
          {t(verified ? 'due.why.verified' : 'due.why.unverified')}
        </div>
      </div>
    </>
  );
};

type WhyDateProps = {
  readonly owed: Reckoned;
  /** What is pressed; the date itself when absent. */
  readonly children?: ReactNode;
};

/** Of a clock that stands still no date is known, only what is left. */
const Left = ({ owed }: { readonly owed: Reckoned }) => {
  const left = standingStill(owed)?.left;
  return left === undefined
    ? null
    : t(left.unit === 'workday' ? 'due.left' : 'due.leftDays', { count: left.count });
};

/** A date that can say why it is that date: start, rule, days counted and skipped, clause (law 7). */
export const WhyDate = ({ owed, children }: WhyDateProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      title={t('due.why')}
      content={<Reckoning owed={owed} />}
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
    >
      <button
        type="button"
        className={styles.why}
        aria-expanded={open}
        onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
      >
        {children ?? (standingStill(owed) !== null ? <Left owed={owed} /> : null) ?? (
          <>
            <time dateTime={owed.date}>{owed.date}</time>
            {owed.provisional ? <small>{t('due.provisional')}</small> : null}
          </>
        )}
        <QuestionCircleOutlined aria-hidden />
        <span className="visually-hidden">{t('due.why')}</span>
      </button>
    </Popover>
  );
};
