import { commonMessages } from '#contract/messages/common.ts';
import { Modal, type ModalProps } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { texts } from '../language.ts';
import { focusFirst } from '../focus-first.ts';
import { useReturnFocus } from './use-return-focus.ts';

const t = texts(commonMessages);

type DialogProps = Omit<ModalProps, 'closable' | 'destroyOnHidden' | 'cancelText'> & {
  /** False where it must be answered: it has no cross, and Escape does nothing. */
  readonly closable?: boolean;
};

/** The library draws what is inside a little later than the dialog itself. */
const Inside = ({ children }: { readonly children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = place.current?.closest<HTMLElement>('[role="dialog"]');
    return frame == null ? undefined : focusFirst(frame);
  }, []);
  return (
    <div ref={place} style={{ display: 'contents' }}>
      {children}
    </div>
  );
};

const Drawn = ({ closable = true, children, ...rest }: DialogProps) => {
  useReturnFocus();
  return (
    <Modal
      cancelText={t('do.cancel')}
      keyboard={closable}
      {...rest}
      open
      closable={closable ? { 'aria-label': t('do.close') } : false}
    >
      <Inside>{children}</Inside>
    </Modal>
  );
};

/**
 * Every dialog of the office. It is drawn only while it is open; then the focus is on its first field, and afterwards
 * where it was before.
 */
export const Dialog = ({ open = true, ...rest }: DialogProps) => (open ? <Drawn {...rest} /> : null);
