import { demoPersonas } from '#contract/demo.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { ask } from '#web/shared/ask.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import styles from './sign-in.module.css';

const t = texts(memberMessages);

type DemoPeopleProps = {
  readonly chosen: string;
  readonly onChoose: (person: { readonly username: string; readonly password: string }) => void;
};

/** The deputies and members of the demo city: a press fills the form in. The staff have a sign-in of their own. */
export const DemoPeople = ({ chosen, onChoose }: DemoPeopleProps) => {
  const { data } = useQuery({ ...ask(demoPersonas), staleTime: Number.POSITIVE_INFINITY });
  const people = data?.items.filter(({ role }) => role === 'proposer') ?? [];
  if (data === undefined || people.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('signIn.demo')}</h2>
      <p className={styles.note}>
        {t('signIn.demo.note')} <code>{data.password}</code>
      </p>
      <ul>
        {people.map(({ username, name, note }) => (
          <li key={username}>
            <button
              type="button"
              aria-pressed={chosen === username}
              onClick={() => onChoose({ username, password: data.password })}
            >
              <strong lang="zh-CN">{name}</strong>
              <small>{pick(note)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
