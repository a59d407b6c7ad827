import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { useMemo } from 'react';
import styles from './compare.module.css';
import { diffText, type Piece } from './text-diff.ts';

const t = texts(replyMessages);

const Run = ({ piece }: { readonly piece: Piece }) => {
  switch (piece.kind) {
    case 'removed':
      return <del>{piece.text}</del>;
    case 'added':
      return <ins>{piece.text}</ins>;
    default:
      return piece.text;
  }
};

const Runs = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map((piece, index) => (
    // A comparison is computed anew as a whole; its runs have no life of their own.
    <Run key={`${index} ${piece.kind}`} piece={piece} />
  ));

type DiffViewProps = {
  readonly before: string;
  readonly after: string;
  /** Side by side where there is room; else one text with what went and what came. */
  readonly sides: boolean;
};

/** What became of a text: taken-out words are struck, put-in ones underlined, both also by colour. */
export const DiffView = ({ before, after, sides }: DiffViewProps) => {
  const pieces = useMemo(() => diffText(before, after), [before, after]);
  if (before === '' && after === '') return <p className={styles.blank}>{t('reply.compare.blank')}</p>;
  if (!sides)
    return (
      <div className={styles.text}>
        <Runs pieces={pieces} />
      </div>
    );
  return (
    <div className={styles.sides}>
      {(['added', 'removed'] as const).map((without) => {
        const side = pieces.filter((piece) => piece.kind !== without);
        return (
          <div key={without} className={styles.text}>
            {side.length === 0 ? (
              <span className={styles.blank}>{t('reply.compare.blank')}</span>
            ) : (
              <Runs pieces={side} />
            )}
          </div>
        );
      })}
    </div>
  );
};
