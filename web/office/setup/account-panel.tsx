import {
  accounts,
  createAccount,
  disableAccount,
  enableAccount,
  endSessionsOf,
  resetPassword,
  resetTotp,
  unlockAccount,
} from '#contract/accounts.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../shell/session.ts';
import { AccountMarks } from './account-marks.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { needed } from './form-rules.ts';
import { SecretOnce } from './secret-once.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { AccountRow, PersonRow } from './setup-types.ts';
import { useConfirmed } from './use-confirmed.tsx';

type Told = { readonly username: string; readonly temporaryPassword: string };

/** `confirm-first` is no refusal to show: the password is asked for and the step goes on. */
const shown = <P extends { readonly code: string }>(problem: P | null): P | null =>
  problem?.code === 'confirm-first' ? null : problem;

const MakeAccount = ({ person, onTold }: { person: PersonRow; onTold: (told: Told) => void }) => {
  const { attempt, dialog } = useConfirmed();
  const { run, pending, problem } = useCommand(createAccount, { onDone: onTold });
  return (
    <>
      <p className={styles.quiet}>{t('account.make.what')}</p>
      <ProblemAlert problem={shown(problem)} />
      <Form<{ username: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ username }) =>
          void attempt(() => run({ body: { personId: person.id, username: username.trim() } }))
        }
      >
        <Form.Item
          name="username"
          label={t('account.username')}
          extra={t('account.username.hint')}
          rules={needed()}
        >
          <Input maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('account.make')}
        </Button>
      </Form>
      {dialog}
    </>
  );
};

type StepProps = { readonly account: AccountRow; readonly onClose: () => void };

const ResetPassword = ({ account, onClose, onTold }: StepProps & { onTold: (told: Told) => void }) => {
  const { attempt, dialog } = useConfirmed();
  const { run, pending, problem } = useCommand(resetPassword, { onDone: onTold });
  return (
    <ConfirmDialog
      title={t('account.resetPassword.title', { name: account.person.name })}
      confirm={t('account.resetPassword')}
      pending={pending}
      problem={shown(problem)}
      onConfirm={() => void attempt(() => run({ params: { accountId: account.id }, body: {} }))}
      onClose={onClose}
    >
      <p>{t('account.resetPassword.what')}</p>
      {dialog}
    </ConfirmDialog>
  );
};

const ResetTotp = ({ account, onClose }: StepProps) => {
  const { message } = App.useApp();
  const { attempt, dialog } = useConfirmed();
  const { run, pending, problem } = useCommand(resetTotp, {
    onDone: () => {
      void message.success(t('account.resetTotp.done'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('account.resetTotp.title', { name: account.person.name })}
      confirm={t('account.resetTotp')}
      danger
      pending={pending}
      problem={shown(problem)}
      onConfirm={() => void attempt(() => run({ params: { accountId: account.id }, body: {} }))}
      onClose={onClose}
    >
      <p>{t('account.resetTotp.what')}</p>
      {dialog}
    </ConfirmDialog>
  );
};

const Disable = ({ account, onClose }: StepProps) => {
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(disableAccount, {
    onDone: () => {
      void message.success(t('account.disable.done'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('account.disable.title', { name: account.person.name })}
      confirm={t('account.disable')}
      danger
      pending={pending}
      problem={problem}
      onConfirm={() => void run({ params: { accountId: account.id }, body: {} })}
      onClose={onClose}
    >
      <p>{t('account.disable.what')}</p>
    </ConfirmDialog>
  );
};

const Facts = ({ account }: { readonly account: AccountRow }) => (
  <dl className={styles.facts}>
    <dt>{t('account.username')}</dt>
    <dd>{account.username}</dd>
    <dt>{t('account.state')}</dt>
    <dd className={styles.marks}>
      <AccountMarks account={account} />
    </dd>
    <dt>{t('account.lastSignIn')}</dt>
    <dd>{account.lastSignInAt === null ? t('account.never') : moment(account.lastSignInAt)}</dd>
    <dt>{t('account.totp')}</dt>
    <dd>{t(account.enrolled ? 'account.totp.on' : 'account.totp.off')}</dd>
    <dt>{t('account.sessions')}</dt>
    <dd>{t('account.sessions.count', { count: account.sessions })}</dd>
  </dl>
);

type Asked = 'resetPassword' | 'resetTotp' | 'disable';

const Steps = ({ account, onAsk }: { account: AccountRow; onAsk: (asked: Asked) => void }) => {
  const { message } = App.useApp();
  const enable = useCommand(enableAccount, { onDone: () => void message.success(t('account.enable.done')) });
  const unlock = useCommand(unlockAccount, { onDone: () => void message.success(t('account.unlock.done')) });
  const end = useCommand(endSessionsOf, {
    onDone: ({ ended }) => void message.success(t('account.endSessions.done', { count: ended })),
  });
  const given = { params: { accountId: account.id }, body: {} };
  return (
    <>
      <ProblemAlert problem={enable.problem ?? unlock.problem ?? end.problem} />
      <div className={styles.steps}>
        {account.lockedUntil === null ? null : (
          <Button type="primary" loading={unlock.pending} onClick={() => void unlock.run(given)}>
            {t('account.unlock')}
          </Button>
        )}
        {account.state === 'disabled' ? (
          <Button type="primary" loading={enable.pending} onClick={() => void enable.run(given)}>
            {t('account.enable')}
          </Button>
        ) : null}
        <Button onClick={() => onAsk('resetPassword')}>{t('account.resetPassword')}</Button>
        {account.enrolled ? (
          <Button onClick={() => onAsk('resetTotp')}>{t('account.resetTotp')}</Button>
        ) : null}
        {account.sessions === 0 ? null : (
          <Button loading={end.pending} onClick={() => void end.run(given)}>
            {t('account.endSessions')}
          </Button>
        )}
        {account.state === 'active' ? (
          <Button danger onClick={() => onAsk('disable')}>
            {t('account.disable')}
          </Button>
        ) : null}
      </div>
    </>
  );
};

const Account = ({ account, onTold }: { account: AccountRow; onTold: (told: Told) => void }) => {
  const { person } = useSession();
  const [asked, onAsk] = useState<Asked | null>(null);
  const step: StepProps = { account, onClose: () => onAsk(null) };
  const told = (what: Told): void => {
    onAsk(null);
    onTold(what);
  };
  return (
    <>
      <Facts account={account} />
      {person.id === account.person.id ? (
        <p className={styles.quiet}>{t('account.own')}</p>
      ) : (
        <Steps account={account} onAsk={onAsk} />
      )}
      {asked === 'resetPassword' ? <ResetPassword {...step} onTold={told} /> : null}
      {asked === 'resetTotp' ? <ResetTotp {...step} /> : null}
      {asked === 'disable' ? <Disable {...step} /> : null}
    </>
  );
};

/** One person's account: made here, its password and second factor reset, locked, disabled, signed out. */
export const AccountPanel = ({ person }: { readonly person: PersonRow }) => {
  const { username, accountId } = person;
  const [told, tell] = useState<Told | null>(null);
  const query = useQuery({
    ...ask(accounts, { query: { q: username ?? '', limit: 200 } }),
    enabled: username !== null,
    select: ({ items }) => items.find(({ id }) => id === accountId) ?? null,
  });
  return (
    <section className={styles.stack} aria-label={t('account.section')}>
      <h2>{t('account.section')}</h2>
      {username === null ? (
        <MakeAccount person={person} onTold={tell} />
      ) : (
        <QueryState query={query} lines={4}>
          {(account) => (account === null ? null : <Account account={account} onTold={tell} />)}
        </QueryState>
      )}
      {told === null ? null : (
        <SecretOnce
          title={t('secret.password.title', { name: person.name })}
          lead={t('secret.password.lead')}
          beside={{ label: t('account.username'), value: told.username }}
          secret={told.temporaryPassword}
          onClose={() => tell(null)}
        />
      )}
    </section>
  );
};
