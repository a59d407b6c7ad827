import { Panel } from '#web/shared/ui/panel.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { ColumnsDraft, Defaults } from './columns-draft.ts';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { CatalogueOptions, ImportTable } from './import-types.ts';

type DraftProps = { readonly draft: ColumnsDraft; readonly onDraft: (draft: ColumnsDraft) => void };

const Field = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className={styles.field}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);

/** What the file says for all its rows, in its title or nowhere: the kind, the year, whether in session. */
export const SaysPanel = ({ table, draft, onDraft }: DraftProps & { readonly table: ImportTable }) => {
  const id = useId();
  const now = { ...table.defaults, ...draft.defaults };
  const say = (said: Defaults): void => onDraft({ ...draft, defaults: { ...draft.defaults, ...said } });
  const unsaid = t('importPage.says.unsaid');
  return (
    <Panel title={t('importPage.says.title')} note={t('importPage.says.note')}>
      <div className={styles.fields}>
        <Field id={`${id}k`} label={t('importPage.says.kind')}>
          <Select
            id={`${id}k`}
            virtual={false}
            placeholder={unsaid}
            value={now.kind ?? null}
            onChange={(kind: 'suggestion' | 'proposal') => say({ kind })}
            options={(['suggestion', 'proposal'] as const).map((value) => ({
              value,
              label: t(`importPage.says.${value}`),
            }))}
          />
        </Field>
        <Field id={`${id}i`} label={t('importPage.says.inSession')}>
          <Select
            id={`${id}i`}
            virtual={false}
            placeholder={unsaid}
            value={now.inSession === undefined ? null : now.inSession ? 'in' : 'off'}
            onChange={(value: 'in' | 'off') => say({ inSession: value === 'in' })}
            options={(['in', 'off'] as const).map((value) => ({
              value,
              label: t(`importPage.says.${value}`),
            }))}
          />
        </Field>
        <Field id={`${id}y`} label={t('importPage.says.year')}>
          <InputNumber
            id={`${id}y`}
            min={1950}
            max={2200}
            precision={0}
            placeholder={unsaid}
            value={now.year ?? null}
            onChange={(year) => (year === null ? undefined : say({ year }))}
          />
        </Field>
        <Field id={`${id}s`} label={t('importPage.says.session')}>
          <Input
            id={`${id}s`}
            maxLength={100}
            placeholder={unsaid}
            value={now.session ?? ''}
            onChange={(event) => say({ session: event.target.value })}
          />
        </Field>
        <Field id={`${id}l`} label={t('importPage.says.sections')}>
          <Select
            id={`${id}l`}
            virtual={false}
            value={draft.sections ?? table.sections}
            onChange={(sections: ImportTable['sections']) => onDraft({ ...draft, sections })}
            options={(['ignored', 'unitsMixed', 'category'] as const).map((value) => ({
              value,
              label: t(`importPage.says.sections.${value}`),
            }))}
          />
        </Field>
      </div>
    </Panel>
  );
};

/** How rows become matters: which session, which date, what several lead units in one row mean. */
export const OptionsPanel = ({
  options,
  draft,
  onDraft,
}: DraftProps & { readonly options: CatalogueOptions }) => {
  const id = useId();
  const sessions = useReference().data?.sessions ?? [];
  const now = { ...options, ...draft.options };
  const say = (said: Partial<CatalogueOptions>): void =>
    onDraft({ ...draft, options: { ...draft.options, ...said } });
  return (
    <Panel title={t('importPage.options.title')}>
      <div className={styles.fields}>
        <Field id={`${id}s`} label={t('importPage.session')}>
          <Select
            id={`${id}s`}
            virtual={false}
            value={now.sessionId ?? 0}
            onChange={(sessionId: number) =>
              say(sessionId === 0 ? { sessionId: null, sessionUse: 'whereSilent' } : { sessionId })
            }
            options={[
              { value: 0, label: t('importPage.session.auto') },
              ...sessions.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        </Field>
        {now.sessionId === null ? null : (
          <Field id={`${id}u`} label={t('importPage.options.sessionUse')}>
            <Select
              id={`${id}u`}
              virtual={false}
              value={now.sessionUse}
              onChange={(sessionUse: CatalogueOptions['sessionUse']) => say({ sessionUse })}
              options={(['whereSilent', 'always'] as const).map((value) => ({
                value,
                label: t(`importPage.options.sessionUse.${value}`),
              }))}
            />
          </Field>
        )}
        <Field id={`${id}a`} label={t('importPage.assign')}>
          <Select
            id={`${id}a`}
            virtual={false}
            value={now.assign ? 'yes' : 'no'}
            onChange={(assign: 'yes' | 'no') => say({ assign: assign === 'yes' })}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`importPage.assign.${value}`),
            }))}
          />
        </Field>
        <Field id={`${id}h`} label={t('importPage.history')}>
          <Select
            id={`${id}h`}
            virtual={false}
            value={now.history ? 'yes' : 'no'}
            onChange={(history: 'yes' | 'no') => say({ history: history === 'yes' })}
            options={(['no', 'yes'] as const).map((value) => ({
              value,
              label: t(`importPage.history.${value}`),
            }))}
          />
        </Field>
        <Field id={`${id}f`} label={t('importPage.options.filedOn')}>
          <Input
            id={`${id}f`}
            type="date"
            value={now.filedOn ?? ''}
            aria-describedby={`${id}fh`}
            onChange={(event) => say({ filedOn: event.target.value === '' ? null : event.target.value })}
          />
          <small id={`${id}fh`}>{t('importPage.options.filedOn.hint')}</small>
        </Field>
        <Field id={`${id}l`} label={t('importPage.options.severalLeads')}>
          <Select
            id={`${id}l`}
            virtual={false}
            value={now.severalLeads}
            onChange={(severalLeads: CatalogueOptions['severalLeads']) => say({ severalLeads })}
            options={(['refuse', 'separate'] as const).map((value) => ({
              value,
              label: t(`importPage.options.severalLeads.${value}`),
            }))}
          />
        </Field>
      </div>
    </Panel>
  );
};
