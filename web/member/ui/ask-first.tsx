import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './ui.module.css';

type AskFirstProps = {
  /** What the button says, and what it is called where that is not enough. */
  readonly label: string;
  readonly name?: string;
  readonly look?: 'plain' | 'quiet';
  readonly wide?: boolean;
  /** What follows from it, said before it is done. */
  readonly question: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onYes: () => void;
};

/** A button that asks once more in its place. The way back has the focus, which then returns to the button. */
export const AskFirst = ({
  label,
  name = label,
  look = 'plain',
  question,
  yes,
  no,
  ...rest
}: AskFirstProps) => {
  const { wide = false, busy, onYes } = rest;
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const turn = (next: boolean): void => {
    setAsked(next);
    // The last button of what stands there then: the way back, or the button itself.
    requestAnimationFrame(() => [...(place.current?.querySelectorAll('button') ?? [])].at(-1)?.focus());
  };
  return (
    <div ref={place} role="group" aria-label={name} className={styles.stack}>
      {asked ? (
        <>
          <p>{question}</p>
          <Button look="danger" wide={wide} busy={busy} onClick={onYes}>
            {yes}
          </Button>
          <Button look="quiet" wide={wide} onClick={() => turn(false)}>
            {no}
          </Button>
        </>
      ) : (
        <Button look={look} wide={wide} aria-label={name} onClick={() => turn(true)}>
          {label}
        </Button>
      )}
    </div>
  );
};
