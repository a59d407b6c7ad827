import { splitPoints } from '#contract/matter.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import styles from './dialogs.module.css';
import { useMatter } from './matter-context.ts';
import { type EditedPoint, PointsEditor } from './points-editor.tsx';
import { proposePoints } from './propose-points.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

const c = texts(commonMessages);

const toEdited = (texts_: readonly string[], from: number): EditedPoint[] =>
  texts_.map((text, index) => ({ key: from + index, text }));

/** 拆分诉求: a proposal from the numbers in the text, then reordered and worded by hand. */
export const SplitPointsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { matter } = useMatter();
  const { run, pending, problem } = useAct(splitPoints, onClose);
  const [source, setSource] = useState(matter.body);
  const [nextKey, setNextKey] = useState(1_000);
  const [points, setPoints] = useState<readonly EditedPoint[]>(() =>
    toEdited(
      matter.points.length > 0 ? matter.points.map((point) => point.text) : proposePoints(matter.body),
      0,
    ),
  );
  const [tried, setTried] = useState(false);
  const sourceId = useId();
  const usable = points.filter((point) => point.text.trim() !== '');
  const propose = (): void => {
    setPoints(toEdited(proposePoints(source), nextKey));
    setNextKey(nextKey + 100);
  };
  const add = (): void => {
    setPoints([...points, { key: nextKey, text: '' }]);
    setNextKey(nextKey + 1);
  };
  const save = (): void => {
    setTried(true);
    if (usable.length === 0) return;
    void run({
      params: { matterId: matter.id },
      version: matter.version,
      body: { points: usable.map((point) => point.text.trim()) },
    });
  };
  return (
    <Dialog
      title={t('matter.split.title')}
      width={860}
      okText={t('matter.split.confirm', { count: usable.length })}
      okButtonProps={{ loading: pending }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <p className={styles.what}>{t('matter.split.what')}</p>
        <ProblemAlert problem={problem} />
        <div>
          <label htmlFor={sourceId} className={styles.label}>
            {t('matter.split.source')}
          </label>
          <Input.TextArea
            id={sourceId}
            value={source}
            onChange={(event) => setSource(event.target.value)}
            autoSize={{ minRows: 4, maxRows: 9 }}
          />
          <Button className={styles.below ?? ''} onClick={propose} disabled={source.trim() === ''}>
            {t('matter.split.propose')}
          </Button>
        </div>
        <PointsEditor points={points} onChange={setPoints} onAdd={add} />
        {tried && usable.length === 0 ? (
          <p role="alert" className={styles.fault}>
            {t('matter.split.none')}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
};
