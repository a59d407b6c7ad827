import { commonMessages } from '#contract/messages/common.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { paths } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import styles from '../ui/ui.module.css';

const c = texts(commonMessages);
const t = texts(memberMessages);

export const AbsentPage = () => (
  <div className={styles.stack}>
    <PageTitle tab={c('absent.title')}>{c('absent.title')}</PageTitle>
    <p>{c('absent.detail')}</p>
    <ButtonLink look="main" href={paths.home}>
      {t('do.home')}
    </ButtonLink>
  </div>
);
