import type { ResponseOf } from '#contract/endpoint.ts';
import { importTemplate, startImport } from '#contract/import.ts';
import { type reference, uploadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Radio, Select, Spin } from 'antd';
import { useId, useState } from 'react';
import { useGo } from '../shell/page-link.tsx';
import { type Session, useSession } from '../shell/session.ts';
import { FileDrop } from './file-drop.tsx';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { CatalogueOptions, ImportKind } from './import-types.ts';

type Reference = ResponseOf<typeof reference>;

const accepts = {
  catalogue: '.xlsx,.xls,.csv,.docx',
  units: '.xlsx,.xls,.csv',
  people: '.xlsx,.xls,.csv',
} as const;

/** Sessions into which this person may import, newest first; an organ's office: those of its organ. */
const sessionsFor = (session: Session, { sessions }: Reference): Reference['sessions'] => {
  const everywhere = session.roles.some(({ role }) => role === 'supervisor');
  const own = session.roles.flatMap(({ organ }) => (organ === null ? [] : [organ.id]));
  return sessions
    .filter(({ organId }) => everywhere || own.includes(organId))
    .toSorted((a, b) => b.year - a.year || b.number - a.number);
};

/** An organ's office mostly imports its newest session; the supervisor's file may be of either organ. */
const firstSession = (session: Session, sessions: Reference['sessions']): number | null =>
  session.roles.some(({ role }) => role === 'supervisor') ? null : (sessions[0]?.id ?? null);

type SessionFieldProps = {
  readonly value: number | null | undefined;
  readonly onChange: (id: number | null) => void;
};

const SessionField = ({ value, onChange }: SessionFieldProps) => {
  const id = useId();
  const session = useSession();
  const { data } = useReference();
  if (data === undefined) return null;
  const sessions = sessionsFor(session, data);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('importPage.session')}</label>
      <Select
        id={id}
        virtual={false}
        value={value === undefined ? (firstSession(session, sessions) ?? 0) : (value ?? 0)}
        onChange={(chosen: number) => onChange(chosen === 0 ? null : chosen)}
        options={[
          { value: 0, label: t('importPage.session.auto') },
          ...sessions.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <small>{t('importPage.session.hint')}</small>
    </div>
  );
};

/** Uploads, then has it read and compared; what is pressed twice goes once. */
const useStart = (kind: ImportKind, options: Pick<CatalogueOptions, 'sessionId' | 'assign' | 'history'>) => {
  const place = useImportPlace();
  const go = useGo();
  const start = useCommand(startImport, {
    refreshes: ['imports'],
    onDone: ({ id }) => go(runPath(place, id)),
  });
  const upload = useCommand(uploadFile, {
    refreshes: [],
    onDone: ({ id }) => void start.run({ body: { kind, fileId: id, options } }),
  });
  return {
    begin: (file: File) => void upload.run({ query: { purpose: kind }, file }),
    uploading: upload.pending,
    reading: start.pending,
    problem: upload.problem ?? start.problem,
    forget: () => {
      upload.forget();
      start.forget();
    },
  };
};

const Ways = () => (
  <ol className={styles.ways} aria-label={t('importPage.ways')}>
    {([1, 2, 3, 4] as const).map((way) => (
      <li key={way}>
        <span aria-hidden="true">{way}</span>
        {t(`importPage.way.${way}`)}
      </li>
    ))}
  </ol>
);

type StartPanelProps = {
  readonly kind: ImportKind;
  readonly kinds: readonly ImportKind[];
  readonly onKind: (kind: ImportKind) => void;
};

/** Where an import begins: the file, and for a catalogue the session of rows that name none. */
export const StartPanel = ({ kind, kinds, onKind }: StartPanelProps) => {
  const id = useId();
  const session = useSession();
  const words = useReference().data;
  const [file, setFile] = useState<File | null>(null);
  const [chosen, choose] = useState<number | null | undefined>(undefined);
  const [assign, setAssign] = useState(true);
  const [history, setHistory] = useState(false);
  const [tried, setTried] = useState(false);
  const first = words === undefined ? null : firstSession(session, sessionsFor(session, words));
  const { begin, uploading, reading, problem, forget } = useStart(kind, {
    sessionId: chosen === undefined ? first : chosen,
    // A list of an earlier year gives its units their duties by itself.
    assign: assign && !history,
    history,
  });
  const busy = uploading || reading;
  const catalogue = kind === 'catalogue';
  return (
    <Panel
      {...(catalogue ? {} : { title: t(`importPage.title.${kind}`), note: t('importPage.lead.directory') })}
    >
      <div className={styles.start}>
        {kinds.length < 2 ? null : (
          <div className={styles.row}>
            <Radio.Group
              aria-label={t('importPage.kind')}
              value={kind}
              disabled={busy}
              onChange={({ target }) => onKind(target.value as ImportKind)}
              options={kinds.map((value) => ({ value, label: t(`importPage.kind.${value}`) }))}
            />
            <Button icon={<DownloadOutlined aria-hidden />} href={addressOf(importTemplate, { kind })}>
              {t('importPage.template')}
            </Button>
          </div>
        )}
        {catalogue ? <Ways /> : null}
        <FileDrop
          file={file}
          accept={accepts[kind]}
          formats={t(catalogue ? 'importPage.formats.catalogue' : 'importPage.formats.directory')}
          problem={tried && file === null ? t('importPage.file.needed') : null}
          disabled={busy}
          onFile={(given) => {
            forget();
            setFile(given);
          }}
        />
        {catalogue ? (
          <div className={styles.pair}>
            <SessionField value={chosen} onChange={choose} />
            <fieldset className={styles.plain}>
              <legend>{t('importPage.history')}</legend>
              <Radio.Group
                aria-label={t('importPage.history')}
                aria-describedby={`${id}-history`}
                value={history}
                onChange={({ target }) => setHistory(target.value === true)}
                className={styles.choices}
              >
                <Radio value={false}>{t('importPage.history.no')}</Radio>
                <Radio value>{t('importPage.history.yes')}</Radio>
              </Radio.Group>
              <small id={`${id}-history`}>{t('importPage.history.hint')}</small>
            </fieldset>
            <fieldset className={styles.plain} disabled={history}>
              <legend>{t('importPage.assign')}</legend>
              <Radio.Group
                aria-label={t('importPage.assign')}
                value={assign}
                disabled={history}
                onChange={({ target }) => setAssign(target.value === true)}
                className={styles.choices}
              >
                <Radio value>{t('importPage.assign.yes')}</Radio>
                <Radio value={false}>{t('importPage.assign.no')}</Radio>
              </Radio.Group>
            </fieldset>
          </div>
        ) : null}
        <ProblemAlert problem={problem} onClose={forget} />
        <div className={styles.row}>
          <Button
            type="primary"
            size="large"
            loading={busy}
            onClick={() => {
              setTried(true);
              if (file !== null) begin(file);
            }}
          >
            {t('importPage.start')}
          </Button>
          <span role="status" className={styles.quiet}>
            {busy ? <Spin size="small" /> : null}{' '}
            {uploading
              ? t('importPage.uploading')
              : reading
                ? t('importPage.reading')
                : t('importPage.start.note')}
          </span>
        </div>
      </div>
    </Panel>
  );
};
