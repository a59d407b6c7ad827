import { changesSince } from './changes-since.ts';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';

type StaleNoteProps = {
  readonly before: Readonly<Record<string, string>>;
  readonly now: Readonly<Record<string, string>>;
};

const said = (text: string): string => (text === '' ? t('setup.stale.empty') : text);

/** Someone else saved the same row while this form was open: what he changed, before it is written over. */
export const StaleNote = ({ before, now }: StaleNoteProps) => {
  const changes = changesSince(before, now);
  if (changes.length === 0) return null;
  return (
    <div className={styles.caution} role="alert">
      <strong>{t('setup.stale.title')}</strong>
      <p>{t('setup.stale.lead')}</p>
      <ul className={styles.bullets}>
        {changes.map(({ field, from, to }) => (
          <li key={field}>{t('setup.stale.change', { field, from: said(from), to: said(to) })}</li>
        ))}
      </ul>
    </div>
  );
};
