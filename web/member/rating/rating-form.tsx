import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { getMatter } from '#contract/matter.ts';
import { rate } from '#contract/rating.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { isOpen } from '#web/shared/intention.ts';
import { texts } from '#web/shared/language.ts';
import { type Command, useCommand } from '#web/shared/use-command.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { IssuedReply, Level, Matter, Rating } from '../matter/matter-types.ts';
import { isBegun } from '../matter/read-matter.ts';
import { go } from '../navigate.ts';
import { paths } from '../routes.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Onward, PageLink } from '../ui/page-link.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { WayOn } from '../ui/way-on.tsx';
import { Intro } from './intro.tsx';
import {
  AnswerReading,
  AttitudeQuestion,
  OutcomeQuestion,
  PointQuestion,
  type QuestionProps,
  ReasonQuestion,
} from './questions.tsx';
import {
  bodyOf,
  firstOpenStep,
  type Gap,
  gapsOf,
  type Question,
  questionsOf,
  stepOfGap,
  verdictToSeal,
} from './rating-draft.ts';
import styles from './rating.module.css';
import { Review } from './review.tsx';
import { SaveLine } from './save-line.tsx';
import { type DraftOnPage, useRatingDraft } from './use-rating-draft.ts';

const t = texts(memberRatingMessages);

type FormProps = {
  readonly matter: Matter;
  readonly rating: Rating;
  readonly reply: IssuedReply;
  readonly levels: readonly Level[];
  readonly step: number;
  readonly personId: number;
};

type Asked = QuestionProps & { readonly ratingId: number; readonly gaps: readonly Gap[] };

const Body = ({ question, ...props }: Asked & { readonly question: Question }) => {
  switch (question.kind) {
    case 'answer':
      return <AnswerReading reply={props.reply} />;
    case 'point':
      return <PointQuestion {...props} no={question.no} />;
    case 'attitude':
      return <AttitudeQuestion {...props} />;
    case 'outcome':
      return <OutcomeQuestion {...props} />;
    case 'reason':
      return <ReasonQuestion {...props} />;
    case 'review':
      return <Review {...props} />;
    default: {
      const forgotten: never = question;
      return forgotten;
    }
  }
};

type BarProps = {
  readonly begun: boolean;
  readonly step: number;
  readonly of: number;
  readonly leaveTo: string;
  readonly kept: DraftOnPage;
};

/** How far one is, a way out, and whether what was filled in is safe. */
const Bar = ({ begun, step, of, leaveTo, kept }: BarProps) => (
  <div className={styles.bar}>
    <p>{t('rate.step', { step, of })}</p>
    <PageLink href={leaveTo}>{t('rate.leave')}</PageLink>
    <div className={styles.progress} aria-hidden="true">
      <i style={{ width: `${(step / of) * 100}%` }} />
    </div>
    {begun ? <SaveLine kept={kept} /> : null}
  </div>
);

/** Sealing the rating. A press whose answer was lost is repeated under its own key, so that it counts once. */
const useSeal = (matterId: number, ratingId: number, stop: () => void): Command<typeof rate> => {
  const client = useQueryClient();
  return useCommand(rate, {
    onDone: () => {
      stop();
      go(paths.rated(matterId, ratingId), { replace: true });
    },
    onRefused: ({ status }) => {
      if (!isOpen(status)) void client.invalidateQueries({ queryKey: [getMatter.id] });
    },
  });
};

/** Without an answer nobody knows whether it arrived; pressing again is safe, and says so. */
const unsure = (problem: ProblemBody): ProblemBody =>
  isOpen(problem.status) ? { ...problem, detail: t('rate.review.unsure') } : problem;

type StepFormProps = {
  readonly last: boolean;
  readonly back: string;
  readonly command: Command<typeof rate>;
  readonly onNext: () => boolean;
  readonly children: ReactNode;
};

/** One screen: what is asked, and the way back and on. A step that lacks its answer takes the focus to it. */
const StepForm = ({ last, back, command, onNext, children }: StepFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const { problem, pending } = command;
  return (
    <form
      ref={form}
      className={styles.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (onNext()) return;
        const field = form.current?.querySelector<HTMLElement>('input, textarea');
        field?.focus();
        field?.scrollIntoView({ block: 'center' });
      }}
    >
      {children}
      {last ? <ProblemBox problem={problem === null ? null : unsure(problem)} /> : null}
      <WayOn last={last}>
        <ButtonLink href={back}>{t('rate.back')}</ButtonLink>
        <Button look="main" type="submit" busy={pending}>
          {t(last ? (pending ? 'rate.review.sending' : 'rate.review.submit') : 'rate.next')}
        </Button>
      </WayOn>
    </form>
  );
};

const gapAt = (step: number, gaps: readonly Gap[], steps: readonly Question[]): Gap | undefined =>
  gaps.find((gap) => stepOfGap(gap, steps) === step);

/** The form of one rating: a question on each screen, each with an address, so that the phone's own "back" works. */
export const RatingForm = ({ matter, rating, reply, levels, step, personId }: FormProps) => {
  const asked = { levels, pointNos: matter.points.map(({ no }) => no) };
  const kept = useRatingDraft({ personId, matterId: matter.id, rating }, asked);
  const command = useSeal(matter.id, rating.id, kept.stop);
  const [tried, setTried] = useState(0);
  const steps = questionsOf(asked.pointNos);
  const question = steps[step - 1];
  const begun = isBegun({ ...rating, draft: bodyOf(kept.draft) });
  const gaps = gapsOf(kept.draft, asked);
  const to = (which: number): string => paths.rate(matter.id, rating.id, which);
  if (step === 0)
    return (
      <Intro
        matter={matter}
        reply={reply}
        steps={steps.length}
        begun={begun}
        to={to(firstOpenStep(kept.draft, asked))}
      />
    );
  if (question === undefined) return <Onward to={to(steps.length)} />;
  const last = question.kind === 'review';
  const gap = gapAt(step, gaps, steps);
  const error =
    gap === undefined || tried !== step
      ? null
      : t(gap.what === 'reason' ? 'rate.missing.reason' : 'rate.missing.choice');
  const next = (): boolean => {
    setTried(step);
    if (last && gaps.length === 0)
      void command.run({
        params: { ratingId: rating.id },
        body: verdictToSeal(kept.draft),
        version: rating.version,
      });
    else if (!last && gap === undefined) go(to(step + 1));
    return last || gap === undefined;
  };
  return (
    <>
      <Bar begun={begun} step={step} of={steps.length} leaveTo={paths.matter(matter.id)} kept={kept} />
      <StepForm key={step} last={last} back={to(step - 1)} command={command} onNext={next}>
        <Body
          question={question}
          matter={matter}
          reply={reply}
          levels={levels}
          draft={kept.draft}
          change={kept.change}
          error={error}
          ratingId={rating.id}
          gaps={tried === step ? gaps : []}
        />
      </StepForm>
    </>
  );
};
