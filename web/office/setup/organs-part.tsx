import { setupOverview } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { OrganDialog, SessionDialog, TermDialog } from './organ-dialogs.tsx';
import styles from './setup.module.css';
import { nameText, sessionText, t, termText } from './setup-texts.ts';
import type { Organ, Term } from './setup-types.ts';

type SessionRow = Term['sessions'][number];
type Adding =
  | { readonly kind: 'organ' }
  | { readonly kind: 'term'; readonly organ: Organ }
  | { readonly kind: 'session'; readonly organ: Organ; readonly term: Term };

const Sessions = ({ term, caption }: { readonly term: Term; readonly caption: string }) =>
  term.sessions.length === 0 ? (
    <p className={styles.quiet}>{t('setup.session.none')}</p>
  ) : (
    <div className={styles.sheet}>
      <DataTable<SessionRow>
        caption={caption}
        rows={term.sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('setup.session.number'),
            names: true,
            tight: true,
            render: ({ number }) => sessionText(number),
          },
          { key: 'year', title: t('setup.session.year'), tight: true, render: ({ year }) => year },
          {
            key: 'days',
            title: t('setup.session.days'),
            render: ({ opensOn, closesOn }) => t('setup.term.span', { from: opensOn, to: closesOn }),
          },
          {
            key: 'matters',
            title: t('setup.session.matters'),
            end: true,
            render: ({ matters }) => count(matters),
          },
        ]}
      />
    </div>
  );

const TermBlock = ({ term, organ, onAdd }: { term: Term; organ: Organ; onAdd: () => void }) => {
  const name = termText(term.number);
  return (
    <section className={styles.term} aria-label={`${nameText(organ)} ${name}`}>
      <div className={styles.row}>
        <h3>
          {name}{' '}
          <small>
            {t('setup.term.span', { from: term.startsOn, to: term.endsOn ?? t('setup.term.open') })}
          </small>
        </h3>
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('setup.session.addTo', { term: `${nameText(organ)} ${name}` })}
          onClick={onAdd}
        >
          {t('setup.session.add')}
        </Button>
      </div>
      <Sessions term={term} caption={`${nameText(organ)} ${name}`} />
    </section>
  );
};

const AddDialog = ({ adding, onClose }: { readonly adding: Adding; readonly onClose: () => void }) => {
  switch (adding.kind) {
    case 'organ':
      return <OrganDialog onClose={onClose} />;
    case 'term':
      return <TermDialog organ={adding.organ} onClose={onClose} />;
    case 'session':
      return <SessionDialog organ={adding.organ} term={adding.term} onClose={onClose} />;
    default:
      return adding satisfies never;
  }
};

/** 机构与届次: the organs, their terms, the sessions of each, newest first. */
export const OrgansPart = () => {
  const query = useQuery(ask(setupOverview));
  const [adding, add] = useState<Adding | null>(null);
  return (
    <>
      <div className={styles.bar}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: 'organ' })}>
          {t('setup.organ.add')}
        </Button>
      </div>
      <QueryState query={query} lines={10}>
        {({ organs }) =>
          organs.length === 0 ? (
            <Panel>
              <EmptyState title={t('setup.organ.none')} detail={t('setup.organ.none.detail')} />
            </Panel>
          ) : (
            organs.map((organ) => (
              <Panel
                key={organ.id}
                title={nameText(organ)}
                note={t('setup.organ.officeIs', { name: organ.officeName })}
                actions={
                  <Button
                    icon={<PlusOutlined aria-hidden />}
                    aria-label={t('setup.term.addTo', { organ: nameText(organ) })}
                    onClick={() => add({ kind: 'term', organ })}
                  >
                    {t('setup.term.add')}
                  </Button>
                }
              >
                {organ.terms.length === 0 ? (
                  <p className={styles.quiet}>{t('setup.term.none')}</p>
                ) : (
                  organ.terms.map((term) => (
                    <TermBlock
                      key={term.id}
                      term={term}
                      organ={organ}
                      onAdd={() => add({ kind: 'session', organ, term })}
                    />
                  ))
                )}
              </Panel>
            ))
          )
        }
      </QueryState>
      {adding === null ? null : <AddDialog adding={adding} onClose={() => add(null)} />}
    </>
  );
};
