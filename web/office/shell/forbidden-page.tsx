import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { ForbiddenState } from '#web/shared/ui/forbidden-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { paths } from '../paths.ts';
import { PageLink } from './page-link.tsx';

const t = texts(commonMessages);

/** A page that exists and is not for this role. */
export const ForbiddenPage = () => (
  <>
    <PageHead title={t('forbidden.title')} />
    <ForbiddenState>
      <PageLink href={paths.workbench()}>{t('do.home')}</PageLink>
    </ForbiddenState>
  </>
);
