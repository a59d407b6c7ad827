import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

export const moved = <T,>(items: readonly T[], from: number, to: number): T[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
};

type RowToolsProps = {
  /** What it is, for whoever hears the buttons: "第 2 条". */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onDelete: () => void;
};

/** Up, down, delete. */
export const RowTools = ({ name, index, count, onMove, onDelete }: RowToolsProps) => (
  <div className={styles.tools}>
    {count < 2 ? null : (
      <>
        <Button
          look="quiet"
          disabled={index === 0}
          aria-label={t('write.up.of', { name })}
          onClick={() => onMove(index - 1)}
        >
          ↑ {t('write.up')}
        </Button>
        <Button
          look="quiet"
          disabled={index === count - 1}
          aria-label={t('write.down.of', { name })}
          onClick={() => onMove(index + 1)}
        >
          ↓ {t('write.down')}
        </Button>
      </>
    )}
    <Button look="quiet" aria-label={t('write.delete.of', { name })} onClick={onDelete}>
      {t('write.delete')}
    </Button>
  </div>
);

export type Undo<T> = {
  readonly keep: (before: T) => void;
  readonly before: T | null;
  readonly forget: () => void;
};

/** What stood there before the last deletion. */
export const useUndo = <T,>(): Undo<T> => {
  const [before, setBefore] = useState<{ readonly value: T } | null>(null);
  return {
    before: before?.value ?? null,
    keep: (value) => setBefore({ value }),
    forget: () => setBefore(null),
  };
};

/** "已删除。撤销": a thumb slips. */
export const UndoLine = <T,>({
  undo,
  onUndo,
}: {
  readonly undo: Undo<T>;
  readonly onUndo: (before: T) => void;
}) => (
  <div role="status" className={styles.undo}>
    {undo.before === null ? null : (
      <>
        <span>{t('write.deleted')}</span>
        <Button
          onClick={() => {
            if (undo.before !== null) onUndo(undo.before);
            undo.forget();
          }}
        >
          {t('write.undo')}
        </Button>
      </>
    )}
  </div>
);
