import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';
import styles from './marks.module.css';

const t = texts(commonMessages);

/** 建议 or 提案. */
export const KindTag = ({ kind }: { readonly kind: 'suggestion' | 'proposal' }) => (
  <span className={`${styles.tag} ${styles.outline}`}>{t(`kind.${kind}`)}</span>
);
