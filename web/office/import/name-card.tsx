import { findProposers } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { currentLanguage } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useId, useState } from 'react';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { OpenName } from './import-types.ts';
import { type Choice, isVeryLike, type Side } from './name-choice.ts';

const unitLabel = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string =>
  currentLanguage() === 'en' && nameEn !== '' ? nameEn : name;

type PickProps = { readonly name: string; readonly onPick: (choice: Choice) => void };

const OtherUnit = ({ name, onPick }: PickProps) => {
  const units = useReference().data?.units ?? [];
  return (
    <Select
      aria-label={t('importPage.names.otherUnitOf', { name })}
      placeholder={t('importPage.names.otherUnit')}
      virtual={false}
      value={null}
      showSearch={{
        filterOption: (typed, option) =>
          units.some(
            (unit) =>
              unit.id === option?.value &&
              [unit.name, unit.shortName, unit.nameEn].some((text) =>
                text.toLowerCase().includes(typed.trim().toLowerCase()),
              ),
          ),
      }}
      onChange={(id: number | null) => {
        const unit = units.find((one) => one.id === id);
        if (unit !== undefined) onPick({ id: unit.id, label: unitLabel(unit) });
      }}
      options={units.map((unit) => ({ value: unit.id, label: unitLabel(unit) }))}
      popupMatchSelectWidth={false}
      className={styles.other ?? ''}
    />
  );
};

const OtherPerson = ({ name, onPick }: PickProps) => {
  const [typed, type] = useState('');
  const query = useQuery({ ...ask(findProposers, { query: { q: typed } }), enabled: typed !== '' });
  const people = typed === '' ? [] : (query.data?.items ?? []);
  return (
    <Select
      aria-label={t('importPage.names.otherPersonOf', { name })}
      placeholder={t('importPage.names.otherPerson')}
      virtual={false}
      value={null}
      showSearch={{ filterOption: false, onSearch: (text) => type(text.trim().slice(0, 30)) }}
      notFoundContent={typed === '' ? t('importPage.names.findPerson') : undefined}
      onChange={(id: number | null) => {
        const person = people.find((one) => one.id === id);
        if (person !== undefined) onPick({ id: person.id, label: `${person.name} ${person.group}`.trim() });
      }}
      options={people.map((person) => ({ value: person.id, label: `${person.name} ${person.group}`.trim() }))}
      popupMatchSelectWidth={false}
      className={styles.other ?? ''}
    />
  );
};

/** Radio values: a person or unit by its id, a new person, nothing yet. */
const valueOf = (choice: Choice | null): string =>
  choice === null ? 'later' : choice === 'create' ? 'create' : String(choice.id);

type NameCardProps = {
  readonly side: Side;
  readonly name: OpenName;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
};

/** One printed name: what it may be in order of likeness, any other, or nothing yet. */
export const NameCard = ({ side, name, choice, onChoose }: NameCardProps) => {
  const id = useId();
  const { proposals } = name;
  const known = proposals.some((one) => choice !== null && choice !== 'create' && one.id === choice.id);
  const change = (value: string): void => {
    if (value === 'later' || value === 'create') return onChoose(value === 'later' ? null : 'create');
    const picked = proposals.find((one) => String(one.id) === value);
    return picked === undefined ? undefined : onChoose({ id: picked.id, label: picked.name });
  };
  return (
    <li className={styles.name} data-decided={choice !== null}>
      <div className={styles.nameHead} id={id}>
        <strong>{name.name}</strong>
        {name.group === null ? null : <small>{name.group}</small>}
        <small>
          {t(name.match === 'ambiguous' ? 'importPage.names.ambiguous' : 'importPage.names.unknown')}
          {' · '}
          {t('importPage.names.rows', { count: count(name.rows) })}
        </small>
      </div>
      <div className={styles.nameBody}>
        <Radio.Group
          aria-label={t('importPage.names.choiceOf', { name: name.name })}
          value={valueOf(choice)}
          onChange={({ target }) => change(String(target.value))}
          className={styles.choices}
        >
          {proposals.slice(0, 4).map((one) => (
            <Radio key={one.id} value={String(one.id)}>
              {one.name} {one.note === '' ? null : <small>{one.note}</small>}{' '}
              <small className={styles.like}>
                {t(isVeryLike(one.score) ? 'importPage.names.likely' : 'importPage.names.perhaps')}
              </small>
            </Radio>
          ))}
          {choice === null || choice === 'create' || known ? null : (
            <Radio value={String(choice.id)}>{choice.label}</Radio>
          )}
          {side === 'person' ? <Radio value="create">{t('importPage.names.create')}</Radio> : null}
          <Radio value="later">{t('importPage.names.later')}</Radio>
        </Radio.Group>
        {side === 'unit' ? (
          <OtherUnit name={name.name} onPick={onChoose} />
        ) : (
          <OtherPerson name={name.name} onPick={onChoose} />
        )}
      </div>
    </li>
  );
};
