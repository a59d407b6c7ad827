import { commonMessages } from '#contract/messages/common.ts';
import { dayOf } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import type { ReactNode } from 'react';
import { useMatter } from './matter-context.ts';
import styles from './matter.module.css';
import { t } from './matter-texts.ts';

const c = texts(commonMessages);

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The record in short, beside the page. */
export const FactsPanel = () => {
  const { matter } = useMatter();
  return (
    <dl className={styles.factsPanel}>
      <Fact name={t('matter.fact.organ')}>{matter.organ.name}</Fact>
      <Fact name={t('matter.fact.filedOn')}>{matter.filedOn}</Fact>
      <Fact name={t('matter.fact.assignedOn')}>{matter.assignedOn ?? t('matter.fact.none')}</Fact>
      <Fact name={t('matter.fact.responsibleLeader')}>
        {matter.responsibleLeader === '' ? t('matter.fact.none') : matter.responsibleLeader}
      </Fact>
      <Fact name={c('level')}>{c(`level.${matter.level}`)}</Fact>
      <Fact name={c('proposerType')}>{c(`proposerType.${matter.proposerType}`)}</Fact>
      {matter.priority ? <Fact name={c('priority')}>{c('priority.on')}</Fact> : null}
      <Fact name={t('matter.fact.category')}>{matter.category ?? t('matter.fact.none')}</Fact>
      <Fact name={t('matter.fact.consent')}>{t(`matter.consent.${matter.publicConsent}`)}</Fact>
      {matter.closedOn === null ? null : (
        <Fact name={t('matter.fact.closedAt')}>{t('matter.fact.closedOn', { on: matter.closedOn })}</Fact>
      )}
      {matter.closedAt === null ? null : (
        <Fact name={t(matter.stage === 'withdrawn' ? 'matter.fact.withdrawnAt' : 'matter.fact.closedAt')}>
          {dayOf(matter.closedAt)}
        </Fact>
      )}
      {matter.ownerlessDays === 0 ? null : (
        <div className={styles.ownerless}>
          <dt>{t('matter.fact.ownerless')}</dt>
          <dd>
            <strong>{t('matter.fact.ownerless.days', { count: matter.ownerlessDays })}</strong>
            <small>{t('matter.fact.ownerless.why')}</small>
          </dd>
        </div>
      )}
    </dl>
  );
};
