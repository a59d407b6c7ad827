import { commonMessages } from '#contract/messages/common.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import type { Me } from '../session.ts';
import styles from './shell.module.css';

const c = texts(commonMessages);

/** The product's mark and name, with the city's. */
export const Brand = ({ place }: { readonly place: Me['jurisdiction'] }) => (
  <span className={styles.brand}>
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M8 17.5l5.2 5.2L24.5 10" fill="none" stroke="#fff" strokeWidth="3.6" strokeLinecap="round" />
    </svg>
    <span>
      <strong>{c('product.name')}</strong>
      <small>{currentLanguage() === 'zh' ? place.name : place.nameEn}</small>
    </span>
  </span>
);
