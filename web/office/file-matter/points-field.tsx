import { Button, Form } from 'antd';
import { useRef } from 'react';
import { type EditedPoint, PointsEditor } from '../matter/points-editor.tsx';
import { proposePoints } from '../matter/propose-points.ts';
import styles from './file-matter.module.css';
import { t } from './file-matter-texts.ts';

type PointsFieldProps = {
  readonly value?: readonly EditedPoint[];
  readonly onChange?: (points: readonly EditedPoint[]) => void;
};

/** The matter's asks as numbered points, proposed from the text and worded by hand. */
export const PointsField = ({ value = [], onChange }: PointsFieldProps) => {
  const body: unknown = Form.useWatch('body');
  const text = typeof body === 'string' ? body : '';
  const lastKey = useRef(0);
  const keyed = (point: string): EditedPoint => {
    lastKey.current += 1;
    return { key: lastKey.current, text: point };
  };
  return (
    <div className={styles.points}>
      <Button
        disabled={text.trim() === ''}
        onClick={() => onChange?.(proposePoints(text).slice(0, 50).map(keyed))}
      >
        {t('fileMatter.points.propose')}
      </Button>
      <PointsEditor
        points={value}
        onChange={(points) => onChange?.(points)}
        onAdd={() => (value.length < 50 ? onChange?.([...value, keyed('')]) : undefined)}
      />
    </div>
  );
};
