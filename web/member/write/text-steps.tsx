import { countCharacters, plainText } from '#contract/submission-words.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { BlockEditor } from './block-editor.tsx';
import { Findings } from './findings.tsx';
import { GrowingText } from './growing-text.tsx';
import type { StepProps } from './step-props.ts';
import { findingsAt } from './use-findings.ts';
import { WordImport } from './word-import.tsx';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

/** 标题, and the way to bring a Word document instead. */
export const TitleStep = ({ writing, change, findings, limits }: StepProps) => {
  const { title } = writing.text;
  const most = limits?.titleMost;
  return (
    <>
      <p className={styles.lead}>{t('write.title.lead')}</p>
      <GrowingText
        aria-label={t('write.step.title')}
        rows={2}
        maxLength={300}
        value={title}
        placeholder={t('write.title.example')}
        onChange={(words) =>
          change({ ...writing, text: { ...writing.text, title: words.replace(/\n/g, '') } })
        }
      />
      {most === undefined ? null : (
        <p className={styles.note}>{t('write.count.of', { has: countCharacters(title), most })}</p>
      )}
      <Findings findings={findingsAt(findings, 'title')} />
      <WordImport writing={writing} change={change} />
    </>
  );
};

const Counted = ({ writing, limits }: Pick<StepProps, 'writing' | 'limits'>) => {
  const has =
    countCharacters(plainText(writing.text.facts)) + countCharacters(plainText(writing.text.analysis));
  return (
    <p className={styles.note}>
      {limits === null
        ? t('write.count', { has })
        : limits.bodyMost === null
          ? t('write.count.least', { has, least: limits.bodyLeast })
          : t('write.count.range', { has, least: limits.bodyLeast, most: limits.bodyMost })}
    </p>
  );
};

export const BodyStep = ({ field, ...props }: StepProps & { readonly field: 'facts' | 'analysis' }) => {
  const { writing, change, findings } = props;
  return (
    <>
      <p className={styles.lead}>{t(`write.${field}.lead`)}</p>
      <BlockEditor
        label={t(`write.step.${field}`)}
        blocks={writing.text[field]}
        onChange={(blocks) => change({ ...writing, text: { ...writing.text, [field]: blocks } })}
      />
      <Counted writing={writing} limits={props.limits} />
      <Findings findings={findingsAt(findings, field)} />
    </>
  );
};
