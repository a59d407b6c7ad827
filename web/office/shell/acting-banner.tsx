import { absenceMessages } from '#contract/messages/absence.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from 'antd';
import { actFor } from './act-for.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';

const t = texts(absenceMessages);

/** Says on every page for whom one acts and until when; one press leads back. */
export const ActingBanner = () => {
  const { acting, person } = useSession();
  if (acting === undefined) return null;
  return (
    <div className={styles.acting} role="status">
      <span>{t('acting.banner', { name: person.name, until: acting.until, self: acting.self.name })}</span>
      <Button size="small" onClick={() => actFor(null)}>
        {t('acting.back')}
      </Button>
    </div>
  );
};
