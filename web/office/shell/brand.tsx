import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import styles from './shell.module.css';

const t = texts(commonMessages);

export const BrandMark = () => (
  <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="currentColor" />
    <path
      d="M8 17.5l5.2 5.2L24.5 10"
      fill="none"
      stroke="#fff"
      strokeWidth="3.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

/** The product's mark and name, with the city's. */
export const Brand = ({ city, folded = false }: { readonly city: string; readonly folded?: boolean }) => (
  <span className={styles.brand}>
    <BrandMark />
    {folded ? (
      <span className="visually-hidden">{t('product.name')}</span>
    ) : (
      <span>
        <strong>{t('product.name')}</strong>
        <small>{city}</small>
      </span>
    )}
  </span>
);
