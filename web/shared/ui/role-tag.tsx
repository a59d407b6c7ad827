import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';
import styles from './marks.module.css';

const t = texts(commonMessages);

export type HandlingRole = 'lead' | 'sole' | 'separate' | 'assist';

type RoleTagProps = {
  readonly role: HandlingRole;
  /** The ruleset's own word, where the page knows it. */
  readonly name?: string;
};

/** 主办, 独办, 分办, 会办: whoever replies is filled, whoever assists is outlined. */
export const RoleTag = ({ role, name }: RoleTagProps) => (
  <span className={`${styles.tag} ${role === 'assist' ? styles.outline : styles.assigned}`}>
    {name ?? t(`handlingRole.${role}`)}
  </span>
);
