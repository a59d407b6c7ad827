import { demoPersonas } from '#contract/demo.ts';
import { commonMessages } from '#contract/messages/common.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { ask } from '#web/shared/ask.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { Filled } from './password-step.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages as MessageTable);

type DemoPeopleProps = { readonly chosen: string | undefined; readonly onChoose: (filled: Filled) => void };

/** The demo city's people, one of each role: a press fills the form in. */
export const DemoPeople = ({ chosen, onChoose }: DemoPeopleProps) => {
  const { data } = useQuery({ ...ask(demoPersonas), staleTime: Number.POSITIVE_INFINITY });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('signIn.demoTitle')}</h2>
      <p className={styles.note}>{t('signIn.demoNote', { password: data.password })}</p>
      <ul className={styles.people}>
        {data.items.map(({ username, name, role, note }) => (
          <li key={username}>
            <button
              type="button"
              aria-pressed={chosen === username}
              onClick={() => onChoose({ username, password: data.password })}
            >
              <span>
                <strong>{c(`role.${role}`)}</strong> <span className={styles.who}>{name}</span>
              </span>
              <small>{pick(note)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
