import { memberMessages } from '#contract/messages/member.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { shortDate } from '../dates.ts';
import { DueLight } from '../ui/due-light.tsx';
import { Section } from '../ui/section.tsx';
import { Why } from '../ui/why.tsx';
import { keptInWords, leftInWords } from '../where.ts';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(memberMessages);

type Next = Matter['next'][number];

const isDuty = (duty: string): duty is NonNullable<Next['owed']>['duty'] | 'close' =>
  [
    'assign',
    'signFor',
    'handBack',
    'decideHandBack',
    'opinion',
    'firstContact',
    'draft',
    'reply',
    'decideExtension',
    'followUp',
    'rate',
    'rehandle',
    'disclose',
    'close',
  ].includes(duty);

const OneStep = ({ step: { who, duty, owed } }: { readonly step: Next }) => (
  <li>
    <p>
      <strong lang="zh-CN">{who}</strong>
      {currentLanguage() === 'zh' ? '：' : ' '}
      {isDuty(duty) ? t(`matter.duty.${duty}`) : duty}
    </p>
    {owed === null ? null : (
      <>
        <p className={styles.due}>
          <span>
            {owed.state === 'paused'
              ? keptInWords(owed)
              : `${t('matter.by', { date: shortDate(owed.date) })}${t('where.comma')}${leftInWords(owed)}`}
          </span>
          <DueLight state={owed.state} />
        </p>
        <Why owed={owed} />
      </>
    )}
  </li>
);

/** Who must do what next, by when, and why by then. One's own rating is asked for above; its date, where it has one, stands here. */
export const NextSteps = ({ matter }: { readonly matter: Matter }) => {
  if (matter.stage === 'closed' || matter.stage === 'withdrawn' || matter.stage === 'merged') return null;
  const steps = matter.next.filter(({ duty, mine, owed }) => duty !== 'rate' || (mine && owed !== null));
  const others = matter.next.filter((one) => one.duty === 'rate' && !one.mine).length;
  if (steps.length === 0 && others === 0) return null;
  return (
    <Section id="next" title={t('matter.next')}>
      <ul className={styles.next}>
        {steps.map((step) => (
          <OneStep key={`${step.who} ${step.duty}`} step={step} />
        ))}
        {others === 0 ? null : <li>{t('matter.next.others', { count: others })}</li>}
      </ul>
    </Section>
  );
};
