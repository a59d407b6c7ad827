import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';
import styles from './states.module.css';

const t = texts(commonMessages);

/** Grey lines where text will stand; `lines` about as many as are expected, so that the page does not jump. */
export const LoadingState = ({ lines = 6 }: { readonly lines?: number }) => (
  <div role="status" aria-live="polite" data-waits>
    <span className="visually-hidden">{t('say.loading')}</span>
    <div className={styles.lines} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  </div>
);
