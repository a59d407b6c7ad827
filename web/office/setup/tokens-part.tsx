import { apiTokens, revokeApiToken } from '#contract/accounts.ts';
import { ask } from '#web/shared/ask.ts';
import { dayOf, moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Mark } from './mark.tsx';
import { SecretOnce } from './secret-once.tsx';
import styles from './setup.module.css';
import { c, t } from './setup-texts.ts';
import type { TokenRow } from './setup-types.ts';
import { TokenDialog } from './token-dialog.tsx';

const stateOf = ({ revokedAt, expiresAt }: TokenRow): 'active' | 'expired' | 'revoked' => {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
};

/** A token lives through its last day: the instant it ends is the first of the next. */
const lastDay = (expiresAt: string): string => dayOf(new Date(Date.parse(expiresAt) - 1).toISOString());

const StateMark = ({ token }: { readonly token: TokenRow }) => {
  const state = stateOf(token);
  const word = t(`token.state.${state}`);
  return <Mark tone={state === 'active' ? 'good' : state === 'expired' ? 'late' : 'off'}>{word}</Mark>;
};

const columnsFor = (revoke: (token: TokenRow) => void): readonly Column<TokenRow>[] => [
  {
    key: 'name',
    title: t('token.name'),
    names: true,
    minWidth: 160,
    render: ({ name }) => <span className={styles.strong}>{name}</span>,
  },
  { key: 'state', title: t('account.state'), tight: true, render: (token) => <StateMark token={token} /> },
  { key: 'owner', title: t('token.column.owner'), render: ({ person }) => person.name },
  {
    key: 'scopes',
    title: t('token.scopes'),
    minWidth: 140,
    render: ({ scopes }) => scopes.map((scope) => t(`token.scope.${scope}`)).join(c('say.separator')),
  },
  { key: 'expires', title: t('token.expiresOn'), tight: true, render: ({ expiresAt }) => lastDay(expiresAt) },
  {
    key: 'used',
    title: t('token.column.used'),
    tight: true,
    render: ({ lastUsedAt }) => (lastUsedAt === null ? t('token.never') : moment(lastUsedAt)),
  },
  {
    key: 'made',
    title: t('token.column.made'),
    tight: true,
    render: ({ createdAt }) => dayOf(createdAt),
  },
  {
    key: 'steps',
    title: t('setup.unit.column.actions'),
    render: (token) =>
      stateOf(token) === 'active' ? (
        <Button
          size="small"
          aria-label={t('token.revokeOf', { name: token.name })}
          onClick={() => revoke(token)}
        >
          {t('token.revoke')}
        </Button>
      ) : (
        '—'
      ),
  },
];

const RevokeDialog = ({ token, onClose }: { readonly token: TokenRow; readonly onClose: () => void }) => {
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(revokeApiToken, {
    onDone: () => {
      void message.success(t('token.revoked'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('token.revoke.title', { name: token.name })}
      confirm={t('token.revoke')}
      danger
      pending={pending}
      problem={problem}
      onConfirm={() => void run({ params: { tokenId: token.id }, body: {} })}
      onClose={onClose}
    >
      <p>{t('token.revoke.what')}</p>
    </ConfirmDialog>
  );
};

/** 接口令牌: what other systems call the interface with. */
export const TokensPart = () => {
  const query = useQuery(ask(apiTokens));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, revoke] = useState<TokenRow | null>(null);
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>{t('token.lead')}</p>
        <div className={styles.actions}>
          <Button href="/api/docs">{t('token.docs')}</Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('token.add')}
          </Button>
        </div>
      </div>
      <QueryState query={query}>
        {({ items }) => (
          <Panel flush>
            {items.length === 0 ? (
              <EmptyState title={t('token.none')} detail={t('token.none.detail')} />
            ) : (
              <DataTable<TokenRow>
                caption={t('token.caption')}
                columns={columnsFor(revoke)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )}
          </Panel>
        )}
      </QueryState>
      {adding ? (
        <TokenDialog
          onMade={({ token }) => {
            setAdding(false);
            setSecret(token);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {secret === null ? null : (
        <SecretOnce
          title={t('secret.token.title')}
          lead={t('secret.token.lead')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
      {revoking === null ? null : <RevokeDialog token={revoking} onClose={() => revoke(null)} />}
    </>
  );
};
