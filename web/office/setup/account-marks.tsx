import { moment } from '#web/shared/format.ts';
import { Mark } from './mark.tsx';
import { t } from './setup-texts.ts';
import type { AccountRow } from './setup-types.ts';

/** How an account stands: every state that an administrator would act on, each with its word and shape. */
export const AccountMarks = ({ account }: { readonly account: AccountRow }) => (
  <>
    {account.state === 'disabled' ? (
      <Mark tone="off">{t('account.state.disabled')}</Mark>
    ) : (
      <Mark tone="good">{t('account.state.active')}</Mark>
    )}
    {account.lockedUntil === null ? null : (
      <Mark tone="locked">{t('account.state.locked', { until: moment(account.lockedUntil).slice(11) })}</Mark>
    )}
    {account.stale ? <Mark tone="late">{t('account.state.stale')}</Mark> : null}
    {account.mustChange ? <Mark tone="warn">{t('account.state.mustChange')}</Mark> : null}
  </>
);
