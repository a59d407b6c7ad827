import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { submissionLetter } from '#contract/submission.ts';
import { addressOf } from '#web/shared/api.ts';
import { pick, texts } from '#web/shared/language.ts';
import type { ReactNode } from 'react';
import { paths } from '../routes.ts';
import { ButtonLink, OuterLink } from '../ui/button.tsx';
import type { SubmissionPage as Page } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type Of = { readonly page: Page };

const formats = ['pdf', 'docx'] as const;

/** The office's words as a letter, to keep or to print. */
const Letters = ({ page: { id, letter } }: Of) =>
  !letter ? null : (
    <>
      {formats.map((format) => (
        <OuterLink
          key={format}
          wide
          href={addressOf(submissionLetter, { submissionId: id }, { format })}
          target="_blank"
          rel="noreferrer"
        >
          {t(`one.letter.${format}`)}
        </OuterLink>
      ))}
    </>
  );

type SaidProps = Of & { readonly title: string; readonly text: string; readonly children?: ReactNode };

const Said = ({ page, title, text, children }: SaidProps) => (
  <div className={styles.warning}>
    <strong>{title}</strong>
    {children}
    <p className={styles.said} lang="zh-CN">
      {text}
    </p>
    <Letters page={page} />
  </div>
);

/** 退回: what is wanted of its author before it is handed in again. */
export const SentBack = ({ page }: Of) =>
  page.returnedText === null || page.state !== 'returned' ? null : (
    <Said page={page} title={t('mine.returnedText')} text={page.returnedText} />
  );

/** What was decided, with the office's own words, and what comes of it. */
export const Decision = ({ page }: Of) => {
  const { decision, organ } = page;
  switch (decision?.outcome) {
    case undefined:
      return null;
    case 'filed':
      return (
        <div className={styles.panel}>
          <p>{t('one.filed', { caseNo: decision.caseNo })}</p>
          <ButtonLink look="main" wide href={paths.matter(decision.matterId)}>
            {t('one.toMatter')}
          </ButtonLink>
        </div>
      );
    case 'declined':
      return (
        <>
          <Said page={page} title={t('one.declined')} text={decision.text}>
            <ul className={styles.facts}>
              {decision.grounds.map(({ code, name }) => (
                <li key={code}>{pick(name)}</li>
              ))}
            </ul>
          </Said>
          <p className={styles.note}>{t('one.declined.next', { office: organ.office })}</p>
        </>
      );
    case 'converted':
      return (
        <>
          <Said page={page} title={t('one.converted', { to: pick(decision.name) })} text={decision.text} />
          <p className={styles.note}>{t('one.converted.next', { office: organ.office })}</p>
        </>
      );
    case 'split':
      return (
        <>
          <Said page={page} title={t('one.split', { count: decision.into.length })} text={decision.text} />
          {decision.into.map(({ id, flowNo, title }) => (
            <ButtonLink key={id} wide href={paths.submission(id)}>
              {t('one.splitPart', { flowNo, title })}
            </ButtonLink>
          ))}
        </>
      );
    default: {
      const forgotten: never = decision;
      return forgotten;
    }
  }
};
