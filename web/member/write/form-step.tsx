import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { type ReactNode, useId } from 'react';
import { CollectiveFields } from './collective-fields.tsx';
import { GrowingText } from './growing-text.tsx';
import type { StepProps } from './step-props.ts';
import { UnitSearch } from './unit-search.tsx';
import type { Form } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

const consents = ['full', 'titleOnly', 'no'] as const;
const origins = ['research', 'forum', 'visit', 'public', 'own'] as const;

type PartProps = { readonly form: Form; readonly set: (change: Partial<Form>) => void };

const Group = ({ legend, children }: { readonly legend: string; readonly children: ReactNode }) => (
  <fieldset className={styles.group}>
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

const Consent = ({ form, set }: PartProps) => (
  <Group legend={t('write.consent')}>
    {consents.map((consent) => (
      <label key={consent} className={styles.tick}>
        <input
          type="radio"
          name="consent"
          checked={form.publicConsent === consent}
          onChange={() => set({ publicConsent: consent })}
        />
        {t(`write.consent.${consent}`)}
      </label>
    ))}
    {form.publicConsent === 'titleOnly' || form.publicConsent === 'no' ? (
      <label className={styles.line}>
        {t('write.consent.reason')}
        <GrowingText value={form.consentReason} onChange={(consentReason) => set({ consentReason })} />
      </label>
    ) : null}
  </Group>
);

const Origins = ({ form, set }: PartProps) => (
  <Group legend={t('write.origins')}>
    {origins.map((origin) => (
      <label key={origin} className={styles.tick}>
        <input
          type="checkbox"
          checked={form.origins.includes(origin)}
          onChange={({ target }) =>
            // In the order of the form, whatever was ticked first.
            set({
              origins: origins.filter((one) =>
                one === origin ? target.checked : form.origins.includes(one),
              ),
            })
          }
        />
        {t(`write.origins.${origin}`)}
      </label>
    ))}
  </Group>
);

const Raised = ({ form, set }: PartProps) => {
  const years = useId();
  return (
    <Group legend={t('write.raised')}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={form.raisedYears > 0}
          onChange={({ target }) => set({ raisedYears: target.checked ? 1 : 0 })}
        />
        {t('write.raised.yes')}
      </label>
      {form.raisedYears === 0 ? null : (
        <>
          <label className={styles.line} htmlFor={years}>
            {t('write.raised.years')}
          </label>
          <input
            id={years}
            type="number"
            inputMode="numeric"
            min={1}
            max={50}
            value={form.raisedYears}
            onChange={({ target }) =>
              set({ raisedYears: Math.min(50, Math.max(1, Math.trunc(Number(target.value)) || 1)) })
            }
          />
          <label className={styles.line}>
            {t('write.raised.before')}
            <GrowingText value={form.raisedBefore} onChange={(raisedBefore) => set({ raisedBefore })} />
          </label>
        </>
      )}
    </Group>
  );
};

const wishes = ['closerContact', 'referenceOnly', 'openToCoSigners'] as const;

const Wishes = ({ form, set }: PartProps) => (
  <Group legend={t('write.wishes')}>
    {wishes.map((wish) => (
      <label key={wish} className={styles.tick}>
        <input
          type="checkbox"
          checked={form[wish]}
          onChange={({ target }) => set({ [wish]: target.checked })}
        />
        <span>
          {t(`write.wishes.${wish}`)}
          <small>{t(`write.wishes.${wish}.note`)}</small>
        </span>
      </label>
    ))}
  </Group>
);

/** The boxes of the form. Nothing here is needed to hand it in but whether it may be made public. */
export const FormStep = ({ writing, change, form: rules, units }: StepProps) => {
  const { form } = writing;
  const set = (next: Partial<Form>): void => change({ ...writing, form: { ...form, ...next } });
  const category = useId();
  return (
    <>
      <Consent form={form} set={set} />
      <Origins form={form} set={set} />
      <Raised form={form} set={set} />
      <Wishes form={form} set={set} />
      <Group legend={t('write.where')}>
        {rules === null || rules.categories.length === 0 ? null : (
          <>
            <label htmlFor={category} className={styles.line}>
              {t('write.category')}
            </label>
            <select
              id={category}
              value={form.category ?? ''}
              onChange={({ target }) => set({ category: target.value === '' ? null : target.value })}
            >
              <option value="">{t('write.category.none')}</option>
              {rules.categories.map((one) => (
                <option key={one} value={one} lang="zh-CN">
                  {one}
                </option>
              ))}
            </select>
          </>
        )}
        <UnitSearch
          label={t('write.units.lead')}
          units={units}
          chosen={form.preferredLeadId === null ? [] : [form.preferredLeadId]}
          most={1}
          onChange={([id]) => set({ preferredLeadId: id ?? null })}
        />
        <UnitSearch
          label={t('write.units.assist')}
          units={units.filter(({ id }) => id !== form.preferredLeadId)}
          chosen={form.preferredAssistIds}
          most={20}
          onChange={(preferredAssistIds) => set({ preferredAssistIds })}
        />
        <p className={styles.note}>{t('write.units.note')}</p>
      </Group>
      <CollectiveFields
        collective={writing.collective}
        types={rules?.proposerTypes ?? [writing.collective.proposerType]}
        confirmedBy={rules?.collectiveConfirmedBy ?? 'either'}
        onChange={(collective) => change({ ...writing, collective })}
      />
    </>
  );
};
