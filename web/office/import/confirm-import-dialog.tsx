import { count } from '#web/shared/format.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useGo } from '../shell/page-link.tsx';
import { allRows } from './all-rows.ts';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { c, t } from './import-texts.ts';
import type { ImportRun } from './import-types.ts';
import { unitsNamed } from './units-named.ts';
import { useChoose, useConfirm } from './use-run.ts';

/** Counting units asks for all new rows; with more than these the figure is left out. */
const countable = 2_000;

const useUnitCount = ({ id, version, counts, kind }: ImportRun): number | null => {
  const { data } = useQuery({
    queryKey: ['importUnits', id, version],
    queryFn: async () => unitsNamed(await allRows(id, 'new', countable)),
    enabled: kind === 'catalogue' && counts.new > 0 && counts.new <= countable,
  });
  return data ?? null;
};

type Assigning = { readonly assign: boolean; readonly leader: string };

type AssignFieldsProps = {
  readonly value: Assigning;
  readonly units: number | null;
  readonly leaderMissing: boolean;
  readonly onChange: (value: Assigning) => void;
};

const AssignFields = ({ value, units, leaderMissing, onChange }: AssignFieldsProps) => {
  const id = useId();
  return (
    <fieldset className={styles.plain}>
      <legend>{t('importPage.assign')}</legend>
      <Radio.Group
        aria-label={t('importPage.assign')}
        value={value.assign}
        onChange={({ target }) => onChange({ ...value, assign: target.value === true })}
        className={styles.choices}
      >
        <Radio value={false}>{t('importPage.assign.no')}</Radio>
        <Radio value>{t('importPage.assign.yes')}</Radio>
      </Radio.Group>
      {value.assign ? (
        <div className={styles.field}>
          {units === null ? null : (
            <span className={styles.quiet}>
              {t('importPage.confirm.assign.units', { count: count(units) })}
            </span>
          )}
          <label htmlFor={id}>{t('importPage.confirm.leader')}</label>
          <Input
            id={id}
            maxLength={100}
            value={value.leader}
            status={leaderMissing ? 'error' : ''}
            aria-invalid={leaderMissing}
            aria-describedby={`${id}e`}
            onChange={(event) => onChange({ ...value, leader: event.target.value })}
          />
          <span id={`${id}e`} role="alert" className={styles.fault}>
            {leaderMissing ? t('importPage.confirm.leader.needed') : ''}
          </span>
        </div>
      ) : null}
    </fieldset>
  );
};

const sum = ({ counts }: ImportRun): string => [counts.new, counts.changed, counts.wrong].join(' ');

/** Whether to assign is a choice of the import: it is compared first, and confirmed only when nothing else moved. */
const useConfirming = (run: ImportRun, { assign, leader }: Assigning, soundRowsOnly: boolean) => {
  const place = useImportPlace();
  const go = useGo();
  const [moved, setMoved] = useState(false);
  const choose = useChoose();
  const confirm = useConfirm(() => go(runPath(place, run.id)));
  const { options } = run;
  const differs =
    options !== null &&
    (options.assign !== assign || (assign && options.responsibleLeader.trim() !== leader.trim()));
  const send = async (): Promise<void> => {
    setMoved(false);
    const params = { importId: run.id };
    let { version } = run;
    if (differs) {
      const body = { options: { assign, ...(assign ? { responsibleLeader: leader.trim() } : {}) } };
      const chosen = await choose.run({ params, version, body });
      if (!chosen.ok) return;
      if (sum(chosen.value) !== sum(run)) return setMoved(true);
      version = chosen.value.version;
    }
    await confirm.run({ params, version, body: { soundRowsOnly } });
  };
  return {
    send,
    moved,
    pending: choose.pending || confirm.pending,
    problem: choose.problem ?? confirm.problem,
  };
};

type ConfirmImportDialogProps = { readonly run: ImportRun; readonly onClose: () => void };

/** The last look: what will be written, what stays out, whether units get their duties at once. */
export const ConfirmImportDialog = ({ run, onClose }: ConfirmImportDialogProps) => {
  const { counts, kind, options } = run;
  const [assigning, setAssigning] = useState<Assigning>({
    assign: options?.assign ?? false,
    leader: options?.responsibleLeader ?? '',
  });
  const [sound, setSound] = useState(false);
  const [tried, setTried] = useState(false);
  const units = useUnitCount(run);
  const { send, moved, pending, problem } = useConfirming(run, assigning, sound);
  const leaderMissing = assigning.assign && assigning.leader.trim() === '';
  const undecided = counts.wrong > 0 && !sound;
  const press = (): void => {
    setTried(true);
    if (!leaderMissing && !undecided) void send();
  };
  return (
    <Dialog
      title={t('importPage.confirm.title')}
      okText={t('importPage.confirm.go')}
      okButtonProps={{ loading: pending }}
      onOk={press}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <p className={styles.sum}>
          {t(`importPage.confirm.ready.${kind}`, {
            new: count(counts.new),
            changed: count(counts.changed),
            same: count(counts.same),
          })}
        </p>
        {counts.wrong === 0 ? null : (
          <div className={styles.caution}>
            <Checkbox checked={sound} onChange={({ target }) => setSound(target.checked)}>
              {t('importPage.confirm.wrong.leave', { count: count(counts.wrong) })}
            </Checkbox>
            {tried && undecided ? (
              <p role="alert" className={styles.fault}>
                {t('importPage.confirm.wrong.choose')}
              </p>
            ) : null}
          </div>
        )}
        {options === null ? null : (
          <AssignFields
            value={assigning}
            units={units}
            leaderMissing={tried && leaderMissing}
            onChange={setAssigning}
          />
        )}
        <p className={styles.quiet}>{t('importPage.confirm.once')}</p>
        {moved ? (
          <p role="alert" className={styles.caution}>
            {t('importPage.confirm.changed')}
          </p>
        ) : null}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
};
