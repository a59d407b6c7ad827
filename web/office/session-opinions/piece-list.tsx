import { cutPlace, type Piece } from '#contract/session-split.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { Button } from 'antd';
import { useId, useRef } from 'react';
import { UnitSelect } from '../matter/unit-select.tsx';
import styles from './opinions.module.css';
import { nameOf, t } from './opinion-texts.ts';
import type { Desk } from './opinion-types.ts';

type PieceCardProps = {
  readonly piece: Piece;
  readonly no: number;
  readonly desk: Desk;
  readonly onChange: (piece: Piece) => void;
  readonly onJoin: (() => void) | null;
  readonly onCut: (at: number) => void;
};

const PieceCard = ({ piece, no, desk, onChange, onJoin, onCut }: PieceCardProps) => {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const reference = useReference();
  const set = (part: Partial<Piece>): void => onChange({ ...piece, ...part });
  const cut = (): void => {
    const at = box.current?.selectionStart ?? 0;
    const inside = piece.text.slice(0, at).trim() !== '' && piece.text.slice(at).trim() !== '';
    const place = inside ? at : cutPlace(piece.text);
    if (place !== null) onCut(place);
  };
  const { dropped } = piece;
  return (
    <fieldset className={styles.card} data-out={dropped}>
      <legend className="visually-hidden">{t('opinions.record.piece', { no })}</legend>
      <div className={styles.field}>
        <label htmlFor={`${id}-text`}>
          {t('opinions.record.piece', { no })}
          {dropped ? ` · ${t('opinions.record.leftOut')}` : ''}
        </label>
        <textarea
          ref={box}
          id={`${id}-text`}
          rows={Math.min(8, Math.max(2, Math.ceil(piece.text.length / 30)))}
          maxLength={5_000}
          value={piece.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </div>
      {dropped ? null : (
        <div className={styles.pair}>
          <div className={styles.field}>
            <label htmlFor={`${id}-speaker`}>{t('opinions.speaker')}</label>
            <input
              id={`${id}-speaker`}
              maxLength={100}
              value={piece.speaker}
              onChange={({ target }) => set({ speaker: target.value, speakerId: null })}
            />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-class`}>{t('opinions.class')}</label>
            <select
              id={`${id}-class`}
              value={piece.classCode}
              onChange={({ target }) => set({ classCode: target.value })}
            >
              {desk.classes.map(({ code, name }) => (
                <option key={code} value={code}>
                  {nameOf(name)}
                </option>
              ))}
            </select>
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-units`}>{t('opinions.units')}</label>
            <UnitSelect
              multiple
              id={`${id}-units`}
              units={reference.data?.units ?? []}
              value={piece.unitIds}
              onChange={(unitIds) => set({ unitIds })}
            />
          </div>
        </div>
      )}
      <div className={styles.buttons}>
        {onJoin === null ? null : <Button onClick={onJoin}>{t('opinions.record.join')}</Button>}
        <Button onClick={cut} title={t('opinions.record.cut.how')}>
          {t('opinions.record.cut')}
        </Button>
        <Button onClick={() => set({ dropped: !dropped })} aria-pressed={dropped}>
          {t(dropped ? 'opinions.record.keep' : 'opinions.record.drop')}
        </Button>
      </div>
    </fieldset>
  );
};

/** The pieces with what joins, cuts, corrects and leaves them out; nothing is thrown away. */
export const PieceList = ({
  pieces,
  desk,
  onChange,
}: {
  readonly pieces: readonly Piece[];
  readonly desk: Desk;
  readonly onChange: (pieces: readonly Piece[]) => void;
}) => {
  const replace = (from: number, count: number, ...put: readonly Piece[]): void =>
    onChange([...pieces.slice(0, from), ...put, ...pieces.slice(from + count)]);
  return (
    <ol className={styles.cards}>
      {pieces.map((piece, index) => {
        const above = pieces[index - 1];
        return (
          <li key={index}>
            <PieceCard
              piece={piece}
              no={index + 1}
              desk={desk}
              onChange={(next) => replace(index, 1, next)}
              onJoin={
                above === undefined
                  ? null
                  : () =>
                      replace(index - 1, 2, {
                        ...above,
                        text: `${above.text}\n${piece.text}`,
                        dropped: false,
                      })
              }
              onCut={(at) =>
                replace(
                  index,
                  1,
                  { ...piece, text: piece.text.slice(0, at).trim() },
                  { ...piece, text: piece.text.slice(at).trim() },
                )
              }
            />
          </li>
        );
      })}
    </ol>
  );
};
