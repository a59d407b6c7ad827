import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import styles from './duties.module.css';
import { DutyCard } from './duty-card.tsx';
import { useMatter } from './matter-context.ts';
import { isLive } from './matter-types.ts';
import { Objections } from './objections.tsx';
import { Nothing, Section } from './section.tsx';
import { usePress } from './use-press.ts';
import { t } from './matter-texts.ts';

const order = { lead: 0, sole: 0, separate: 1, assist: 2 } as const;

/** Who handles the matter: the units that have it, then those that had it. */
export const AssignmentsSection = () => {
  const { matter } = useMatter();
  const { press } = usePress();
  const assign = findAllowed(matter.allowedActions, 'assign');
  const live = matter.assignments.filter(isLive).toSorted((a, b) => order[a.role] - order[b.role]);
  const ended = matter.assignments.filter((duty) => !isLive(duty));
  return (
    <Section
      id="assignments"
      title={t('matter.assignments')}
      count={live.length}
      actions={
        assign === null ? undefined : (
          <ActionButton
            allowed={assign}
            onPress={() => press({ on: 'matter', id: matter.id, action: 'assign' })}
          >
            {t(live.length === 0 ? 'matter.do.assign' : 'matter.do.assignMore')}
          </ActionButton>
        )
      }
    >
      {matter.assignments.length === 0 ? <Nothing>{t('matter.assignments.none')}</Nothing> : null}
      <Objections />
      <ul className={styles.duties}>
        {live.map((duty) => (
          <DutyCard key={duty.id} duty={duty} />
        ))}
      </ul>
      {ended.length === 0 ? null : (
        <details className={styles.past}>
          <summary>{t('matter.assignments.past', { count: ended.length })}</summary>
          <ul className={styles.duties}>
            {ended.map((duty) => (
              <DutyCard key={duty.id} duty={duty} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};
