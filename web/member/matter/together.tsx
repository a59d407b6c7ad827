import { filedFilesMessages } from '#contract/messages/filed-files.ts';
import { texts } from '#web/shared/language.ts';
import { paths } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Section } from '../ui/section.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(filedFilesMessages);

/** 并案: with what this matter is handled together, and the way there where the reader may see it. */
export const Together = ({ matter: { merging } }: { readonly matter: Matter }) => {
  if (merging === null || (merging.into === null && merging.taken.length === 0)) return null;
  const { into, taken } = merging;
  return (
    <Section id="together" title={t('together.title')}>
      {into === null ? null : (
        <>
          <p>
            <strong>{t('together.into', { caseNo: into.caseNo })}</strong>
          </p>
          <p className={styles.note}>{t('together.intoNote')}</p>
          {into.opens ? (
            <ButtonLink wide href={paths.matter(into.id)}>
              <span lang="zh-CN">{`${into.caseNo} ${into.title}`}</span>
            </ButtonLink>
          ) : null}
        </>
      )}
      {taken.length === 0 ? null : (
        <>
          <p>{t('together.taken')}</p>
          <ul className={styles.together}>
            {taken.map(({ id, caseNo, title, opens }) => (
              <li key={id} lang="zh-CN">
                {opens ? (
                  <PageLink href={paths.matter(id)}>
                    {caseNo} {title}
                  </PageLink>
                ) : (
                  `${caseNo} ${title}`
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
