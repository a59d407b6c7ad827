import { replyMessages } from '#contract/messages/reply.ts';
import { replyVersions } from '#contract/reply.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { useNarrow } from '#web/shared/use-appearance.ts';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../matter/use-words.ts';
import styles from './compare.module.css';
import { DiffView } from './diff-view.tsx';
import { fieldsOf } from './reply-fields.ts';
import { worthComparing } from './worth-comparing.ts';

const t = texts(replyMessages);

type Version = ResponseOf<typeof replyVersions>['versions'][number];

const labelOf = (version: Version): string =>
  t('reply.version.label', {
    n: version.n,
    occasion: t(`reply.occasion.${version.occasion}`),
    by: version.by,
    at: moment(version.at),
  });

const Comparison = ({
  before,
  after,
  sides,
  all,
}: {
  before: Version;
  after: Version;
  sides: boolean;
  all: boolean;
}) => {
  const words = useWords();
  const earlier = new Map(fieldsOf(before.content, words).map((field) => [field.key, field.text]));
  const fields = fieldsOf(after.content, words);
  const changed = fields.filter((field) => (earlier.get(field.key) ?? '') !== field.text);
  const shown = all ? fields : changed;
  return (
    <>
      <p role="status" className={styles.sum}>
        {changed.length === 0
          ? t('reply.compare.same')
          : t('reply.compare.changed', { count: changed.length })}
      </p>
      <dl className={styles.fields}>
        {shown.map((field) => (
          <div key={field.key} data-changed={changed.includes(field)}>
            <dt>{field.label}</dt>
            <dd>
              <DiffView before={earlier.get(field.key) ?? ''} after={field.text} sides={sides} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

const Compare = ({ versions }: { readonly versions: readonly Version[] }) => {
  const narrow = useNarrow();
  const ids = { before: useId(), after: useId(), all: useId() };
  const [newest] = versions;
  const [afterNo, setAfterNo] = useState(newest?.n ?? 0);
  const [beforeNo, setBeforeNo] = useState(worthComparing(versions)?.n ?? 0);
  const [view, setView] = useState<'sides' | 'inline'>('sides');
  const [all, setAll] = useState(false);
  const find = (n: number): Version | undefined => versions.find((one) => one.n === n);
  const [before, after] = [find(beforeNo), find(afterNo)];
  const options = versions.map((version) => ({ value: version.n, label: labelOf(version) }));
  if (before === undefined || after === undefined) return <p>{t('reply.version.none')}</p>;
  return (
    <div className={styles.compare}>
      <div className={styles.choose}>
        <label htmlFor={ids.before}>{t('reply.compare.before')}</label>
        <Select id={ids.before} virtual={false} value={beforeNo} onChange={setBeforeNo} options={options} />
        <label htmlFor={ids.after}>{t('reply.compare.after')}</label>
        <Select id={ids.after} virtual={false} value={afterNo} onChange={setAfterNo} options={options} />
      </div>
      <div className={styles.how}>
        {narrow ? null : (
          <Segmented
            aria-label={t('reply.compare.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'sides', label: t('reply.compare.sides') },
              { value: 'inline', label: t('reply.compare.inline') },
            ]}
          />
        )}
        <span>
          <Switch id={ids.all} checked={all} onChange={setAll} />{' '}
          <label htmlFor={ids.all}>{t('reply.compare.all')}</label>
        </span>
      </div>
      <Comparison before={before} after={after} sides={view === 'sides' && !narrow} all={all} />
    </div>
  );
};

/** 版本对比: any two versions of the draft, field by field. */
export const VersionsDialog = ({
  replyId,
  onClose,
}: {
  readonly replyId: number;
  readonly onClose: () => void;
}) => {
  const query = useQuery(ask(replyVersions, { params: { replyId } }));
  return (
    <Dialog title={t('reply.versions')} width={1_040} footer={null} onCancel={onClose}>
      <QueryState query={query}>{({ versions }) => <Compare versions={versions} />}</QueryState>
    </Dialog>
  );
};
