import { matterMessages } from '#contract/messages/matter.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { Alert } from 'antd';
import { listNames } from '../matter/matter-texts.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { nameOf, t } from './review-texts.ts';
import styles from './review.module.css';
import type { SubmissionOnPage } from './review-types.ts';

const matter = texts(matterMessages);
const form = texts(memberWritingMessages);

type Submission = { readonly submission: SubmissionOnPage };

/** What its author asks for while the office has it: to be decided on before anything else. */
export const WithdrawalAsked = ({ submission: { withdrawal, state } }: Submission) =>
  withdrawal === null || state === 'withdrawn' ? null : (
    <Alert
      type="warning"
      showIcon
      className={styles.alert ?? ''}
      title={t(state === 'filed' ? 'review.withdrawal.filed' : 'review.withdrawal', {
        agreed: withdrawal.agreed,
        needed: withdrawal.needed,
      })}
      description={withdrawal.reason}
    />
  );

/** It waits for a look that nobody can take: what is missing, and where that is put right. */
export const NobodyLooks = ({ submission }: Submission) => {
  const { unlooked, step, panel, author } = submission;
  if (unlooked === null || step === null) return null;
  const why = unlooked === 'group' && author.group === '' ? 'noGroup' : unlooked;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.alert ?? ''}
      title={t(`review.unlooked.${why}`, {
        step: nameOf(step.name),
        group: author.group,
        panel: panel?.name ?? '',
      })}
      description={
        why === 'noGroup' ? undefined : (
          <PageLink href={paths.setup('panels')}>{t('review.unlooked.name')}</PageLink>
        )
      }
    />
  );
};

const wishes = ['closerContact', 'referenceOnly', 'openToCoSigners'] as const;

/** The boxes that the author ticked: they are looked at with the text, and go with the matter. */
export const AuthorsWishes = ({ submission }: Submission) => {
  const { publicConsent, consentReason, origins, raisedYears, raisedBefore, ...ticked } = submission.form;
  const asked = wishes.filter((wish) => ticked[wish]);
  const lead = submission.preferredUnits.filter(({ id }) => id === ticked.preferredLeadId);
  const assist = submission.preferredUnits.filter(({ id }) => id !== ticked.preferredLeadId);
  return (
    <Panel title={t('review.part.form')}>
      <dl className={styles.facts}>
        <dt>{matter('matter.fact.consent')}</dt>
        <dd>
          {matter(`matter.consent.${publicConsent}`)}
          {consentReason === '' ? null : <div className={styles.meta}>{consentReason}</div>}
        </dd>
        <dt>{t('review.form.origins')}</dt>
        <dd>
          {origins.length === 0
            ? t('review.form.unsaid')
            : listNames(origins.map((one) => form(`write.origins.${one}`)))}
        </dd>
        {raisedYears === 0 ? null : (
          <>
            <dt>{form('write.raised.yes')}</dt>
            <dd>
              {t('review.form.raised', { years: raisedYears })}
              {raisedBefore === '' ? null : <div className={styles.meta}>{raisedBefore}</div>}
            </dd>
          </>
        )}
        {asked.length === 0 ? null : (
          <>
            <dt>{form('write.wishes')}</dt>
            <dd>{listNames(asked.map((wish) => form(`write.wishes.${wish}`)))}</dd>
          </>
        )}
        {lead.length === 0 ? null : (
          <>
            <dt>{form('write.units.lead')}</dt>
            <dd>{listNames(lead.map(({ name }) => name))}</dd>
          </>
        )}
        {assist.length === 0 ? null : (
          <>
            <dt>{form('write.units.assist')}</dt>
            <dd>{listNames(assist.map(({ name }) => name))}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
};
