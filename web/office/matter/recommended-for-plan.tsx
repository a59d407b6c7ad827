import { recommendation } from '#contract/recommend.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { likelyText, reasonText, recommendationMeaning } from '../assign-round/reason-text.ts';
import { worthNaming } from '../assign-round/worth-naming.ts';
import { holdsAny, useSession } from '../shell/session.ts';
import styles from './dialogs.module.css';
import { useMatter } from './matter-context.ts';
import { t } from './matter-texts.ts';
import type { Assignment } from './matter-types.ts';
import { dutiesOf, shapeOf, withChosen } from './plan.ts';
import type { PlanValues } from './plan-fields.tsx';

/** Most units that are shown: the recommended ones and those that come next. */
const shown = 4;

type Props = { readonly live: readonly Assignment[]; readonly roleName: (code: string) => string };

/** Which units are recommended and why, to be chosen by one press each; nothing is chosen before. */
export const RecommendedForPlan = ({ live, roleName }: Props) => {
  const { matter } = useMatter();
  const form = Form.useFormInstance<PlanValues>();
  const values = Form.useWatch([], form);
  const may = holdsAny(useSession(), recommendation.access.roles);
  const { data } = useQuery({
    ...ask(recommendation, { params: { matterId: matter.id } }),
    enabled: may,
    staleTime: 300_000,
    retry: false,
  });
  const taken = live.map(({ unit }) => unit.id);
  const units = worthNaming(data?.units ?? [])
    .filter(({ unitId }) => !taken.includes(unitId))
    .slice(0, shown);
  if (units.length === 0) return null;
  const shape = values?.shape ?? shapeOf(live) ?? 'lead';
  const plan = { ...values, shape };
  const chosen = dutiesOf(plan).map(({ unitId }) => unitId);
  return (
    <section className={styles.recommended} aria-label={t('matter.plan.recommended')}>
      <p>
        {t('matter.plan.recommended')}
        <small className={styles.why}>{recommendationMeaning()}</small>
      </p>
      <ul>
        {units.map((unit) => {
          const role = unit.role === 'assist' ? 'assist' : 'main';
          const verb = t('matter.plan.take', { role: roleName(role === 'assist' ? 'assist' : shape) });
          return (
            <li key={unit.unitId}>
              <div>
                <strong>{unit.name}</strong> <small>{likelyText(unit.score)}</small>
                {unit.reasons.map((reason) => (
                  <small key={reasonText(reason)} className={styles.why}>
                    {reasonText(reason)}
                  </small>
                ))}
              </div>
              <Button
                size="small"
                disabled={chosen.includes(unit.unitId)}
                aria-label={`${verb} ${unit.name}`}
                onClick={() => {
                  const { mainUnitId = null, ...next } = withChosen(plan, live, {
                    unitId: unit.unitId,
                    role,
                  });
                  form.setFieldsValue({
                    shape: next.shape,
                    mainUnitId,
                    separateUnitIds: [...(next.separateUnitIds ?? [])],
                    assistUnitIds: [...(next.assistUnitIds ?? [])],
                  });
                }}
              >
                {chosen.includes(unit.unitId) ? t('matter.plan.take.taken') : verb}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
