import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useLargeType } from '#web/shared/use-appearance.ts';
import { chooseLargeType } from '../preferences.ts';
import styles from './shell.module.css';

const t = texts(memberMessages);

/** 关怀版 by one press, from every page. */
export const LargeTypeButton = ({ signedIn }: { readonly signedIn: boolean }) => {
  const large = useLargeType();
  return (
    <button
      type="button"
      className={styles.large}
      aria-pressed={large}
      onClick={() => chooseLargeType(!large, signedIn)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M2 20 8.2 4h1.6L16 20M4.2 14.5h9.6M16 20l3.4-9h1.2l3.4 9M17.2 17h5.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        />
      </svg>
      {t('app.large')}
    </button>
  );
};
