import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { More } from '../ui/more.tsx';
import { Section } from '../ui/section.tsx';
import { FiledFiles } from './filed-files.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(memberMessages);

/** What was handed in, and by whom. */
export const Original = ({ matter }: { readonly matter: Matter }) => (
  <Section id="text" title={t('text.title')}>
    <p>
      {t('text.proposers')}{' '}
      {matter.proposers.map(({ id, name, lead }) => (
        <span key={id} className={styles.person}>
          <span lang="zh-CN">{name}</span>
          {lead && matter.proposers.length > 1 ? <small> ({t('text.lead')})</small> : null}{' '}
        </span>
      ))}
    </p>
    {matter.body === '' ? (
      <p className={styles.note}>{t('text.none')}</p>
    ) : (
      <More summary={t('text.show')}>
        <p lang="zh-CN" className={styles.words}>
          {matter.body}
        </p>
      </More>
    )}
    <FiledFiles matter={matter} />
  </Section>
);
