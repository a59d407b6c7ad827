import { assignMatter } from '#contract/matter.ts';
import { RoleTag } from '#web/shared/ui/role-tag.tsx';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import { isLive } from './matter-types.ts';
import { dutiesOf, shapeOf } from './plan.ts';
import { PlanFieldsEditor, type PlanValues } from './plan-fields.tsx';
import { RecommendedForPlan } from './recommended-for-plan.tsx';
import { useAct } from './use-act.ts';
import { useWords } from './use-words.ts';
import { t } from './matter-texts.ts';

/** 交办: which units handle the matter, in which roles, and which leader answers for it. */
export const AssignDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { matter, reference } = useMatter();
  const words = useWords();
  const { run, pending, problem } = useAct(assignMatter, onClose);
  const live = matter.assignments.filter(isLive);
  return (
    <FormDialog<PlanValues>
      title={t('matter.assign.title', { caseNo: matter.caseNo })}
      what={
        live.length === 0 ? (
          matter.title
        ) : (
          <>
            <p>{t('matter.assign.already')}</p>
            <ul className={styles.inline}>
              {live.map((duty) => (
                <li key={duty.id}>
                  <RoleTag role={duty.role} name={words.role(duty.role)} /> {duty.unit.name}
                </li>
              ))}
            </ul>
          </>
        )
      }
      confirm={t('matter.do.assign')}
      initial={{ shape: shapeOf(live) ?? 'lead', responsibleLeader: matter.responsibleLeader }}
      pending={pending}
      problem={problem}
      onSubmit={({ responsibleLeader, ...plan }) =>
        run({
          params: { matterId: matter.id },
          version: matter.version,
          body: { duties: [...dutiesOf(plan)], responsibleLeader },
        })
      }
      onClose={onClose}
    >
      <RecommendedForPlan live={live} roleName={words.role} />
      <PlanFieldsEditor units={reference.units} live={live} roleName={words.role} />
    </FormDialog>
  );
};
