import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';
import styles from './states.module.css';

const t = texts(commonMessages);

/** The number by which an administrator finds this failure in the log. */
export const RequestNumber = ({ id }: { readonly id: string }) =>
  id === '' ? null : (
    <span className={styles.request}>
      {t('fault.requestId')} <code>{id}</code>
    </span>
  );
