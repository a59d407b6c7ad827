import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { ErrorState } from '#web/shared/ui/error-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';

const t = texts(commonMessages);

/** A page that threw while it was drawn. The frame around it stands. */
export const FaultPage = ({ error }: { readonly error: unknown }) => (
  <>
    <PageHead title={t('fault.page.title')} />
    <ErrorState fault={error} onRetry={() => window.location.reload()} />
  </>
);
