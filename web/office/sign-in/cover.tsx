import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { useLanguage } from '#web/shared/use-appearance.ts';
import type { ReactNode } from 'react';
import { BrandMark } from '../shell/brand.tsx';
import { LanguageTool, LargeTypeTool } from '../shell/tools.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages);

const way = ['assign', 'signFor', 'contact', 'reply', 'rate', 'deliver'] as const;

type CoverProps = { readonly wide?: boolean; readonly children: ReactNode };

/** The pages before one is in: what the product is on the one side, the form on the other. */
export const Cover = ({ wide = false, children }: CoverProps) => {
  useLanguage();
  return (
    <div className={styles.page}>
      <div className={styles.cover} role="banner">
        <div className={styles.coverBrand}>
          <BrandMark />
          {c('product.full')}
        </div>
        <div>
          <div className={styles.name}>{c('product.name')}</div>
          <p className={styles.motto}>{t('signIn.motto')}</p>
          <p className={styles.lead}>{t('signIn.lead')}</p>
        </div>
        <ol className={styles.way}>
          {way.map((step) => (
            <li key={step}>{t(`signIn.way.${step}`)}</li>
          ))}
        </ol>
      </div>
      <main className={styles.side}>
        <div className={styles.tools}>
          <LargeTypeTool signedIn={false} />
          <LanguageTool signedIn={false} />
        </div>
        <div className={`${styles.sheet} ${wide ? styles.sheetWide : ''}`}>{children}</div>
      </main>
    </div>
  );
};
