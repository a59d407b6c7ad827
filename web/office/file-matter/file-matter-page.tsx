import type { BodyGiven, ResponseOf } from '#contract/endpoint.ts';
import { fileMatter } from '#contract/matter.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { matterMessages } from '#contract/messages/matter.ts';
import type { reference } from '#contract/see.ts';
import { texts } from '#web/shared/language.ts';
import { markProblem } from '#web/shared/ui/form-problem.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import { sessionsFor } from '../shell/sessions-for.ts';
import styles from './file-matter.module.css';
import { t } from './file-matter-texts.ts';
import { type Filing, keepDraft, nextOf, readDraft } from './filing-draft.ts';
import { ClassingFields } from '../matter/classing-fields.tsx';
import { PointsField } from './points-field.tsx';
import { ProposerField } from './proposer-field.tsx';

const m = texts(matterMessages);
const c = texts(commonMessages);

type Reference = ResponseOf<typeof reference>;

const consents = ['full', 'titleOnly', 'no', 'unasked'] as const;

const emptyFiling = (sessions: Reference['sessions'], today: string): Filing => ({
  sessionId: sessions[0]?.id ?? null,
  inSession: false,
  caseNo: '',
  filedOn: today,
  title: '',
  category: '',
  publicConsent: 'unasked',
  level: 'city',
  proposerType: 'individual',
  priority: false,
  proposers: [],
  body: '',
  points: [],
});

/** The form requires a session, so that one is there when this is called. */
const bodyOf = (filing: Filing, sessionId: number): BodyGiven<typeof fileMatter> => ({
  sessionId,
  inSession: filing.inSession,
  caseNo: filing.caseNo.trim(),
  title: filing.title.trim(),
  body: filing.body.trim(),
  category: filing.category.trim() === '' ? null : filing.category.trim(),
  publicConsent: filing.publicConsent,
  level: filing.level,
  proposerType: filing.proposerType,
  priority: filing.priority,
  filedOn: filing.filedOn,
  proposerIds: filing.proposers.map(({ id }) => id),
  points: filing.points.map(({ text }) => text.trim()).filter((text) => text !== ''),
});

const needed = (message: string) => [{ required: true, whitespace: true, message }];

const KindNote = ({ words }: { readonly words: Reference }) => {
  const sessionId: unknown = Form.useWatch('sessionId');
  const organId = words.sessions.find(({ id }) => id === sessionId)?.organId;
  const organ = words.organs.find(({ id }) => id === organId);
  if (organ === undefined) return null;
  return t('fileMatter.kindIs', {
    kind: c(organ.kind === 'congress' ? 'kind.suggestion' : 'kind.proposal'),
  });
};

const Which = ({
  words,
  sessions,
}: {
  readonly words: Reference;
  readonly sessions: Reference['sessions'];
}) => (
  <Panel title={t('fileMatter.which')}>
    <div className={styles.pair}>
      <Form.Item
        name="sessionId"
        label={t('fileMatter.session')}
        extra={<KindNote words={words} />}
        rules={[{ required: true, message: t('fileMatter.choose') }]}
      >
        <Select
          virtual={false}
          options={sessions.map((session) => ({ value: session.id, label: session.name }))}
        />
      </Form.Item>
      <Form.Item name="inSession" label={t('fileMatter.inSession')}>
        <Radio.Group
          options={[
            { value: true, label: t('fileMatter.inSession.in') },
            { value: false, label: t('fileMatter.inSession.off') },
          ]}
        />
      </Form.Item>
      <Form.Item name="caseNo" label={t('fileMatter.caseNo')} rules={needed(t('fileMatter.needed'))}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="filedOn" label={t('fileMatter.filedOn')} rules={needed(t('fileMatter.needed'))}>
        <Input type="date" max={words.jurisdiction.today} />
      </Form.Item>
    </div>
  </Panel>
);

/** Said by a validator, for a list is no control that could be marked as required. */
const someone = {
  validator: (_: unknown, value: unknown) =>
    Array.isArray(value) && value.length > 0
      ? Promise.resolve()
      : Promise.reject(new Error(t('fileMatter.proposers.needed'))),
};

const Who = () => (
  <Panel title={t('fileMatter.who')}>
    <Form.Item
      name="proposers"
      label={t('fileMatter.proposers')}
      extra={t('fileMatter.proposers.hint')}
      rules={[someone]}
    >
      <ProposerField />
    </Form.Item>
    <ClassingFields />
    <Form.Item
      name="publicConsent"
      label={t('fileMatter.consent')}
      extra={t('fileMatter.consent.hint')}
      className={styles.short ?? ''}
    >
      <Select
        virtual={false}
        options={consents.map((value) => ({ value, label: m(`matter.consent.${value}`) }))}
      />
    </Form.Item>
  </Panel>
);

const What = () => (
  <Panel title={t('fileMatter.what')}>
    <Form.Item name="title" label={t('fileMatter.titleField')} rules={needed(t('fileMatter.needed'))}>
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} showCount />
    </Form.Item>
    <Form.Item
      name="category"
      label={t('fileMatter.category')}
      extra={t('fileMatter.category.hint')}
      className={styles.short ?? ''}
    >
      <Input maxLength={100} />
    </Form.Item>
    <Form.Item name="body" label={t('fileMatter.body')}>
      <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={50_000} />
    </Form.Item>
    <fieldset className={styles.plain}>
      <legend>{t('fileMatter.points')}</legend>
      <p className={styles.quiet}>{t('fileMatter.points.hint')}</p>
      <Form.Item name="points" noStyle>
        <PointsField />
      </Form.Item>
    </fieldset>
  </Panel>
);

type Then = 'open' | 'next';

const FilingForm = ({ words }: { readonly words: Reference }) => {
  const session = useSession();
  const go = useGo();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filing>();
  const sessions = sessionsFor(session, words);
  const [draft] = useState(readDraft);
  const [resumed, setResumed] = useState(draft !== null);
  const empty = emptyFiling(sessions, words.jurisdiction.today);
  const then = useRef<Then>('open');
  const filed = useRef(empty);
  const command = useCommand(fileMatter, {
    onDone: ({ matterId }) => {
      keepDraft(null);
      void message.success(t('fileMatter.done', { caseNo: filed.current.caseNo.trim() }));
      if (then.current === 'open') return go(paths.matter(matterId));
      form.setFieldsValue(nextOf(filed.current));
      setResumed(false);
      form.getFieldInstance('caseNo')?.focus?.();
    },
    onRefused: (problem) => void markProblem(form, problem),
  });
  const submit = (filing: Filing): void => {
    if (filing.sessionId === null) return;
    filed.current = filing;
    void command.run({ body: bodyOf(filing, filing.sessionId) });
  };
  const press = (next: Then): void => {
    then.current = next;
    form.submit();
  };
  const startAfresh = (): void => {
    keepDraft(null);
    form.setFieldsValue(empty);
    setResumed(false);
  };
  return (
    <Form<Filing>
      form={form}
      layout="vertical"
      initialValues={{ ...empty, ...draft }}
      onValuesChange={(_, values) => keepDraft(values)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
      className={styles.form}
    >
      {resumed ? (
        <p className={styles.resumed} role="status">
          {t('fileMatter.draft')}
          <Button size="small" onClick={startAfresh}>
            {t('fileMatter.draft.drop')}
          </Button>
        </p>
      ) : null}
      <Which words={words} sessions={sessions} />
      <Who />
      <What />
      <ProblemAlert problem={command.problem} onClose={command.forget} />
      <div className={styles.foot}>
        <Button type="primary" size="large" loading={command.pending} onClick={() => press('open')}>
          {t('fileMatter.submit')}
        </Button>
        <Button size="large" disabled={command.pending} onClick={() => press('next')}>
          {t('fileMatter.submitNext')}
        </Button>
      </div>
    </Form>
  );
};

/** 手工登记: one matter as it was handed in, entered by hand. */
export const FileMatterPage = () => {
  const query = useReference();
  return (
    <>
      <PageHead
        title={t('fileMatter.title')}
        note={t('fileMatter.lead')}
        crumb={<PageLink href={paths.import()}>{t('fileMatter.back')}</PageLink>}
      />
      <QueryState query={query} lines={12}>
        {(words) => <FilingForm words={words} />}
      </QueryState>
    </>
  );
};
