const fields = 'input, select, textarea, [contenteditable="true"]';

/** Whether it took the focus: what is hidden or off does not. */
const take = (element: HTMLElement): boolean => {
  element.focus();
  return document.activeElement === element;
};

/** Of radio buttons the chosen one has the focus, as with the Tab key. */
const ofGroup = (field: HTMLElement, frame: HTMLElement): HTMLElement =>
  field instanceof HTMLInputElement && field.type === 'radio' && field.name !== ''
    ? (frame.querySelector<HTMLElement>(`input[name="${CSS.escape(field.name)}"]:checked`) ?? field)
    : field;

const takeField = (frame: HTMLElement): boolean =>
  [...frame.querySelectorAll<HTMLElement>(fields)].some((field) => take(ofGroup(field, frame)));

/**
 * Where no field waits: of a step that is dangerous the way back, else its main button; a dialog that is only read
 * has the focus itself, so that its name is read out and the arrow keys scroll.
 */
const takeButton = (frame: HTMLElement): boolean => {
  const buttons = [...frame.querySelectorAll<HTMLElement>('.ant-modal-footer button')];
  const danger = buttons.some((button) => button.matches('.ant-btn-dangerous'));
  return buttons.some(
    (button) => button.matches(danger ? ':not(.ant-btn-dangerous)' : '.ant-btn-primary') && take(button),
  );
};

const waits = (frame: HTMLElement): boolean => frame.querySelector('[data-waits]') !== null;

/**
 * Gives the focus to what a dialog is opened for: its first field. Where that is still being asked for, it gets the
 * focus when it comes, unless the person has gone elsewhere meanwhile. Answers how to stop waiting.
 */
export const focusFirst = (frame: HTMLElement): (() => void) => {
  if (takeField(frame)) return () => undefined;
  if (!waits(frame)) {
    if (!takeButton(frame)) frame.focus();
    return () => undefined;
  }
  frame.focus();
  const watch = new MutationObserver(() => {
    if (document.activeElement !== frame) watch.disconnect();
    else if (takeField(frame) || (!waits(frame) && takeButton(frame))) watch.disconnect();
  });
  watch.observe(frame, { childList: true, subtree: true });
  return () => watch.disconnect();
};
