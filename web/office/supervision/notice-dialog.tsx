/** 拟督办通知: the unit, its matters, what is required and by when; looked at before it is issued. */
import { noticeForm, previewNotice, serveNotice } from '#contract/supervision-notices.ts';
import { call } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Reference } from '../matter/matter-types.ts';
import { UnitSelect } from '../matter/unit-select.tsx';
import { NoticePages } from './notice-pages.tsx';
import styles from './supervision.module.css';
import { c, t } from './supervision-texts.ts';

type NoticeDialogProps = {
  readonly reference: Reference;
  readonly onDone: (id: number) => void;
  readonly onCancel: () => void;
};

const MatterChoice = ({
  unitId,
  chosen,
  onChange,
  onDate,
}: {
  readonly unitId: number;
  readonly chosen: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
  readonly onDate: (date: string) => void;
}) => {
  const query = useQuery({
    ...ask(noticeForm, { query: { unitId } }),
    select: (data) => data,
  });
  const proposed = query.data?.reportBy;
  const [told, setTold] = useState('');
  if (proposed !== undefined && told !== proposed) {
    setTold(proposed);
    onDate(proposed);
  }
  const toggle = (id: number): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <QueryState query={query} lines={4}>
      {({ matters }) =>
        matters.length === 0 ? (
          <p>{t('supervision.notice.noMatters')}</p>
        ) : (
          <ul className={styles.duties} aria-label={t('supervision.notice.matters')}>
            {matters.map((matter) => (
              <li key={matter.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(matter.id)}
                    onChange={() => toggle(matter.id)}
                  />
                  <span>
                    {matter.caseNo} {matter.title}
                  </span>
                  <DueLight state={matter.dueState} workdaysLeft={matter.workdaysLeft} on={matter.dueOn} />
                </label>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
};

export const NoticeDialog = ({ reference, onDone, onCancel }: NoticeDialogProps) => {
  const ids = { unit: useId(), requirement: useId(), reportBy: useId() };
  const { message } = App.useApp();
  const [unitId, setUnitId] = useState<number | null>(null);
  const [matterIds, setMatterIds] = useState<readonly number[]>([]);
  const [requirement, setRequirement] = useState('');
  const [reportBy, setReportBy] = useState('');
  const [looking, setLooking] = useState(false);
  const { run, pending, problem } = useCommand(serveNotice, {
    onDone: ({ id, documentNo }) => {
      void message.success(t('supervision.notice.served', { documentNo }));
      onDone(id);
    },
  });
  const ready = unitId !== null && matterIds.length > 0 && requirement.trim() !== '' && reportBy !== '';
  const body = { unitId: unitId ?? 0, matterIds: [...matterIds], requirement, reportBy };
  return (
    <Dialog
      width={820}
      title={t('supervision.notice.new')}
      onCancel={onCancel}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onCancel}>{c('do.cancel')}</Button>
          <Button disabled={!ready} onClick={() => setLooking(true)}>
            {t('supervision.notice.preview')}
          </Button>
          <Button type="primary" disabled={!ready} loading={pending} onClick={() => void run({ body })}>
            {t('supervision.notice.serve')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <ProblemAlert problem={problem} />
        <div>
          <label htmlFor={ids.unit}>{t('supervision.notice.unit')}</label>
          <UnitSelect
            id={ids.unit}
            units={reference.units}
            value={unitId}
            onChange={(id) => {
              setUnitId(id);
              setMatterIds([]);
            }}
          />
        </div>
        {unitId === null ? null : (
          <MatterChoice
            key={unitId}
            unitId={unitId}
            chosen={matterIds}
            onChange={setMatterIds}
            onDate={(date) => setReportBy((before) => (before === '' ? date : before))}
          />
        )}
        <div>
          <label htmlFor={ids.requirement}>{t('supervision.requirement')}</label>
          <Input.TextArea
            id={ids.requirement}
            value={requirement}
            maxLength={10_000}
            autoSize={{ minRows: 4, maxRows: 14 }}
            onChange={({ target }) => setRequirement(target.value)}
          />
        </div>
        <div>
          <label htmlFor={ids.reportBy}>{t('supervision.reportBy')}</label>
          <Input
            id={ids.reportBy}
            type="date"
            value={reportBy}
            onChange={({ target }) => setReportBy(target.value)}
          />
        </div>
      </div>
      {looking ? (
        <NoticePages
          title={t('supervision.notice.preview')}
          name={['previewNotice', body]}
          draw={(signal) => call(previewNotice, { body, signal })}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </Dialog>
  );
};
