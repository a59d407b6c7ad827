import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { PersonName } from '#web/shared/ui/person-name.tsx';
import { RoleTag } from '#web/shared/ui/role-tag.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import { DutySupervision } from '../supervision/duty-supervision.tsx';
import styles from './duties.module.css';
import { AfterReplyFacts } from './after-reply-facts.tsx';
import { ClockFacts } from './clock-facts.tsx';
import { HandBackFacts } from './hand-back-facts.tsx';
import { useMatter } from './matter-context.ts';
import { type Assignment, isLive } from './matter-types.ts';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { t, verbOf } from './matter-texts.ts';

type DutyProps = { readonly duty: Assignment };

/** Buttons of one duty, in the order of its life; `upholdHandBack` and `rejectHandBack` are one dialog. */
const buttons: readonly (readonly [action: string, press: string])[] = [
  ['signFor', 'signFor'],
  ['upholdHandBack', 'decideHandBack'],
  ['grantExtension', 'decideExtension'],
  ['subAssign', 'subAssign'],
  ['startReply', 'startReply'],
  ['writeOpinion', 'writeOpinion'],
  ['recordContact', 'recordContact'],
  ['handOver', 'handOver'],
  ['askExtension', 'askExtension'],
  ['withdrawExtension', 'withdrawExtension'],
  ['pauseClock', 'pauseClock'],
  ['resumeClock', 'resumeClock'],
  ['recordDisclosure', 'recordDisclosure'],
  ['recordFollowUp', 'recordFollowUp'],
  ['requestHandBack', 'requestHandBack'],
  ['revoke', 'revoke'],
];

/** Refusals that only say that there is nothing for this person to do about it: no button. */
const nothingToDo = new Set([
  'extension-none',
  'extension-asked-already',
  'extension-not-asked',
  'extension-not-yours',
  'clock-paused',
  'clock-runs',
  'after-reply-early',
  'disclosure-recorded',
  'disclosure-not-asked',
  'follow-up-settled',
  'follow-up-not-asked',
  'opinion-only-assist',
  'reply-only-own',
  'reply-open-already',
  'hand-back-decided',
  'hand-back-answered',
  'opinion-closed',
]);

const DutyButtons = ({ duty }: DutyProps) => {
  const { press, pending } = usePress();
  const offered = buttons.flatMap(([action, what]) => {
    const allowed = duty.allowedActions.find((one) => one.action === action);
    return allowed === undefined || nothingToDo.has(allowed.refusal?.code ?? '') ? [] : [{ allowed, what }];
  });
  if (offered.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {offered.map(({ allowed, what }) => (
        <ActionButton
          key={what}
          size="small"
          allowed={allowed}
          loading={pending && (what === 'signFor' || what === 'startReply')}
          onPress={() => press({ on: 'assignment', id: duty.id, action: what })}
        >
          {verbOf(what)}
        </ActionButton>
      ))}
    </div>
  );
};

const Inside = ({ duty }: DutyProps) => (
  <dl className={styles.inside}>
    <div>
      <dt>{t('matter.duty.section')}</dt>
      <dd>
        <PersonName name={duty.section?.name} />
      </dd>
    </div>
    <div>
      <dt>{t('matter.duty.handler')}</dt>
      <dd>
        <PersonName name={duty.handler?.name} />
      </dd>
    </div>
    <div>
      <dt>{t('matter.duty.leader')}</dt>
      <dd>
        <PersonName name={duty.leader?.name} />
      </dd>
    </div>
  </dl>
);

const Dates = ({ duty }: DutyProps) => {
  const dates = [
    [t('matter.duty.assignedOn'), duty.assignedOn],
    [t('matter.duty.signedOn'), duty.signedOn],
    [t('matter.duty.answeredOn'), duty.answeredOn],
    [t('matter.duty.endedOn'), duty.endedOn],
  ] as const;
  return (
    <ol className={styles.dates}>
      {dates.map(([name, date]) =>
        date === null ? null : (
          <li key={name}>
            <span>{name}</span> <time dateTime={date}>{date}</time>
          </li>
        ),
      )}
    </ol>
  );
};

/** One unit's duty: what it is, where it stands, who inside has it, until when, and what can be done about it. */
export const DutyCard = ({ duty }: DutyProps) => {
  const words = useWords();
  const { matter } = useMatter();
  return (
    <li className={styles.duty} data-ended={!isLive(duty)}>
      <div className={styles.dutyHead}>
        <RoleTag role={duty.role} name={words.role(duty.role)} />
        <h3>{duty.unit.name}</h3>
        {duty.unit.boundary ? <small className={styles.boundary}>{t('matter.unit.boundary')}</small> : null}
        <span className={styles.state} data-state={duty.state}>
          {words.dutyState(duty.state)}
        </span>
        {duty.round > 1 ? <small>{t('matter.round', { round: duty.round })}</small> : null}
        {duty.resultClass === null ? null : (
          <b className={styles.class}>{words.resultClass(duty.resultClass)}</b>
        )}
      </div>
      <div className={styles.dutyBody}>
        <Dates duty={duty} />
        {duty.owed === null ? null : (
          <p className={styles.owed}>
            <span>{t('matter.due.what', { duty: words.duty(duty.owed.duty) })}</span>
            <WhyDate owed={duty.owed} />
            <DueLight state={duty.owed.state} workdaysLeft={duty.owed.workdaysLeft} on={duty.owed.date} />
          </p>
        )}
        <ClockFacts duty={duty} />
        <AfterReplyFacts duty={duty} />
        {duty.handBackUntil === null || duty.handBack !== null ? null : (
          <p className={styles.owed}>
            <span>{t('matter.handBack.until')}</span>
            <WhyDate owed={duty.handBackUntil} />
          </p>
        )}
        {isLive(duty) && duty.state !== 'assigned' ? <Inside duty={duty} /> : null}
        {duty.handBack === null ? null : (
          <div className={styles.handBack}>
            <h4>{t('matter.handBack')}</h4>
            <HandBackFacts handBack={duty.handBack} assignmentId={duty.id} state={duty.state} />
          </div>
        )}
      </div>
      <DutySupervision matterId={matter.id} assignmentId={duty.id} />
      <DutyButtons duty={duty} />
    </li>
  );
};
