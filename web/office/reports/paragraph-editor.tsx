import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { tidyRuns } from './edit-content.ts';
import type { Field, Run } from './report-texts.ts';
import styles from './reports.module.css';

/** How a field shows in the text: what it prints, how it is read out, and whether its number has moved. */
export type ChipLook = { readonly text: string; readonly label: string; readonly moved: boolean };

const dress = (chip: HTMLElement, look: ChipLook): void => {
  if (chip.textContent !== look.text) chip.textContent = look.text;
  chip.setAttribute('aria-label', look.label);
  chip.title = look.label;
  chip.dataset['moved'] = String(look.moved);
};

const chipOf = (field: Field, look: ChipLook): HTMLElement => {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = styles.chip ?? '';
  chip.contentEditable = 'false';
  chip.dataset['key'] = field.key;
  dress(chip, look);
  return chip;
};

const fill = (box: HTMLElement, runs: readonly Run[], lookOf: (field: Field) => ChipLook): void =>
  box.replaceChildren(
    ...runs.map((run) =>
      'text' in run ? document.createTextNode(run.text) : chipOf(run.field, lookOf(run.field)),
    ),
  );

/** What the box says now: texts as they were typed, fields by their keys. What the page does not know is text. */
const read = (box: Node, fields: ReadonlyMap<string, Field>): readonly Run[] =>
  tidyRuns(
    Array.from(box.childNodes).flatMap((node): readonly Run[] => {
      if (node instanceof Text) return [{ text: node.data }];
      if (!(node instanceof HTMLElement)) return [];
      const field = fields.get(node.dataset['key'] ?? '');
      if (field !== undefined) return [{ field }];
      if (node.tagName === 'BR') return [{ text: '\n' }];
      return [{ text: node.tagName === 'DIV' ? '\n' : '' }, ...read(node, fields)];
    }),
  );

const same = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length &&
  a.every((run, at) => {
    const other = b[at];
    if (other === undefined) return false;
    return 'text' in run
      ? 'text' in other && other.text === run.text
      : 'field' in other && other.field.key === run.field.key;
  });

export type Caret = { readonly put: (field: Field, look: ChipLook) => void };

type ParagraphEditorProps = {
  readonly runs: readonly Run[];
  readonly label: string;
  readonly hint: string;
  readonly lookOf: (field: Field) => ChipLook;
  readonly onChange: (runs: readonly Run[]) => void;
  readonly onOpen: (fieldKey: string) => void;
  /** Where a field goes that is put in. */
  readonly caret: Ref<Caret>;
};

/** A paragraph to write in. Figures stand in it as chips: the text around them is free, they themselves are not typed. */
export const ParagraphEditor = ({
  runs,
  label,
  hint,
  lookOf,
  onChange,
  onOpen,
  caret,
}: ParagraphEditorProps) => {
  const box = useRef<HTMLDivElement>(null);
  const place = useRef<Range | null>(null);
  const fields = new Map(
    runs.flatMap((run) => ('field' in run ? [[run.field.key, run.field] as const] : [])),
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!same(tidyRuns(runs), read(element, fields))) fill(element, runs, lookOf);
    for (const chip of element.querySelectorAll<HTMLElement>('[data-key]')) {
      const field = fields.get(chip.dataset['key'] ?? '');
      if (field !== undefined) dress(chip, lookOf(field));
    }
  });

  useImperativeHandle(caret, () => ({
    put: (field, look) => {
      const element = box.current;
      if (element === null) return;
      const range = place.current;
      const chip = chipOf(field, look);
      if (range !== null && element.contains(range.startContainer)) range.insertNode(chip);
      else element.append(chip);
      onChange(read(element, new Map([...fields, [field.key, field]])));
    },
  }));

  const remember = (): void => {
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (box.current?.contains(range.startContainer) === true) place.current = range.cloneRange();
  };

  return (
    <div
      ref={box}
      className={styles.paragraph}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      data-hint={hint}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck={false}
      onInput={({ currentTarget }) => {
        remember();
        onChange(read(currentTarget, fields));
      }}
      onKeyUp={remember}
      onMouseUp={remember}
      onClick={({ target }) => {
        const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
        if (key !== undefined) onOpen(key);
      }}
      onKeyDown={(event) => {
        const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
        if (key === undefined || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onOpen(key);
      }}
    />
  );
};
