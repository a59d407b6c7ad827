const focusable = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]';

/** Brings the field with this id into view and puts the cursor there; for a group, into its first choice. */
export const focusField = (id: string): void => {
  const element = document.getElementById(id);
  if (element === null) return;
  element.scrollIntoView({ block: 'center' });
  const target = element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable);
  (target ?? element).focus({ preventScroll: true });
};
