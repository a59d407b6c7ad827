import { createApiToken } from '#contract/accounts.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { listPeople } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { dayOf } from '#web/shared/format.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { needed, needsChoice, needsSome } from './form-rules.ts';
import { GrantFields } from './grant-fields.tsx';
import { bodiesOf, type GrantLine } from './grant-rules.ts';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { TokenRow } from './setup-types.ts';
import { useConfirmed } from './use-confirmed.tsx';

type Made = ResponseOf<typeof createApiToken>;
type Scope = TokenRow['scopes'][number];
const tokenScopes = ['matters:read', 'matters:write', 'setup:read', 'setup:write'] as const satisfies Scope[];

type Values = {
  name: string;
  owner: 'service' | 'person';
  service: string;
  grants: readonly GrantLine[];
  personId: number;
  scopes: Scope[];
  expiresOn: string;
};

const dayFrom = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000).toISOString());

const PersonSelect = ({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: number;
  onChange?: (id: number) => void;
}) => {
  const [typed, type] = useState('');
  const query = useQuery({ ...ask(listPeople, { query: { q: typed } }), enabled: typed !== '' });
  const people = typed === '' ? [] : (query.data?.items ?? []);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      virtual={false}
      placeholder={t('token.owner.find')}
      showSearch={{ filterOption: false, onSearch: (text) => type(text.trim()) }}
      notFoundContent={typed === '' ? t('token.owner.find') : undefined}
      options={people
        .filter(({ state, accountId }) => state === 'active' && accountId === null)
        .map((person) => ({ value: person.id, label: `${person.name} ${person.post}`.trim() }))}
    />
  );
};

const Owner = () => {
  const owner = Form.useWatch<Values['owner'] | undefined>('owner');
  return (
    <>
      <Form.Item name="owner" label={t('token.owner')}>
        <Radio.Group
          options={[
            { value: 'service', label: t('token.owner.service') },
            { value: 'person', label: t('token.owner.person') },
          ]}
        />
      </Form.Item>
      {owner === 'person' ? (
        <Form.Item
          name="personId"
          label={t('token.owner.person')}
          extra={t('token.owner.person.hint')}
          rules={needsChoice()}
        >
          <PersonSelect />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="service" label={t('token.service')} rules={needed()}>
            <Input maxLength={100} />
          </Form.Item>
          <GrantFields name="grants" service />
        </>
      )}
    </>
  );
};

const ownerOf = ({ owner, personId, service, grants }: Values) =>
  owner === 'person'
    ? { personId }
    : {
        service: service.trim(),
        grants: bodiesOf(grants).map(({ role, unitId, organId }) => ({
          role,
          ...(unitId === null ? {} : { unitId }),
          ...(organId === null ? {} : { organId }),
        })),
      };

type TokenDialogProps = { readonly onMade: (made: Made) => void; readonly onClose: () => void };

/** A token for a program: in whose name, for what, until when. */
export const TokenDialog = ({ onMade, onClose }: TokenDialogProps) => {
  const { attempt, dialog } = useConfirmed();
  const { run, pending, problem } = useCommand(createApiToken, { onDone: onMade });
  const submit = (values: Values) =>
    attempt(() =>
      run({
        body: {
          name: values.name.trim(),
          owner: ownerOf(values),
          scopes: values.scopes,
          expiresOn: values.expiresOn,
        },
      }),
    );
  return (
    <FormDialog<Values>
      title={t('token.add')}
      what={t('token.lead')}
      confirm={t('token.add')}
      width={720}
      initial={{ owner: 'service', grants: [{}], scopes: ['matters:read'], expiresOn: dayFrom(90) }}
      pending={pending}
      problem={problem?.code === 'confirm-first' ? null : problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('token.name')} extra={t('token.name.hint')} rules={needed()}>
        <Input maxLength={100} />
      </Form.Item>
      <Owner />
      <Form.Item name="scopes" label={t('token.scopes')} rules={[needsSome()]}>
        <Checkbox.Group
          className={styles.radios ?? ''}
          options={tokenScopes.map((value) => ({ value, label: t(`token.scope.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="expiresOn"
        label={t('token.expiresOn')}
        extra={t('token.expiresOn.hint')}
        rules={needed()}
      >
        <Input type="date" min={dayFrom(1)} max={dayFrom(365)} />
      </Form.Item>
      {dialog}
    </FormDialog>
  );
};
