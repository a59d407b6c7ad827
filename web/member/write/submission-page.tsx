import { disownSignature, disownSubmission, discardSubmission, getSubmission } from '#contract/submission.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { submissionMessages } from '#contract/messages/submission.ts';
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
import { Button, ButtonLink } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { allows } from './allows.ts';
import { AttachedFiles } from './attached-files.tsx';
import { Decision, SentBack } from './decision.tsx';
import { nameOf } from './device-drafts.ts';
import { GrowingText } from './growing-text.tsx';
import { nextInWords } from './next-in-words.ts';
import { ReadText } from './read-text.tsx';
import { SignerList } from './signer-list.tsx';
import { forgetKeeper } from './use-writing.ts';
import { Withdrawal } from './withdrawal.tsx';
import type { SubmissionPage as Page } from './writing.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const s = texts(submissionMessages);
const t = texts(memberWritingMessages);

type DisownProps = {
  readonly page: Page;
  /** What the office entered for this person: the whole, or his name under it. */
  readonly what: 'disown' | 'disownSignature';
};

const Disown = ({ page, what }: DisownProps) => {
  const [words, setWords] = useState('');
  const done = { onDone: () => announce(t('one.disown.done')) };
  const whole = useCommand(disownSubmission, done);
  const signature = useCommand(disownSignature, {
    // Whoever has no name under it any more does not see it.
    onDone: () => {
      done.onDone();
      go(paths.submissions, { replace: true });
    },
  });
  const command = what === 'disown' ? whole : signature;
  return (
    <More summary={t(`one.${what}`)}>
      <label className={styles.line}>
        {t('one.disown.text')}
        <GrowingText value={words} onChange={setWords} />
      </label>
      <ProblemBox problem={command.problem} />
      <Button
        look="danger"
        wide
        busy={command.pending}
        onClick={() => void command.run({ params: { submissionId: page.id }, body: { text: words } })}
      >
        {t(`one.${what}.do`)}
      </Button>
    </More>
  );
};

/** 代录: somebody entered it; its author, or who is named as a co-signer, says so if it is not his. */
const EnteredForMe = ({ page }: { readonly page: Page }) => {
  const { person } = useSession();
  if (page.enteredBy === null) return null;
  const named = page.signers.some((one) => one.person.id === person.id && one.onPaper);
  const { name } = page.enteredBy;
  return (
    <div className={styles.panel}>
      <p>{t(named ? 'one.signedForYou' : 'one.enteredBy', { name })}</p>
      {page.noScanReason === null ? null : <p>{t('one.noScan', { reason: page.noScanReason })}</p>}
      {page.author.id === person.id && allows(page, 'disown') ? <Disown page={page} what="disown" /> : null}
      {named && allows(page, 'disownSignature') ? <Disown page={page} what="disownSignature" /> : null}
    </div>
  );
};

const Discard = ({ page }: { readonly page: Page }) => {
  const { person } = useSession();
  const command = useCommand(discardSubmission, {
    onDone: ({ id }) => {
      forgetKeeper(person.id, id);
      go(paths.submissions, { replace: true });
    },
  });
  return !allows(page, 'discard') ? null : (
    <More summary={t('one.discard')}>
      <p>{t('one.discard.detail')}</p>
      <ProblemBox problem={command.problem} />
      <Button
        look="danger"
        wide
        busy={command.pending}
        onClick={() =>
          void command.run({ params: { submissionId: page.id }, body: {}, version: page.version })
        }
      >
        {t('one.discard.do')}
      </Button>
    </More>
  );
};

const Head = ({ page }: { readonly page: Page }) => (
  <div>
    <p className={styles.note}>
      <strong>{c(`kind.${page.kind}`)}</strong> <span lang="zh-CN">{page.flowNo ?? page.organ.name}</span>
      {page.bodyName === '' ? null : <span lang="zh-CN"> · {page.bodyName}</span>}
    </p>
    <PageTitle tab={t('one.title')} lang="zh-CN">
      {page.text.title === '' ? t('mine.untitled') : page.text.title}
    </PageTitle>
    <p>
      <strong>{s(`submission.state.${page.state}`)}</strong>
      {page.next === null ? null : ` · ${nextInWords(page.next)}`}
    </p>
  </div>
);

const Whole = ({ page }: { readonly page: Page }) => {
  const { person } = useSession();
  const asked = page.next?.what === 'sign' && page.next.mine;
  return (
    <>
      <Head page={page} />
      <SentBack page={page} />
      <Decision page={page} />
      <EnteredForMe page={page} />
      {asked ? (
        <ButtonLink look="main" wide href={paths.sign(page.id)}>
          {t('one.toSign')}
        </ButtonLink>
      ) : null}
      {allows(page, 'edit') ? (
        <ButtonLink look={asked ? 'plain' : 'main'} wide href={paths.write(nameOf(page.id))}>
          {t(page.state === 'returned' ? 'one.revise' : 'one.goOn')}
        </ButtonLink>
      ) : null}
      <Withdrawal page={page} personId={person.id} />
      <Section id="text" title={t('one.text')}>
        <ReadText text={page.text} />
        <AttachedFiles
          files={
            page.sealFile === null
              ? page.files
              : [page.sealFile, ...page.files.filter(({ id }) => id !== page.sealFile?.id)]
          }
        />
      </Section>
      <Section id="signers" title={t('signers.title')}>
        <SignerList page={page} />
        {allows(page, 'invite') ? (
          <ButtonLink wide href={paths.signers(page.id)}>
            {t('write.check.signers')}
          </ButtonLink>
        ) : null}
      </Section>
      <More summary={t('one.history')}>
        <ol className={styles.facts}>
          {page.history.map(({ at, actor, command }) => (
            <li key={`${at}${command}`}>
              <time dateTime={at}>{moment(at)}</time> {actor} · {commandInWords(command)}
            </li>
          ))}
        </ol>
      </More>
      <Discard page={page} />
    </>
  );
};

const anyText = texts(memberWritingMessages as Readonly<Record<string, { zh: string; en: string }>>);

/** What the page does not know yet by name is still shown as something that happened. */
const commandInWords = (command: string): string => {
  const key = `did.${command.replace(/^submission\./, '')}`;
  const words = anyText(key);
  return words === key ? t('did.other') : words;
};

/** 一件来件: where it is, what is next, what was said about it. */
export const SubmissionPage = ({ submissionId }: { readonly submissionId: number }) => {
  const query = useQuery(ask(getSubmission, { params: { submissionId } }));
  return (
    <Answer whole query={query}>
      {(page) => <Whole page={page} />}
    </Answer>
  );
};
