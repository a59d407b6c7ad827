import { getSubmission, submitSubmission } from '#contract/submission.ts';
import { same } from '#contract/same.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { ask } from '#web/shared/ask.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { go } from '../navigate.ts';
import { paths, type WriteStep } from '../routes.ts';
import { useSession } from '../session.ts';
import { announce } from '../ui/announce.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { WayOn } from '../ui/way-on.tsx';
import { nameOf } from './device-drafts.ts';
import { FindingLine } from './findings.tsx';
import { ReadText } from './read-text.tsx';
import type { StepProps } from './step-props.ts';
import type { Finding } from './use-findings.ts';
import { forgetKeeper, useOnPage } from './use-writing.ts';
import { writingOf } from './writing.ts';
import type { WritingKeeper } from './writing-keeper.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const t = texts(memberWritingMessages);

const stepOf = (at: string): WriteStep => {
  if (at === 'title' || at === 'facts' || at === 'analysis') return at;
  return 'asks';
};

/** Without these it cannot be handed in, whatever the severity with which they were found. */
const needed: readonly string[] = [
  'title-empty',
  'title-long',
  'facts-empty',
  'body-short',
  'body-long',
  'asks-missing',
  'asks-many',
];

type FoundProps = {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly confirmed: readonly string[];
  readonly onConfirm: (confirmed: string[]) => void;
};

/** Each with the way to its place; what stops is either mended or answered for. */
const Found = ({ name, findings, confirmed, onConfirm }: FoundProps) => (
  <ul className={styles.checks}>
    {findings.map((finding) => (
      <li key={`${finding.code}${finding.at}${finding.detail}`}>
        <FindingLine finding={finding} />
        <PageLink href={paths.write(name, stepOf(finding.at))}>
          {t('write.check.goTo', { step: t(`write.step.${stepOf(finding.at)}`) })}
        </PageLink>
        {finding.severity === 'stop' ? (
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={confirmed.includes(finding.code)}
              onChange={({ target }) =>
                onConfirm(
                  target.checked
                    ? [...new Set([...confirmed, finding.code])]
                    : confirmed.filter((code) => code !== finding.code),
                )
              }
            />
            {t('write.check.confirm')}
          </label>
        ) : null}
      </li>
    ))}
  </ul>
);

const Signers = ({ submissionId }: { readonly submissionId: number | null }) => {
  const { data } = useQuery({
    ...ask(getSubmission, { params: { submissionId: submissionId ?? 0 } }),
    enabled: submissionId !== null,
  });
  if (submissionId === null) return <p className={styles.note}>{t('write.check.signers.offline')}</p>;
  const counts = data?.counts;
  return (
    <div className={styles.panel}>
      <p>
        {counts === undefined || counts.invited + counts.signed + counts.declined + counts.outdated === 0
          ? t('write.check.signers.none')
          : t('signers.counts', { ...counts })}
      </p>
      {counts !== undefined && counts.outdated > 0 ? (
        <p className={styles.warning}>{t('signers.again', { count: counts.outdated })}</p>
      ) : null}
      {counts !== undefined && counts.invited > 0 ? (
        <p className={styles.note}>{t('write.check.waiting', { count: counts.invited })}</p>
      ) : null}
      <ButtonLink wide href={paths.signers(submissionId)}>
        {t('write.check.signers')}
      </ButtonLink>
    </div>
  );
};

type CheckStepProps = StepProps & { readonly keeper: WritingKeeper; readonly draft: string };

/** 检查并提交: what is missing is said with the way to it; then everything is sent, and only then it is handed in. */
export const CheckStep = ({ writing, findings, keeper, draft, form }: CheckStepProps) => {
  const looks = form?.vetting ?? [];
  const page = useOnPage(keeper);
  const { person } = useSession();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [unsent, setUnsent] = useState(false);
  const [elsewhere, setElsewhere] = useState(false);
  const client = useQueryClient();
  const name = page.submissionId === null ? draft : nameOf(page.submissionId);
  const command = useCommand(submitSubmission, {
    onDone: ({ id, flowNo }) => {
      forgetKeeper(person.id, id);
      announce(t('write.check.done', { flowNo }));
      go(paths.submission(id), { replace: true });
    },
  });
  const missing = (findings ?? []).filter(({ code }) => needed.includes(code));
  const others = (findings ?? []).filter(({ code }) => !needed.includes(code));
  const stopping = others.filter(({ code, severity }) => severity === 'stop' && !confirmed.includes(code));
  const consent = writing.form.publicConsent === 'unasked';
  const handIn = async (): Promise<void> => {
    const arrived = await keeper.flush();
    const { submissionId, content } = keeper.now();
    setUnsent(!arrived);
    if (!arrived || submissionId === null) return;
    const now = await client
      .fetchQuery({ ...ask(getSubmission, { params: { submissionId } }), staleTime: 0 })
      .catch(() => null);
    if (now === null) return setUnsent(true);
    keeper.learn(now.version, writingOf(now));
    // What is handed in is what stands on this page.
    setElsewhere(!same(now.text, content.text));
    if (!same(now.text, content.text)) return;
    const { version } = now;
    await command.run({ params: { submissionId }, body: { confirmed: [...confirmed] }, version });
  };
  const shown = { name, confirmed, onConfirm: setConfirmed };
  return (
    <>
      {findings === null ? <p className={styles.note}>{t('write.check.offline')}</p> : null}
      {missing.length === 0 ? null : (
        <section className={styles.missing} aria-labelledby="missing">
          <h2 id="missing">{t('write.check.missing')}</h2>
          <Found {...shown} findings={missing} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section className={styles.part} aria-labelledby="look">
          <h2 id="look">{t('write.check.look')}</h2>
          <Found {...shown} findings={others} />
        </section>
      )}
      {findings !== null && findings.length === 0 ? (
        <p className={styles.good}>✓ {t('write.check.clean')}</p>
      ) : null}
      {consent ? (
        <p className={styles.warning}>
          {t('write.check.consent')}{' '}
          <PageLink href={paths.write(shown.name, 'form')}>
            {t('write.check.goTo', { step: t('write.step.form') })}
          </PageLink>
        </p>
      ) : null}
      <Signers submissionId={page.submissionId} />
      <More summary={t('write.check.read')}>
        <ReadText text={writing.text} />
      </More>
      {unsent ? (
        <p role="alert" className={styles.warning}>
          {t('write.check.unsent')}
        </p>
      ) : null}
      {elsewhere ? (
        <p role="alert" className={styles.warning}>
          {t('write.check.elsewhere')}
        </p>
      ) : null}
      <ProblemBox problem={command.problem} />
      <p className={styles.note}>
        {looks.length === 0
          ? t('write.check.after')
          : t('write.check.after.vetting', {
              steps: looks.map(({ name }) => pick(name)).join(c('say.separator')),
            })}
      </p>
      <WayOn last>
        <ButtonLink href={paths.write(shown.name, 'files')}>{t('write.back')}</ButtonLink>
        <Button
          look="main"
          busy={command.pending}
          disabled={missing.length > 0 || stopping.length > 0 || page.clash !== null}
          aria-describedby="why-not"
          onClick={() => void handIn()}
        >
          {t('write.check.submit')}
        </Button>
      </WayOn>
      <p id="why-not" className={styles.note} role="status">
        {missing.length > 0
          ? t('write.check.why.missing', { count: missing.length })
          : stopping.length > 0
            ? t('write.check.why.stopping', { count: stopping.length })
            : page.clash === null
              ? ''
              : t('write.check.why.clash')}
      </p>
    </>
  );
};
