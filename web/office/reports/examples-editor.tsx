import { reportMatters } from '#contract/report.ts';
import { ask } from '#web/shared/ask.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { type Examples, type Report, t } from './report-texts.ts';
import styles from './reports.module.css';

const Found = ({
  reportId,
  q,
  onChoose,
}: {
  reportId: number;
  q: string;
  onChoose: (id: number) => void;
}) => {
  const query = useQuery(ask(reportMatters, { params: { reportId }, query: { q } }));
  return (
    <QueryState query={query} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('report.examples.none')}</p>
        ) : (
          <ul className={styles.list}>
            {items.map(({ matterId, caseNo, title, units }) => (
              <li key={matterId}>
                <span>
                  {caseNo} {title} <small>{units.join('、')}</small>
                </span>
                <Button
                  size="small"
                  aria-label={`${t('report.examples.choose')} ${caseNo}`}
                  onClick={() => onChoose(matterId)}
                >
                  {t('report.examples.choose')}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
};

const Find = ({
  reportId,
  onChoose,
  onClose,
}: {
  reportId: number;
  onChoose: (id: number) => void;
  onClose: () => void;
}) => {
  const id = useId();
  const [words, setWords] = useState('');
  return (
    <Dialog title={t('report.examples.add')} footer={null} onCancel={onClose}>
      <div className={styles.stack}>
        <div className={styles.field}>
          <label htmlFor={id}>{t('report.examples.find')}</label>
          <input id={id} value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
        </div>
        {words.trim() === '' ? null : <Found reportId={reportId} q={words.trim()} onChoose={onChoose} />}
      </div>
    </Dialog>
  );
};

type ExamplesEditorProps = {
  readonly report: Report;
  readonly block: Examples;
  readonly onChange: (items: Examples['items']) => void;
};

/** Matters as examples: which ones, and what was done, is for people to say. */
export const ExamplesEditor = ({ report, block, onChange }: ExamplesEditorProps) => {
  const [finding, setFinding] = useState(false);
  const choose = (matterId: number): void => {
    setFinding(false);
    if (block.items.every((one) => one.matterId !== matterId))
      onChange([...block.items, { matterId, done: '' }]);
  };
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{block.hint}</p>
      {block.items.map((item) => {
        const matter = report.values.examples[String(item.matterId)];
        const caseNo = matter?.caseNo ?? String(item.matterId);
        return (
          <div key={item.matterId} className={styles.field}>
            <span>
              <PageLink href={paths.matter(item.matterId)}>
                {caseNo} {matter?.title ?? ''}
              </PageLink>{' '}
              <small>{matter?.units.join('、')}</small>
            </span>
            <textarea
              aria-label={t('report.examples.done', { caseNo })}
              rows={3}
              maxLength={5_000}
              value={item.done}
              onChange={({ target }) =>
                onChange(
                  block.items.map((one) =>
                    one.matterId === item.matterId ? { ...one, done: target.value } : one,
                  ),
                )
              }
            />
            <div className={styles.buttons}>
              <Button
                size="small"
                onClick={() => onChange(block.items.filter((one) => one.matterId !== item.matterId))}
              >
                {t('report.examples.remove', { caseNo })}
              </Button>
            </div>
          </div>
        );
      })}
      <div className={styles.buttons}>
        <Button onClick={() => setFinding(true)}>{t('report.examples.add')}</Button>
      </div>
      {finding ? <Find reportId={report.id} onChoose={choose} onClose={() => setFinding(false)} /> : null}
    </div>
  );
};
