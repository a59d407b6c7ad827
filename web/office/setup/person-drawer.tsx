import { listPeople } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { AccountPanel } from './account-panel.tsx';
import { grantText } from './grant-text.ts';
import { Mark } from './mark.tsx';
import { ChangePersonDialog, LeaveDialog } from './person-dialogs.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { PersonRow } from './setup-types.ts';

/** The list finds people by name only, so a person is remembered with it. */
export type Subject = { readonly id: number; readonly name: string };

const Facts = ({ person }: { readonly person: PersonRow }) => (
  <dl className={styles.facts}>
    <dt>{t('people.column.post')}</dt>
    <dd>{person.post === '' ? '—' : person.post}</dd>
    {person.group === '' ? null : (
      <>
        <dt>{t('people.column.group')}</dt>
        <dd>{person.group}</dd>
      </>
    )}
    <dt>{t('people.column.phone')}</dt>
    <dd>{person.phone ?? '—'}</dd>
    <dt>{t('people.column.roles')}</dt>
    <dd>
      {person.grants.length === 0 ? (
        t('people.noRole')
      ) : (
        <ul>
          {person.grants.map((grant) => (
            <li key={grantText(grant)}>{grantText(grant)}</li>
          ))}
        </ul>
      )}
    </dd>
  </dl>
);

type BodyProps = { readonly person: PersonRow; readonly onRenamed: (name: string) => void };

const Body = ({ person, onRenamed }: BodyProps) => {
  const [doing, start] = useState<'edit' | 'leave' | null>(null);
  const stop = (): void => start(null);
  return (
    <div className={styles.drawer}>
      {person.state === 'closed' ? <Mark tone="off">{t('people.left')}</Mark> : null}
      <Facts person={person} />
      {person.state === 'active' ? (
        <div className={styles.steps}>
          <Button onClick={() => start('edit')}>{t('person.edit')}</Button>
          <Button danger onClick={() => start('leave')}>
            {t('person.leave')}
          </Button>
        </div>
      ) : null}
      <hr className={styles.split} />
      {person.state === 'active' || person.username !== null ? <AccountPanel person={person} /> : null}
      {doing === 'edit' ? (
        <ChangePersonDialog
          person={person}
          onDone={(name) => {
            stop();
            onRenamed(name);
          }}
          onClose={stop}
        />
      ) : null}
      {doing === 'leave' ? <LeaveDialog person={person} onClose={stop} /> : null}
    </div>
  );
};

type PersonDrawerProps = {
  readonly subject: Subject;
  readonly onRenamed: (name: string) => void;
  readonly onClose: () => void;
};

/** One person beside the list: who it is, the roles, the account. */
export const PersonDrawer = ({ subject, onRenamed, onClose }: PersonDrawerProps) => {
  const query = useQuery({
    ...ask(listPeople, { query: { q: subject.name } }),
    select: ({ items }) => items.find(({ id }) => id === subject.id) ?? null,
    placeholderData: (before) => before,
  });
  return (
    <Drawer open onClose={onClose} size={560} title={subject.name} className={styles.drawerFrame ?? ''}>
      <QueryState query={query}>
        {(person) =>
          person === null ? (
            <p role="alert">{t('person.gone')}</p>
          ) : (
            <Body person={person} onRenamed={onRenamed} />
          )
        }
      </QueryState>
    </Drawer>
  );
};
