import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { paths } from '../paths.ts';
import { PageLink } from './page-link.tsx';

const t = texts(commonMessages);

/** An address that leads nowhere. */
export const AbsentPage = () => {
  useLanguage();
  return (
    <>
      <PageHead title={t('absent.title')} />
      <EmptyState title={t('absent.title')} detail={t('absent.detail')}>
        <PageLink href={paths.workbench()}>{t('do.home')}</PageLink>
      </EmptyState>
    </>
  );
};
