import { countCharacters } from '#contract/submission-words.ts';
import {
  declineToSign,
  getSubmission,
  signSubmission,
  submissionTexts,
  writingForms,
} from '#contract/submission.ts';
import { same } from '#contract/same.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { go } from '../navigate.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { announce } from '../ui/announce.tsx';
import { AskFirst } from '../ui/ask-first.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { GrowingText } from './growing-text.tsx';
import { ReadText } from './read-text.tsx';
import { type SubmissionPage, type Text, textFields } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type Signer = SubmissionPage['signers'][number];

/** Which parts differ from what one signed, or had read, before. */
const Changed = ({ before, now }: { readonly before: Text; readonly now: Text }) => (
  <div className={styles.warning}>
    <strong>{t('sign.changed')}</strong>
    <ul className={styles.facts}>
      {textFields
        .filter((field) => !same(before[field], now[field]))
        .map((field) => (
          <li key={field}>{t(`write.step.${field}`)}</li>
        ))}
    </ul>
    <More summary={t('sign.before')}>
      <ReadText text={before} />
    </More>
  </div>
);

const SignedBefore = ({ page, own }: { readonly page: SubmissionPage; readonly own: Signer }) => {
  const { data } = useQuery(ask(submissionTexts, { params: { submissionId: page.id } }));
  const before = data?.items.find(({ textNo }) => textNo === own.textNo);
  return before === undefined ? (
    <p className={styles.warning}>{t('mine.again')}</p>
  ) : (
    <Changed before={before} now={page.text} />
  );
};

type FormProps = {
  readonly page: SubmissionPage;
  readonly own: Signer;
  readonly read: { readonly text: Text; readonly textNo: number };
};

/** What is signed is the text that stood on this page: another one is refused, and shown. */
const SignForm = ({ page, own, read }: FormProps) => {
  // Who is asked again need not write his words again.
  const [comment, setComment] = useState(own.comment);
  const done = (words: string) => (): void => {
    announce(words);
    go(paths.submissions, { replace: true });
  };
  const sign = useCommand(signSubmission, { onDone: done(t('sign.done')) });
  const decline = useCommand(declineToSign, { onDone: done(t('sign.declined')) });
  const forms = useQuery({ ...ask(writingForms), staleTime: 600_000 });
  const rule = forms.data?.items.find(({ organ }) => organ.id === page.organ.id)?.comment ?? null;
  const params = { submissionId: page.id };
  return (
    <Section id="answer" title={t('sign.answer')}>
      <label className={styles.line}>
        {rule === null ? t('sign.comment') : t('sign.comment.rule', { least: rule.least, most: rule.most })}
        <GrowingText value={comment} maxLength={2_000} onChange={setComment} />
      </label>
      {comment === '' ? null : (
        <p className={styles.note}>{t('write.count', { has: countCharacters(comment) })}</p>
      )}
      <ProblemBox problem={sign.problem ?? decline.problem} />
      <Button
        look="main"
        wide
        busy={sign.pending}
        onClick={() => void sign.run({ params, body: { comment, textNo: read.textNo } })}
      >
        {t('sign.do')}
      </Button>
      <AskFirst
        wide
        label={t('sign.decline')}
        question={t('sign.decline.sure')}
        yes={t('sign.decline.do')}
        no={t('sign.decline.not')}
        busy={decline.pending}
        onYes={() => void decline.run({ params, body: {} })}
      />
      <p className={styles.note}>{t('sign.note')}</p>
    </Section>
  );
};

const Whole = ({ page, own }: { readonly page: SubmissionPage; readonly own: Signer }) => {
  // The text as it was when it was opened: a change while one reads is shown, never slipped under the signature.
  const [read, setRead] = useState({ text: page.text, textNo: page.textNo });
  const newer = page.textNo !== read.textNo;
  return (
    <>
      <div>
        <p className={styles.note}>
          {t('mine.invitedBy', { author: page.author.name, group: page.author.group })}
          {page.gatherUntil === null ? '' : ` · ${t('signers.until', { at: moment(page.gatherUntil) })}`}
        </p>
        <PageTitle tab={t('sign.title')}>
          {t(own.role === 'convenor' ? 'sign.title.convenor' : 'sign.title')}
        </PageTitle>
      </div>
      {own.outdated ? <SignedBefore page={page} own={own} /> : null}
      {newer ? (
        <>
          <Changed before={read.text} now={page.text} />
          <Button look="main" wide onClick={() => setRead({ text: page.text, textNo: page.textNo })}>
            {t('sign.readNew')}
          </Button>
        </>
      ) : null}
      <Section id="text" title={t('sign.text')}>
        <ReadText text={read.text} />
        <AttachedFiles files={page.files} />
      </Section>
      {own.state === 'signed' && !own.outdated ? (
        <p className={styles.good}>✓ {t('sign.already')}</p>
      ) : newer ? null : (
        <SignForm page={page} own={own} read={read} />
      )}
    </>
  );
};

const Found = ({ page }: { readonly page: SubmissionPage }) => {
  const { person } = useSession();
  const own = page.signers.find((one) => one.person.id === person.id);
  if (own === undefined || own.state === 'removed')
    return (
      <>
        <PageTitle tab={t('sign.title')}>{t('sign.none')}</PageTitle>
        <ButtonLink href={paths.submissions}>{t('write.toList')}</ButtonLink>
      </>
    );
  return <Whole page={page} own={own} />;
};

/** 联名: read the text exactly as it will be signed, then sign or decline. */
export const SignPage = ({ submissionId }: { readonly submissionId: number }) => {
  const query = useQuery(ask(getSubmission, { params: { submissionId } }));
  return (
    <Answer whole query={query}>
      {(page) => <Found page={page} />}
    </Answer>
  );
};
