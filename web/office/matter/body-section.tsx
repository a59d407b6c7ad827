import { useState } from 'react';
import { FiledFiles } from './filed-files.tsx';
import { useMatter } from './matter-context.ts';
import styles from './matter.module.css';
import { Nothing, Section } from './section.tsx';
import { t } from './matter-texts.ts';

const longText = 600;

/** The matter as it was handed in. Long ones are folded, and printed in full. */
export const BodySection = () => {
  const { matter } = useMatter();
  const long = matter.body.length > longText;
  const [open, setOpen] = useState(!long);
  return (
    <Section
      id="body"
      title={t('matter.body')}
      actions={
        long ? (
          <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'matter.body.fold' : 'matter.body.unfold', { count: matter.body.length })}
          </button>
        ) : undefined
      }
    >
      {matter.body.trim() === '' ? (
        <Nothing>{t('matter.body.none')}</Nothing>
      ) : (
        <div className={styles.prose} data-folded={!open}>
          {matter.body
            .split(/\n+/)
            .map((line) => line.trim())
            .filter((line) => line !== '')
            .map((line, index) => (
              // Paragraphs of a stored text never move, so their place is their name.
              <p key={`${index} ${line.slice(0, 8)}`}>{line}</p>
            ))}
        </div>
      )}
      <FiledFiles />
    </Section>
  );
};
