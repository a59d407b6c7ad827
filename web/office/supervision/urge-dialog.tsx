/** 发催办单: what is chosen or late, at which colour, in which words; what came of each is shown. */
import { proposeUrges, urgeInBulk } from '#contract/urges.ts';
import { call } from '#web/shared/api.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { pick } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { BulkOutcome, type Outcome } from '../matter/bulk-outcome.tsx';
import { LevelMark } from './marks.tsx';
import styles from './supervision.module.css';
import { c, t } from './supervision-texts.ts';
import type { Level, Proposal, Proposals } from './supervision-types.ts';

/** Duties that were chosen, or whatever is late today. */
export type UrgeTarget =
  | { readonly assignmentIds: readonly number[] }
  | { readonly overdue: { readonly unitId?: number; readonly organId?: number } };

type UrgeDialogProps = {
  readonly target: UrgeTarget;
  /** At least one slip was issued, and the outcome has been read. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const places = '{unit} {role} {caseNo} {kind} {title} {duty} {due} {days}';

const Row = ({
  item,
  on,
  onToggle,
}: {
  readonly item: Proposal;
  readonly on: boolean;
  readonly onToggle: () => void;
}) => (
  <li>
    <label>
      <input type="checkbox" checked={on} disabled={item.refusal !== null} onChange={onToggle} />
      <span>
        {item.unit.name} · {item.matter.caseNo} {item.matter.title}
        <br />
        <small>
          {item.refusal === null
            ? item.slips === 0
              ? null
              : t('supervision.urge.before', { count: item.slips })
            : item.refusal.detail}
        </small>
      </span>
      <span className={styles.line}>
        <DueLight state={item.dueState} workdaysLeft={item.workdaysLeft} on={item.dueOn} />
        <LevelMark level={item.level} />
      </span>
    </label>
  </li>
);

/** Everything that can be urged is chosen first; where something is late, only that. */
const firstChosen = (items: readonly Proposal[]): readonly number[] => {
  const open = items.filter(({ refusal }) => refusal === null);
  const late = open.filter(({ dueState }) => dueState === 'overdue');
  return (late.length > 0 ? late : open).map(({ assignmentId }) => assignmentId);
};

type FormProps = Omit<UrgeDialogProps, 'target' | 'onDone'> & {
  readonly found: Proposals;
  readonly onIssued: (outcome: Outcome) => void;
};

const UrgeForm = ({ found, onCancel, onIssued }: FormProps) => {
  const ids = { level: useId(), reason: useId(), text: useId() };
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(firstChosen(found.items)));
  const [level, setLevel] = useState<Level | ''>('');
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const { run, pending, problem } = useCommand(urgeInBulk, { onDone: onIssued });
  const open = found.items.filter(({ refusal }) => refusal === null);
  const all = open.length > 0 && open.every(({ assignmentId }) => chosen.has(assignmentId));
  const first = open.find(({ assignmentId }) => chosen.has(assignmentId));
  const toggle = (id: number): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Dialog
      width={860}
      title={t('supervision.urge.title')}
      okText={t('supervision.urge.confirm', { count: chosen.size })}
      okButtonProps={{ loading: pending, disabled: chosen.size === 0 }}
      onOk={() =>
        void run({
          body: {
            assignmentIds: [...chosen],
            level: level === '' ? null : level,
            reason,
            text: text.trim() === '' ? null : text,
          },
        })
      }
      onCancel={onCancel}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <ProblemAlert problem={problem} />
        {found.leftOut === 0 ? null : <p>{t('supervision.urge.leftOut', { count: found.leftOut })}</p>}
        <Checkbox
          checked={all}
          onChange={() => setChosen(all ? new Set() : new Set(open.map(({ assignmentId }) => assignmentId)))}
        >
          {t('supervision.urge.all')}
        </Checkbox>
        {/* A scrolling frame takes the focus, so that the keyboard can scroll it. */}
        <ul className={styles.duties} aria-label={t('supervision.urge.duties')}>
          {found.items.map((item) => (
            <Row
              key={item.assignmentId}
              item={item}
              on={chosen.has(item.assignmentId)}
              onToggle={() => toggle(item.assignmentId)}
            />
          ))}
        </ul>
        <div>
          <label htmlFor={ids.level}>{t('supervision.level')}</label>
          <Select<Level | ''>
            id={ids.level}
            value={level}
            onChange={setLevel}
            style={{ width: '100%' }}
            virtual={false}
            options={[
              { value: '', label: t('supervision.urge.asProposed') },
              ...found.ladder.map((rung) => ({ value: rung.level, label: pick(rung.name) })),
            ]}
          />
        </div>
        {level === '' ? null : (
          <div>
            <label htmlFor={ids.reason}>{t('supervision.reason')}</label>
            <Input
              id={ids.reason}
              value={reason}
              maxLength={2_000}
              onChange={({ target }) => setReason(target.value)}
            />
            <small className={styles.meta}>{t('supervision.urge.reasonHelp')}</small>
          </div>
        )}
        <div>
          <label htmlFor={ids.text}>{t('supervision.urge.text')}</label>
          <Input.TextArea
            id={ids.text}
            value={text}
            maxLength={5_000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            placeholder={first?.dueState === 'overdue' ? found.texts.late : found.texts.early}
            onChange={({ target }) => setText(target.value)}
          />
          <small className={styles.meta}>{t('supervision.urge.textHelp', { places })}</small>
        </div>
        {first === undefined || text !== '' ? null : (
          <div>
            <div className={styles.meta}>{t('supervision.urge.preview')}</div>
            <div className={styles.quote}>{first.text}</div>
          </div>
        )}
      </div>
    </Dialog>
  );
};

export const UrgeDialog = ({ target, onDone, onCancel }: UrgeDialogProps) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const query = useQuery({
    queryKey: ['proposeUrges', target],
    queryFn: ({ signal }) =>
      call(proposeUrges, {
        signal,
        body:
          'overdue' in target
            ? { overdue: { ...target.overdue } }
            : { assignmentIds: [...target.assignmentIds] },
      }),
    gcTime: 0,
    // The form is filled in: it must not change under the hand.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (outcome !== null)
    return (
      <BulkOutcome
        title={
          outcome.refused.length === 0
            ? t('supervision.urge.done', { count: outcome.done })
            : t('supervision.urge.refused', { count: outcome.refused.length })
        }
        sum={t('supervision.urge.done', { count: outcome.done })}
        refused={outcome.refused}
        onClose={() => (outcome.done > 0 ? onDone() : onCancel())}
      />
    );
  const found = query.data;
  if (found !== undefined && found.items.some(({ refusal }) => refusal === null))
    return <UrgeForm found={found} onCancel={onCancel} onIssued={setOutcome} />;
  return (
    <Dialog
      title={t('supervision.urge.title')}
      onCancel={onCancel}
      footer={<Button onClick={onCancel}>{c('do.close')}</Button>}
    >
      <QueryState query={query} lines={6}>
        {({ items }) => (
          <EmptyState
            title={t('supervision.urge.none')}
            detail={items[0]?.refusal?.detail ?? t('supervision.urge.none.detail')}
          />
        )}
      </QueryState>
    </Dialog>
  );
};
