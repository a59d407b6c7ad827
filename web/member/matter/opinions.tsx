import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { shortDay } from '../dates.ts';
import { More } from '../ui/more.tsx';
import { Section } from '../ui/section.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(memberMessages);

/** What the assisting units said to the lead, word for word. */
export const Opinions = ({ matter }: { readonly matter: Matter }) =>
  matter.opinions.length === 0 ? null : (
    <Section id="opinions" title={t('opinions.title')}>
      <ul className={styles.talks}>
        {matter.opinions.map(({ id, unitName, n, text, dissent, givenAt }) => (
          <li key={id}>
            <More
              summary={
                <span>
                  <span lang="zh-CN">{unitName}</span> {shortDay(givenAt)}
                  {n > 1 ? ` · ${t('opinions.earlier', { n })}` : ''}
                  {dissent === null ? '' : ` · ${t('opinions.dissent')}`}
                </span>
              }
            >
              <p lang="zh-CN" className={styles.words}>
                {text}
              </p>
              {dissent === null ? null : (
                <p className={styles.answer}>
                  <b>{t('opinions.dissent')}</b> <span lang="zh-CN">{dissent}</span>
                </p>
              )}
            </More>
          </li>
        ))}
      </ul>
    </Section>
  );
