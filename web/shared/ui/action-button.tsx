import { commonMessages } from '#contract/messages/common.ts';
import { Button, type ButtonProps, Tooltip } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { texts } from '../language.ts';
import { type RefusalShown, refusalText } from '../refusal-text.ts';
import styles from './buttons.module.css';

const t = texts(commonMessages);

export type AllowedAction = { readonly action: string; readonly refusal: RefusalShown | null };

/** The entry of one action in what the server allows; null: it is not this person's now, so show nothing. */
export const findAllowed = (allowed: readonly AllowedAction[], action: string): AllowedAction | null =>
  allowed.find((one) => one.action === action) ?? null;

type ActionButtonProps = Omit<ButtonProps, 'disabled' | 'onClick' | 'children'> & {
  readonly allowed: AllowedAction;
  readonly onPress: () => void;
  /** `below` writes the reason under the button; `tip` shows it on hover, focus and press. */
  readonly reason?: 'tip' | 'below';
  readonly children: ReactNode;
};

/**
 * A button that the server's `allowedActions` turns on or off. Off, it stays in the tab order, and the reason is
 * its description: seen on hover and focus, read out by a screen reader, repeated when pressed.
 */
export const ActionButton = ({ allowed, onPress, reason = 'tip', children, ...rest }: ActionButtonProps) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  if (allowed.refusal === null)
    return (
      <Button {...rest} onClick={onPress}>
        {children}
      </Button>
    );
  const sentence = refusalText(allowed.refusal);
  const button = (
    <Button
      {...rest}
      type="default"
      danger={false}
      className={`${rest.className ?? ''} ${styles.off}`}
      aria-disabled="true"
      aria-describedby={id}
      onClick={() => setOpen(true)}
    >
      {children}
    </Button>
  );
  return reason === 'below' ? (
    <span>
      {button}
      <span id={id} className={styles.reason}>
        {sentence}
      </span>
    </span>
  ) : (
    <>
      <Tooltip title={sentence} open={open} onOpenChange={setOpen} trigger={['hover', 'focus']}>
        {button}
      </Tooltip>
      <span id={id} className="visually-hidden">
        {t('say.off', { reason: sentence })}
      </span>
    </>
  );
};
