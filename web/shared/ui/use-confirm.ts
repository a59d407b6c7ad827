import { App } from 'antd';

type Question = {
  readonly title: string;
  /** What follows from it. */
  readonly content?: string;
  /** The verb on the button. */
  readonly verb: string;
  /** What was written is lost: the way back has the focus. */
  readonly danger?: boolean;
  /** The dialog waits for a promise. */
  readonly onYes: () => Promise<void> | void;
};

/** Asks once more before a step that needs no word of explanation. */
export const useConfirm = (): ((question: Question) => void) => {
  const { modal } = App.useApp();
  return ({ title, content, verb, danger = false, onYes }) => {
    modal.confirm({
      title,
      content,
      okText: verb,
      okButtonProps: { danger },
      focusable: { autoFocusButton: danger ? 'cancel' : 'ok' },
      onOk: onYes,
    });
  };
};
