import { listUnits, role, setupOverview } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { needsChoice } from './form-rules.ts';
import {
  type GrantLine,
  isForPeopleOnly,
  mixesAdministrator,
  type PlaceKind,
  placeOf,
  placesFor,
} from './grant-rules.ts';
import styles from './setup.module.css';
import { c, nameText, t } from './setup-texts.ts';
import type { Overview, RoleName, UnitRow } from './setup-types.ts';

type Directory = { readonly units: readonly UnitRow[]; readonly organs: Overview['organs'] };

const useDirectory = (): Directory => ({
  units: useQuery(ask(listUnits)).data?.items ?? [],
  organs: useQuery(ask(setupOverview)).data?.organs ?? [],
});

type Option = { readonly value: number; readonly label: string };

const optionsFor = (
  kind: PlaceKind,
  { units, organs }: Directory,
  held: number | null,
): readonly Option[] => {
  if (kind === 'congress' || kind === 'cppcc')
    return organs
      .filter((organ) => organ.kind === kind)
      .map((organ) => ({ value: organ.id, label: nameText(organ) }));
  const nameOfUnit = new Map(units.map((unit) => [unit.id, nameText(unit)]));
  return placesFor(kind, units, held).map((unit) => ({
    value: unit.id,
    label:
      unit.parentId === null ? nameText(unit) : `${nameOfUnit.get(unit.parentId) ?? ''} · ${nameText(unit)}`,
  }));
};

const placeLabel = (kind: PlaceKind): string => {
  switch (kind) {
    case 'section':
      return t('person.grant.section');
    case 'unitOrSection':
      return t('person.grant.unitOrSection');
    case 'congress':
    case 'cppcc':
      return t('person.grant.organ');
    case 'unit':
    case 'none':
      return t('person.grant.unit');
    default:
      return kind satisfies never;
  }
};

type LineProps = {
  readonly name: string;
  readonly index: number;
  readonly line: GrantLine;
  readonly directory: Directory;
  readonly roles: readonly RoleName[];
  readonly onRemove: (() => void) | null;
};

const Line = ({ name, index, line, directory, roles, onRemove }: LineProps) => {
  const form = Form.useFormInstance();
  const kind = line.role === undefined ? 'none' : placeOf(line.role);
  const options = optionsFor(kind, directory, line.placeId ?? null);
  const n = index + 1;
  // A place chosen for one role means nothing for another; where only one fits, it is that one.
  const changeRole = (next: RoleName): void => {
    const fitting = optionsFor(placeOf(next), directory, null);
    form.setFieldValue([name, index, 'placeId'], fitting.length === 1 ? fitting[0]?.value : undefined);
  };
  return (
    <li className={styles.grant}>
      <Form.Item name={[index, 'role']} rules={needsChoice()}>
        <Select
          aria-label={t('person.grant.role', { n })}
          placeholder={t('people.role')}
          virtual={false}
          onChange={changeRole}
          options={roles.map((value) => ({ value, label: c(`role.${value}`) }))}
        />
      </Form.Item>
      {kind === 'none' ? (
        <span />
      ) : (
        <Form.Item name={[index, 'placeId']} rules={needsChoice()}>
          <Select
            aria-label={`${t('person.grant.role', { n })} ${placeLabel(kind)}`}
            placeholder={placeLabel(kind)}
            virtual={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...options]}
            notFoundContent={kind === 'congress' || kind === 'cppcc' ? t('person.grant.noOrgan') : undefined}
          />
        </Form.Item>
      )}
      {onRemove === null ? (
        <span />
      ) : (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('person.grant.remove', { n })}
          onClick={onRemove}
        />
      )}
    </li>
  );
};

type GrantFieldsProps = {
  /** Name of the form's list. */
  readonly name: string;
  /** For a program: without the roles that only people hold, and at least one. */
  readonly service?: boolean;
};

/** The roles of one person or service account, each with where it is held. */
export const GrantFields = ({ name, service = false }: GrantFieldsProps) => {
  const directory = useDirectory();
  const lines: readonly GrantLine[] = (Form.useWatch(name) as readonly GrantLine[] | undefined) ?? [];
  const roles = role.options.filter((one) => !service || !isForPeopleOnly(one));
  const alone = {
    validator: (_: unknown, given: unknown) =>
      mixesAdministrator((given ?? []) as readonly GrantLine[])
        ? Promise.reject(new Error(t('person.grant.alone')))
        : Promise.resolve(),
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('person.grants')}</legend>
      {service ? null : <p className={styles.quiet}>{t('person.grants.note')}</p>}
      <Form.List name={name} rules={[alone]}>
        {(fields, { add, remove }) => (
          <>
            <ul className={styles.grants}>
              {fields.map((field, index) => (
                <Line
                  key={field.key}
                  name={name}
                  index={index}
                  line={lines[index] ?? {}}
                  directory={directory}
                  roles={roles}
                  onRemove={service && fields.length === 1 ? null : () => remove(index)}
                />
              ))}
            </ul>
            {mixesAdministrator(lines) ? (
              <p role="alert" className={styles.fault}>
                {t('person.grant.alone')}
              </p>
            ) : null}
            <Button
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({})}
              disabled={fields.length >= 20}
            >
              {t('person.grant.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};
