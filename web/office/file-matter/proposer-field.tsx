import { findProposers } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import styles from './file-matter.module.css';
import { t } from './file-matter-texts.ts';
import { moved, type Proposer } from './filing-draft.ts';

type ProposerFieldProps = {
  readonly id?: string;
  readonly value?: readonly Proposer[];
  readonly onChange?: (proposers: readonly Proposer[]) => void;
};

/** Deputies and members by name, in the order of the signatures: the first leads. */
export const ProposerField = ({ id, value = [], onChange }: ProposerFieldProps) => {
  const [typed, type] = useState('');
  const query = useQuery({ ...ask(findProposers, { query: { q: typed } }), enabled: typed !== '' });
  const found = typed === '' ? [] : (query.data?.items ?? []);
  const add = (chosen: number | null): void => {
    const person = found.find((one) => one.id === chosen);
    type('');
    if (person !== undefined) onChange?.([...value, person]);
  };
  return (
    <div className={styles.proposers}>
      {value.length === 0 ? null : (
        <ol>
          {value.map((person, index) => (
            <li key={person.id}>
              <span>
                <strong>{person.name}</strong> <small>{person.group}</small>
                {index === 0 ? <span className={styles.lead}>{t('fileMatter.proposers.lead')}</span> : null}
              </span>
              <span className={styles.tools}>
                <Button
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={t('fileMatter.proposers.up', { name: person.name })}
                  disabled={index === 0}
                  onClick={() => onChange?.(moved(value, index, index - 1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={t('fileMatter.proposers.down', { name: person.name })}
                  disabled={index === value.length - 1}
                  onClick={() => onChange?.(moved(value, index, index + 1))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('fileMatter.proposers.remove', { name: person.name })}
                  onClick={() => onChange?.(value.filter((one) => one.id !== person.id))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Select
        {...(id === undefined ? {} : { id })}
        value={null}
        virtual={false}
        placeholder={t('fileMatter.proposers.find')}
        showSearch={{
          filterOption: false,
          searchValue: typed,
          onSearch: (text) => type(text.slice(0, 30)),
        }}
        onChange={add}
        notFoundContent={t(typed.trim() === '' ? 'fileMatter.proposers.find' : 'fileMatter.proposers.nobody')}
        options={found
          .filter((person) => value.every((one) => one.id !== person.id))
          .map((person) => ({ value: person.id, label: `${person.name} ${person.group}`.trim() }))}
      />
    </div>
  );
};
