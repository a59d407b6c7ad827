import { officeMessages } from '#contract/messages/office.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { useLargeType } from '#web/shared/use-appearance.ts';
import FontSizeOutlined from '@ant-design/icons/FontSizeOutlined';
import TranslationOutlined from '@ant-design/icons/TranslationOutlined';
import { chooseLanguage, chooseLargeType } from './preferences.ts';
import styles from './shell.module.css';

const t = texts(officeMessages);

type ToolProps = { readonly signedIn: boolean };

/** 关怀版: one press, from every page, also before signing in. */
export const LargeTypeTool = ({ signedIn }: ToolProps) => {
  const large = useLargeType();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={large}
      onClick={() => chooseLargeType(!large, signedIn)}
    >
      <FontSizeOutlined aria-hidden />
      <span className={styles.toolWord}>{t('shell.large')}</span>
    </button>
  );
};

export const LanguageTool = ({ signedIn }: ToolProps) => (
  <button
    type="button"
    className={styles.tool}
    aria-label={t('shell.languageLabel')}
    onClick={() => chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh', signedIn)}
  >
    <TranslationOutlined aria-hidden />
    <span className={styles.toolWord}>{t('shell.language')}</span>
  </button>
);
