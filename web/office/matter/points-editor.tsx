import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import MergeCellsOutlined from '@ant-design/icons/MergeCellsOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Input } from 'antd';
import styles from './dialogs.module.css';
import { t } from './matter-texts.ts';

/** `key` keeps the row while its number moves. */
export type EditedPoint = { readonly key: number; readonly text: string };

type PointsEditorProps = {
  readonly points: readonly EditedPoint[];
  readonly onChange: (points: readonly EditedPoint[]) => void;
  readonly onAdd: () => void;
};

const swapped = (points: readonly EditedPoint[], at: number, to: number): readonly EditedPoint[] => {
  const moved = points[at];
  const rest = points.filter((_, index) => index !== at);
  return moved === undefined ? points : [...rest.slice(0, to), moved, ...rest.slice(to)];
};

const joined = (points: readonly EditedPoint[], at: number): readonly EditedPoint[] =>
  points.flatMap((point, index) => {
    if (index === at) return [];
    const next = points[at];
    return index === at - 1 && next !== undefined
      ? [{ ...point, text: `${point.text}\n${next.text}` }]
      : [point];
  });

/** Numbered points to word, reorder, join and take out; every step works from the keyboard. */
export const PointsEditor = ({ points, onChange, onAdd }: PointsEditorProps) => (
  <div>
    <ol className={styles.points}>
      {points.map((point, index) => {
        const no = index + 1;
        return (
          <li key={point.key}>
            <span className={styles.no} aria-hidden="true">
              {no}
            </span>
            <Input.TextArea
              aria-label={t('matter.split.point', { no })}
              value={point.text}
              maxLength={2_000}
              autoSize={{ minRows: 1, maxRows: 8 }}
              onChange={(event) =>
                onChange(
                  points.map((one) => (one.key === point.key ? { ...one, text: event.target.value } : one)),
                )
              }
            />
            <span className={styles.tools}>
              <Button
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={t('matter.split.up', { no })}
                disabled={index === 0}
                onClick={() => onChange(swapped(points, index, index - 1))}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={t('matter.split.down', { no })}
                disabled={index === points.length - 1}
                onClick={() => onChange(swapped(points, index, index + 1))}
              />
              <Button
                type="text"
                icon={<MergeCellsOutlined aria-hidden />}
                aria-label={t('matter.split.join', { no })}
                title={t('matter.split.join', { no })}
                disabled={index === 0}
                onClick={() => onChange(joined(points, index))}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('matter.split.remove', { no })}
                onClick={() => onChange(points.filter((one) => one.key !== point.key))}
              />
            </span>
          </li>
        );
      })}
    </ol>
    <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
      {t('matter.split.add')}
    </Button>
  </div>
);
