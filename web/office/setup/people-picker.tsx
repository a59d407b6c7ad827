import { intakePeople } from '#contract/intake-setup.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { leaveByTab } from '../matter/leave-by-tab.ts';
import { t } from './setup-texts.ts';

type Person = { readonly id: number; readonly name: string };

type PeoplePickerProps = {
  readonly id?: string;
  /** Those who are named already, so that they have names before anybody searches. */
  readonly known: readonly Person[];
  readonly value?: readonly number[];
  readonly onChange?: (ids: number[]) => void;
};

/** People of the city by name, group or post. */
export const PeoplePicker = ({ id, known, value = [], onChange }: PeoplePickerProps) => {
  const [words, setWords] = useState('');
  const [seen, setSeen] = useState<ReadonlyMap<number, string>>(
    new Map(known.map((person) => [person.id, person.name])),
  );
  const q = useDeferredValue(words.trim());
  const query = useQuery({ ...ask(intakePeople, { query: { q } }), enabled: q !== '' });
  const found = q === '' ? [] : (query.data?.items ?? []);
  const labels = new Map([
    ...seen,
    ...found.map(
      (one) => [one.id, [one.name, one.group, one.post].filter((part) => part !== '').join(' · ')] as const,
    ),
  ]);
  return (
    <div onKeyDownCapture={leaveByTab}>
      <Select
        {...(id === undefined ? {} : { id })}
        mode="multiple"
        virtual={false}
        style={{ width: '100%' }}
        allowClear
        placeholder={t('intakeSetup.people.help')}
        showSearch={{ filterOption: false, onSearch: setWords }}
        notFoundContent={null}
        options={[...labels].map(([personId, label]) => ({ value: personId, label }))}
        value={[...value]}
        onChange={(ids: number[]) => {
          setSeen(new Map(ids.map((one) => [one, labels.get(one) ?? String(one)])));
          onChange?.(ids);
        }}
      />
    </div>
  );
};
