import { changeSessionOpinion, changeSessionReferral } from '#contract/session-opinion.ts';
import { moment } from '#web/shared/format.ts';
import { findAllowed } from '#web/shared/ui/action-button.tsx';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { type ReactElement, type ReactNode, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import {
  AnswerDialog,
  CutDialog,
  DropDialog,
  EditDialog,
  ForwardDialog,
  LinkDialog,
  type ReasonStep,
  ReferralReasonDialog,
} from './opinion-dialogs.tsx';
import styles from './opinions.module.css';
import { nameOf, t } from './opinion-texts.ts';
import type { Desk, Opinion, Referral } from './opinion-types.ts';

type Light = NonNullable<Opinion['left']>['light'];

/** A shape of its own for each light: whoever cannot tell the colours apart tells the shapes. */
const shapes: Record<Light, ReactElement> = {
  ample: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  soon: <path d="M8 2 15 14H1Z" fill="currentColor" />,
  urgent: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
  overdue: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor" />,
};

const DayLight = ({ opinion }: { readonly opinion: Opinion }) => {
  const { left, heldOn } = opinion;
  if (left === null) return null;
  return (
    <span className={styles.light} data-light={left.light}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[left.light]}
      </svg>
      {t(`opinions.light.${left.light}`)} ·{' '}
      {left.light === 'overdue'
        ? t('opinions.left.over', { date: heldOn })
        : t('opinions.left.hours', { hours: Math.floor(left.minutes / 60), minutes: left.minutes % 60 })}
    </span>
  );
};

const verbs = {
  answerReferral: 'opinions.do.answer',
  closeReferral: 'opinions.do.close',
  sendBackAnswer: 'opinions.do.sendBack',
  handBackReferral: 'opinions.do.handBack',
  recallReferral: 'opinions.do.recall',
} as const;
type ReferralVerb = keyof typeof verbs;

const AnswerLine = ({ referral }: { readonly referral: Referral }) => {
  const { answer } = referral;
  if (answer === null) return null;
  return (
    <p className={styles.text}>
      {t(`opinions.channel.${answer.channel}`)} · {answer.on} · {answer.who} ·{' '}
      {t(answer.speakerTold ? 'opinions.answer.toldShort' : 'opinions.answer.notTold')}
      {'\n'}
      {answer.text}
    </p>
  );
};

const ReferralLine = ({ referral, desk }: { readonly referral: Referral; readonly desk: Desk }) => {
  const [open, setOpen] = useState<ReferralVerb | null>(null);
  const close = useCommand(changeSessionReferral, { onRefused: useProblemNotice() });
  const press = (verb: ReferralVerb): void => {
    if (verb !== 'closeReferral') setOpen(verb);
    else
      void close.run({
        params: { referralId: referral.id },
        version: referral.version,
        body: { type: 'closeReferral' },
      });
  };
  return (
    <li>
      <div className={styles.line}>
        <b>{referral.unit.name}</b>
        <span>{t(`opinions.referralState.${referral.state}`)}</span>
        <span className={styles.meta}>{t('opinions.sentOn', { date: referral.sentOn })}</span>
      </div>
      {referral.reason === null || referral.state === 'answered' || referral.state === 'closed' ? null : (
        <p className={styles.text}>{t('opinions.answer.reason', { reason: referral.reason })}</p>
      )}
      <AnswerLine referral={referral} />
      <div className={styles.buttons}>
        {(Object.keys(verbs) as ReferralVerb[]).map((verb) => {
          const allowed = findAllowed(referral.allowedActions, verb);
          return allowed === null ? null : (
            <ActionButton
              key={verb}
              allowed={allowed}
              onPress={() => press(verb)}
              {...(verb === 'answerReferral' || verb === 'closeReferral' ? { type: 'primary' as const } : {})}
            >
              {t(verbs[verb])}
            </ActionButton>
          );
        })}
      </div>
      {open === 'answerReferral' ? (
        <AnswerDialog referral={referral} today={desk.today} onClose={() => setOpen(null)} />
      ) : null}
      {open === null || open === 'answerReferral' || open === 'closeReferral' ? null : (
        <ReferralReasonDialog
          referral={referral}
          type={open satisfies ReasonStep}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  );
};

const steps = {
  checkOpinion: 'opinions.do.check',
  forwardOpinion: 'opinions.do.forward',
  editOpinion: 'opinions.do.edit',
  cutOpinion: 'opinions.do.cut',
  mergeOpinion: 'opinions.do.merge',
  dropOpinion: 'opinions.do.drop',
  restoreOpinion: 'opinions.do.restore',
  separate: 'opinions.do.separate',
  linkMatter: 'opinions.do.link',
} as const;
type Step = keyof typeof steps;
const atOnce = ['checkOpinion', 'mergeOpinion', 'restoreOpinion', 'separate'] as const;
const isAtOnce = (step: Step): step is (typeof atOnce)[number] => (atOnce as readonly Step[]).includes(step);

const OpenDialog = ({
  step,
  opinion,
  desk,
  onClose,
}: {
  readonly step: Step | null;
  readonly opinion: Opinion;
  readonly desk: Desk;
  readonly onClose: () => void;
}) => {
  switch (step) {
    case 'editOpinion':
      return <EditDialog opinion={opinion} desk={desk} onClose={onClose} />;
    case 'cutOpinion':
      return <CutDialog opinion={opinion} onClose={onClose} />;
    case 'dropOpinion':
      return <DropDialog opinion={opinion} onClose={onClose} />;
    case 'forwardOpinion':
      return <ForwardDialog opinion={opinion} onClose={onClose} />;
    case 'linkMatter':
      return <LinkDialog opinion={opinion} onClose={onClose} />;
    default:
      return null;
  }
};

const Steps = ({ opinion, desk }: { readonly opinion: Opinion; readonly desk: Desk }) => {
  const [open, setOpen] = useState<Step | null>(null);
  const { run } = useCommand(changeSessionOpinion, { onRefused: useProblemNotice() });
  const send = (body: Parameters<typeof run>[0]['body']): void =>
    void run({ params: { opinionId: opinion.id }, version: opinion.version, body });
  const press = (step: Step): void => {
    if (isAtOnce(step)) send({ type: step });
    else if (step === 'forwardOpinion' && opinion.state === 'checked') send({ type: step, unitIds: null });
    else setOpen(step);
  };
  return (
    <div className={styles.buttons}>
      {(Object.keys(steps) as Step[]).map((step) => {
        const allowed = findAllowed(opinion.allowedActions, step);
        const more = step === 'forwardOpinion' && opinion.state === 'forwarded';
        return allowed === null ? null : (
          <ActionButton
            key={step}
            allowed={allowed}
            onPress={() => press(step)}
            {...((step === 'checkOpinion' || step === 'forwardOpinion') && !more
              ? { type: 'primary' as const }
              : {})}
          >
            {t(more ? 'opinions.do.forwardMore' : steps[step])}
          </ActionButton>
        );
      })}
      <OpenDialog step={open} opinion={opinion} desk={desk} onClose={() => setOpen(null)} />
    </div>
  );
};

const Twins = ({ opinion }: { readonly opinion: Opinion }) => (
  <>
    {opinion.sameAs === null ? null : <p>{t('opinions.sameAsNo', { no: opinion.sameAs.no })}</p>}
    {opinion.twins.length === 0 ? null : (
      <p>
        {t('opinions.twins')}
        {opinion.twins
          .map(({ no, speaker, group }) =>
            t('opinions.twin', { no, group, speaker: speaker === '' ? t('opinions.speaker.none') : speaker }),
          )
          .join('；')}
      </p>
    )}
  </>
);

/** One opinion with everything that became of it, and what this person may do with it. */
export const OpinionCard = ({
  opinion,
  desk,
  children,
}: {
  readonly opinion: Opinion;
  readonly desk: Desk;
  readonly children?: ReactNode;
}) => {
  const { no, state, group, speaker, heldOn, className, units, forwardedAt, matter, droppedReason } = opinion;
  return (
    <article className={styles.card} data-out={state === 'dropped' || state === 'merged'}>
      <div className={styles.head}>
        <h2>{t('opinions.noOf', { no })}</h2>
        <span className={styles.state}>{t(`opinions.state.${state}`)}</span>
        <span>{nameOf(className)}</span>
        <DayLight opinion={opinion} />
      </div>
      <p className={styles.text} lang="zh-CN">
        {opinion.text}
      </p>
      <div className={`${styles.line} ${styles.meta}`}>
        <span>{heldOn}</span>
        <span>{group.name}</span>
        <span>{speaker === '' ? t('opinions.speaker.none') : speaker}</span>
        {forwardedAt === null ? (
          <span>
            {units.length === 0 ? t('opinions.units.none') : units.map(({ name }) => name).join('、')}
          </span>
        ) : (
          <span>
            {t('opinions.forwardedAt')} {moment(forwardedAt)} · {t('opinions.sameDay')}：
            {t(opinion.forwardedSameDay ? 'opinions.yes' : 'opinions.no_')}
          </span>
        )}
      </div>
      <Twins opinion={opinion} />
      {droppedReason === null ? null : (
        <p>
          {t('opinions.dropped')}：{droppedReason}
        </p>
      )}
      {matter === null ? null : (
        <p>
          {t('opinions.matter')}
          <PageLink href={paths.matter(matter.id)}>
            {matter.caseNo} {matter.title}
          </PageLink>
        </p>
      )}
      {opinion.referrals.length === 0 ? null : (
        <ul className={styles.referrals}>
          {opinion.referrals.map((referral) => (
            <ReferralLine key={referral.id} referral={referral} desk={desk} />
          ))}
        </ul>
      )}
      <Steps opinion={opinion} desk={desk} />
      {children}
    </article>
  );
};
