import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { focusFirst } from '#web/shared/focus-first.ts';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './write.module.css';

const c = texts(commonMessages);

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** A sheet over the page. The browser keeps the focus inside and closes it on Escape; afterwards one is where one was. */
export const Sheet = ({ title, onClose, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const own = dialog.current;
    if (own === null) return undefined;
    own.showModal();
    const stopWaiting = focusFirst(own);
    return () => {
      stopWaiting();
      own.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      tabIndex={-1}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <Button onClick={onClose}>{c('do.close')}</Button>
      </header>
      <div className={styles.sheetBody}>{children}</div>
    </dialog>
  );
};
