import { getSubmission } from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { go } from '../navigate.ts';
import { paths, type WriteStep, writeSteps } from '../routes.ts';
import { useSession } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Onward, PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import uiStyles from '../ui/ui.module.css';
import { WayOn } from '../ui/way-on.tsx';
import { AsksStep } from './asks-step.tsx';
import { CheckStep } from './check-step.tsx';
import { ClashChoice } from './clash-choice.tsx';
import { draftsHere, nameOf } from './device-drafts.ts';
import { FilesStep } from './files-step.tsx';
import { FormStep } from './form-step.tsx';
import { SaveLine } from './save-line.tsx';
import { SimilarMatters } from './similar-sheet.tsx';
import type { StepProps } from './step-props.ts';
import { BodyStep, TitleStep } from './text-steps.tsx';
import { useFindings } from './use-findings.ts';
import { useForms } from './use-forms.ts';
import { firstName, lastKnown, openHere, openThere, useOnPage } from './use-writing.ts';
import type { SubmissionPage } from './writing.ts';
import type { WritingKeeper } from './writing-keeper.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type WritePageProps = { readonly draft: string; readonly step: WriteStep };

/** All steps in a row; the present one is pushed into sight, sideways only. */
const StepRow = ({ draft, step }: WritePageProps) => {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current !== null && current != null)
      row.current.scrollLeft = current.offsetLeft - (row.current.clientWidth - current.offsetWidth) / 2;
  }, []);
  return (
    <nav ref={row} aria-label={t('write.steps')} className={styles.steps}>
      {writeSteps.map((one) => (
        <PageLink
          key={one}
          href={paths.write(draft, one)}
          replace
          {...(one === step ? { 'aria-current': 'step' } : {})}
        >
          {t(`write.step.${one}`)}
        </PageLink>
      ))}
    </nav>
  );
};

/** The steps, by number and name: any of them may be gone to at any time. */
const Steps = ({ draft, step, children }: WritePageProps & { readonly children: ReactNode }) => {
  const at = writeSteps.indexOf(step) + 1;
  return (
    <div className={styles.bar}>
      <p>{t('write.step', { step: at, of: writeSteps.length })}</p>
      <PageLink href={paths.submissions}>{t('write.leave')}</PageLink>
      <StepRow key={step} draft={draft} step={step} />
      {children}
    </div>
  );
};

type StepBodyProps = StepProps & WritePageProps & { readonly keeper: WritingKeeper };

const StepBody = ({ step, draft, keeper, ...props }: StepBodyProps) => {
  switch (step) {
    case 'title':
      return <TitleStep {...props} />;
    case 'facts':
    case 'analysis':
      return <BodyStep {...props} field={step} />;
    case 'asks':
      return <AsksStep {...props} />;
    case 'form':
      return <FormStep {...props} />;
    case 'files':
      return <FilesStep {...props} />;
    case 'check':
      return <CheckStep {...props} keeper={keeper} draft={draft} />;
    default: {
      const forgotten: never = step;
      return forgotten;
    }
  }
};

const showsSimilar: readonly WriteStep[] = ['title', 'facts', 'asks'];

const Writer = ({ keeper, step, draft }: WritePageProps & { readonly keeper: WritingKeeper }) => {
  const page = useOnPage(keeper);
  const data = useForms();
  const findings = useFindings(page.organId, page.content.text);
  const form = data?.items.find(({ organ }) => organ.id === page.organId) ?? null;
  // Once it has arrived it is known by its number; its pages go on under that name.
  const name = page.submissionId === null ? draft : nameOf(page.submissionId);
  const at = writeSteps.indexOf(step);
  const before = writeSteps[at - 1];
  const next = writeSteps[at + 1];
  return (
    <>
      <Steps draft={name} step={step}>
        <SaveLine page={page} />
      </Steps>
      {page.clash === null ? null : (
        <ClashChoice clash={page.clash} mine={page.content.text} onSettle={keeper.settle} />
      )}
      <div className={styles.stepHead}>
        <PageTitle key={step} tab={t(`write.step.${step}`)}>
          {t(`write.step.${step}`)}
        </PageTitle>
        {form === null ? null : (
          <p className={styles.note} lang="zh-CN">
            {form.organ.name}
          </p>
        )}
      </div>
      <div key={step} className={styles.step}>
        <StepBody
          step={step}
          draft={name}
          keeper={keeper}
          writing={page.content}
          change={keeper.change}
          findings={findings}
          form={form}
          limits={form?.limits ?? null}
          units={data?.units ?? []}
        />
        {showsSimilar.includes(step) ? <SimilarMatters text={page.content.text} /> : null}
      </div>
      {next === undefined ? null : (
        <WayOn>
          {before === undefined ? (
            <ButtonLink href={paths.submissions}>{t('write.leave')}</ButtonLink>
          ) : (
            <ButtonLink href={paths.write(name, before)}>{t('write.back')}</ButtonLink>
          )}
          <Button
            look="main"
            onClick={() => {
              void keeper.flush();
              go(paths.write(name, next));
            }}
          >
            {t('write.next', { step: t(`write.step.${next}`) })}
          </Button>
        </WayOn>
      )}
    </>
  );
};

const Gone = () => (
  <div className={uiStyles.stack}>
    <PageTitle tab={t('write.gone')}>{t('write.gone')}</PageTitle>
    <p>{t('write.gone.detail')}</p>
    <ButtonLink look="main" href={paths.submissions}>
      {t('write.toList')}
    </ButtonLink>
  </div>
);

const mayEdit = ({ allowedActions }: SubmissionPage): boolean =>
  allowedActions.some(({ action, refusal }) => action === 'edit' && refusal === null);

const Loaded = ({ found, ...props }: WritePageProps & { readonly found: SubmissionPage }) => {
  const { person } = useSession();
  const client = useQueryClient();
  const [keeper] = useState(() => (mayEdit(found) ? openThere(client, person.id, found) : null));
  return keeper === null ? <Onward to={paths.submission(found.id)} /> : <Writer {...props} keeper={keeper} />;
};

const FromServer = (props: WritePageProps) => {
  const { person } = useSession();
  const query = useQuery(ask(getSubmission, { params: { submissionId: Number(props.draft.slice(1)) } }));
  const known = query.data === undefined && query.error !== null ? lastKnown(person.id, props.draft) : null;
  if (known !== null) return <Writer {...props} keeper={known} />;
  return (
    <Answer whole query={query}>
      {(found) => <Loaded {...props} found={found} />}
    </Answer>
  );
};

/** 写: a screen for each part, each with an address, so that the telephone's own "back" works. */
export const WritePage = (props: WritePageProps) => {
  const { person } = useSession();
  return <OneDraft key={firstName(person.id, props.draft)} {...props} />;
};

const OneDraft = (props: WritePageProps) => {
  const { person } = useSession();
  const client = useQueryClient();
  const [here] = useState(() => openHere(client, person.id, props.draft));
  if (here !== null) return <Writer {...props} keeper={here} />;
  if (props.draft.startsWith('s')) return <FromServer {...props} />;
  const moved = draftsHere(person.id).movedTo(props.draft);
  return moved === null ? <Gone /> : <Onward to={paths.write(nameOf(moved), props.step)} />;
};
