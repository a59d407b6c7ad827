import type { Assignment } from './matter-types.ts';
import { NamedUnitSays } from './named-unit-says.tsx';
import styles from './duties.module.css';
import { t } from './matter-texts.ts';

type HandBackFactsProps = {
  readonly handBack: NonNullable<Assignment['handBack']>;
  readonly assignmentId: number;
  readonly state: Assignment['state'];
  /** False where it is just being decided. */
  readonly decision?: boolean;
};

/** A hand-back in full: what was said, which unit was named, on which basis, and what was decided. */
export const HandBackFacts = ({ handBack, assignmentId, state, decision = true }: HandBackFactsProps) => (
  <dl className={styles.facts}>
    <dt>{t('matter.handBack.requestedOn')}</dt>
    <dd>{handBack.requestedOn}</dd>
    <dt>{t('matter.handBack.rightUnit')}</dt>
    <dd>{handBack.rightUnit.name}</dd>
    <dt>{t('matter.handBack.basis')}</dt>
    <dd>{handBack.basis}</dd>
    <dt>{t('matter.handBack.reason')}</dt>
    <dd>{handBack.reason}</dd>
    <NamedUnitSays assignmentId={assignmentId} />
    {decision ? (
      <>
        <dt>{t('matter.handBack.decision')}</dt>
        <dd>
          {handBack.decidedOn === null
            ? t('matter.handBack.undecided')
            : `${handBack.decidedOn} ${t(state === 'handedBack' ? 'matter.handBack.upheld' : 'matter.handBack.rejected')}`}
          {handBack.note === null || handBack.note === '' ? null : <p>{handBack.note}</p>}
        </dd>
      </>
    ) : null}
  </dl>
);
