import { changeSessionRecord, sessionDesk, sessionRecord } from '#contract/session-records.ts';
import { pieceOf, proposeSplit } from '#contract/session-split.ts';
import { ask } from '#web/shared/ask.ts';
import { findAllowed } from '#web/shared/ui/action-button.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useConfirm } from '#web/shared/ui/use-confirm.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { PageLink, useGo } from '../shell/page-link.tsx';
import styles from './opinions.module.css';
import { t } from './opinion-texts.ts';
import type { Desk, SessionRecord } from './opinion-types.ts';
import { writeView } from './opinions-view.ts';
import { PieceList } from './piece-list.tsx';
import { type Content, useRecordDraft } from './use-record-draft.ts';

const recordsOf = (sessionId: number | null): string =>
  paths.sessionOpinions(writeView({ part: 'records', sessionId, filters: {} }));

const stateWords = {
  saved: 'opinions.record.saved',
  unsaved: 'opinions.record.unsaved',
  saving: 'opinions.record.saving',
  failed: 'opinions.record.notSaved',
} as const;

type Draft = ReturnType<typeof useRecordDraft>;

const Facts = ({ content, change }: Pick<Draft, 'content' | 'change'>) => {
  const id = useId();
  return (
    <div className={styles.pair}>
      <div className={styles.field}>
        <label htmlFor={`${id}-on`}>{t('opinions.heldOn')}</label>
        <input
          id={`${id}-on`}
          type="date"
          value={content.heldOn}
          onChange={({ target }) => (target.value === '' ? undefined : change({ heldOn: target.value }))}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-place`}>{t('opinions.place')}</label>
        <input
          id={`${id}-place`}
          maxLength={200}
          value={content.place}
          onChange={({ target }) => change({ place: target.value })}
        />
      </div>
    </div>
  );
};

const Notes = ({ content, change, desk }: Pick<Draft, 'content' | 'change'> & { readonly desk: Desk }) => {
  const id = useId();
  const sure = useConfirm();
  const cutUp = (): void => change({ pieces: proposeSplit(content.notes, desk) });
  const split = (): void => {
    if (content.pieces.length === 0) cutUp();
    else
      sure({
        title: t('opinions.record.splitAgain'),
        content: t('opinions.record.splitAgain.ask'),
        verb: t('opinions.record.splitAgain'),
        danger: true,
        onYes: cutUp,
      });
  };
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{t('opinions.record.notes')}</label>
        <small id={`${id}-help`}>{t('opinions.record.notes.help')}</small>
        <textarea
          id={id}
          rows={10}
          maxLength={100_000}
          aria-describedby={`${id}-help`}
          value={content.notes}
          onChange={({ target }) => change({ notes: target.value })}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="primary" disabled={content.notes.trim() === ''} onClick={split}>
          {t(content.pieces.length === 0 ? 'opinions.record.split' : 'opinions.record.splitAgain')}
        </Button>
      </div>
    </>
  );
};

type EditorProps = {
  readonly desk: Desk;
  readonly record: SessionRecord | null;
  readonly group: Desk['groups'][number] | undefined;
};

/** Hands the record in, or discards it, after what was typed last is kept. */
const Hand = ({
  draft,
  record,
  sessionId,
}: {
  draft: Draft;
  record: SessionRecord | null;
  sessionId: number | null;
}) => {
  const sure = useConfirm();
  const { message } = App.useApp();
  const go = useGo();
  const step = useCommand(changeSessionRecord);
  const kept = draft.content.pieces.filter(({ dropped, text }) => !dropped && text.trim() !== '').length;
  const move = async (type: 'submitRecord' | 'discardRecord'): Promise<void> => {
    const now = await draft.save();
    if (now === null) return;
    const outcome = await step.run({ params: { recordId: now.id }, version: now.version, body: { type } });
    if (!outcome.ok) return;
    if (type === 'submitRecord') void message.success(t('opinions.record.submitted', { count: kept }));
    go(recordsOf(sessionId));
  };
  const may = record === null || findAllowed(record.allowedActions, 'saveRecord') !== null;
  return (
    <>
      <ProblemAlert problem={draft.problem ?? step.problem} />
      <div className={styles.sticky}>
        {may ? (
          <>
            <Button
              type="primary"
              loading={step.pending}
              disabled={kept === 0}
              onClick={() =>
                sure({
                  title: t('opinions.record.submit.ask', { count: kept }),
                  verb: t('opinions.record.submit'),
                  onYes: () => move('submitRecord'),
                })
              }
            >
              {t('opinions.record.submit')}
            </Button>
            <Button onClick={() => void draft.save()}>{t('opinions.record.saveNow')}</Button>
            <Button
              danger
              onClick={() =>
                sure({
                  title: t('opinions.record.discard.ask'),
                  verb: t('opinions.record.discard'),
                  danger: true,
                  onYes: () => move('discardRecord'),
                })
              }
            >
              {t('opinions.record.discard')}
            </Button>
          </>
        ) : null}
        <span role="status">{t(stateWords[draft.state])}</span>
      </div>
    </>
  );
};

const Editor = ({ desk, record, group }: EditorProps) => {
  const first: Content = {
    heldOn: record?.heldOn ?? desk.today,
    place: record?.place ?? '',
    notes: record?.notes ?? '',
    pieces: record?.pieces ?? [],
  };
  const draft = useRecordDraft(first, record, group?.id ?? null);
  const { content, change } = draft;
  const kept = content.pieces.filter(({ dropped }) => !dropped).length;
  return (
    <div className={styles.stack}>
      <Facts content={content} change={change} />
      <Notes content={content} change={change} desk={desk} />
      <h2>{t('opinions.record.pieces', { count: kept })}</h2>
      {content.pieces.length === 0 ? null : <p className={styles.meta}>{t('opinions.record.pieces.help')}</p>}
      <PieceList pieces={content.pieces} desk={desk} onChange={(pieces) => change({ pieces: [...pieces] })} />
      <div className={styles.buttons}>
        <Button onClick={() => change({ pieces: [...content.pieces, pieceOf('', '', desk)] })}>
          {t('opinions.record.add')}
        </Button>
      </div>
      <Hand draft={draft} record={record} sessionId={record?.sessionId ?? group?.sessionId ?? null} />
    </div>
  );
};

const NewRecord = ({ desk }: { readonly desk: Desk }) => {
  const id = useId();
  const [chosen, setChosen] = useState(desk.groups[0]?.id);
  const group = desk.groups.find((one) => one.id === chosen);
  if (group === undefined) return <AbsentPage />;
  return (
    <div className={styles.stack}>
      <div className={styles.field}>
        <label htmlFor={id}>{t('opinions.group')}</label>
        <select id={id} value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
          {desk.groups.map((one) => (
            <option key={one.id} value={one.id}>
              {one.sessionName} {one.name}
            </option>
          ))}
        </select>
      </div>
      <Editor key={group.id} desk={desk} record={null} group={group} />
    </div>
  );
};

const ReadRecord = ({ record }: { readonly record: SessionRecord }) => (
  <div className={styles.stack}>
    <div className={styles.line}>
      <span className={styles.state}>{t(`opinions.recordState.${record.state}`)}</span>
      <span>{record.heldOn}</span>
      {record.place === '' ? null : <span>{record.place}</span>}
      <span>{t('opinions.record.by', { name: record.writtenBy })}</span>
    </div>
    <p>
      <PageLink
        href={paths.sessionOpinions(
          writeView({ part: 'all', sessionId: record.sessionId, filters: { recordId: String(record.id) } }),
        )}
      >
        {t('opinions.record.count', { count: record.opinions, forwarded: record.forwarded })}
      </PageLink>
    </p>
    <h2>{t('opinions.record.notes')}</h2>
    <p className={styles.text} lang="zh-CN">
      {record.notes}
    </p>
  </div>
);

const KnownRecord = ({ recordId, desk }: { readonly recordId: number; readonly desk: Desk }) => {
  // What is being typed is not to be replaced by what comes back while it is kept.
  const query = useQuery({ ...ask(sessionRecord, { params: { recordId } }), staleTime: Infinity, gcTime: 0 });
  return (
    <QueryState query={query} lines={8}>
      {(record) =>
        findAllowed(record.allowedActions, 'saveRecord') === null ? (
          <ReadRecord record={record} />
        ) : (
          <Editor desk={desk} record={record} group={desk.groups.find(({ id }) => id === record.group.id)} />
        )
      }
    </QueryState>
  );
};

/** 分组讨论记录: one group's notes, from the first word to the submission; made for the phone. */
export const SessionRecordPage = () => {
  const { recordId = '' } = useParams({ strict: false }) as { recordId?: string };
  const desk = useQuery(ask(sessionDesk));
  const id = /^[1-9]\d{0,14}$/.test(recordId) ? Number(recordId) : null;
  if (id === null && recordId !== 'new') return <AbsentPage />;
  return (
    <>
      <PageHead
        title={t('opinions.record.title')}
        crumb={<PageLink href={recordsOf(null)}>{t('opinions.record.back')}</PageLink>}
      />
      <QueryState query={desk} lines={8}>
        {(found) => (id === null ? <NewRecord desk={found} /> : <KnownRecord recordId={id} desk={found} />)}
      </QueryState>
    </>
  );
};
