import { covers } from '#contract/absence.ts';
import { absenceMessages } from '#contract/messages/absence.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { actFor } from '../shell/act-for.ts';
import { useSession } from '../shell/session.ts';
import styles from './workbench.module.css';

const t = texts(absenceMessages);

/** What waits for those for whom one stands in. Nothing at all while one stands in for nobody. */
export const CoversLine = () => {
  const { covers: covered, acting } = useSession();
  const enabled = covered.length > 0 && acting === undefined;
  const query = useQuery({ ...ask(covers), enabled, refetchInterval: 60_000 });
  if (!enabled || query.data === undefined) return null;
  return (
    <ul className={styles.covers}>
      {query.data.items.map(({ person, todo }) => (
        <li key={person.id}>
          <span>{t('acting.waiting', { name: person.name, count: todo })}</span>
          <Button
            size="small"
            aria-label={t('acting.menu', { name: person.name })}
            onClick={() => actFor(person.id)}
          >
            {t('acting.go')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
