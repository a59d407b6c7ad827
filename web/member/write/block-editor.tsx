import { downloadFile } from '#contract/see.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { GrowingText } from './growing-text.tsx';
import { moved, RowTools, UndoLine, useUndo } from './row-tools.tsx';
import { TableEditor } from './table-editor.tsx';
import { Pick, UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import type { Block } from './writing.ts';
import { useLatest } from './use-latest.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type OneProps = { readonly block: Block; readonly name: string; readonly onChange: (block: Block) => void };

const List = ({ block, name, onChange }: OneProps & { readonly block: Extract<Block, { type: 'list' }> }) => (
  <>
    <GrowingText
      aria-label={name}
      rows={3}
      value={block.items.join('\n')}
      placeholder={t('write.list.help')}
      onChange={(words) => onChange({ ...block, items: words.split('\n') })}
    />
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={block.ordered}
        onChange={(event) => onChange({ ...block, ordered: event.target.checked })}
      />
      {t('write.list.ordered')}
    </label>
  </>
);

const One = ({ block, name, onChange }: OneProps) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <GrowingText
          aria-label={name}
          rows={4}
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'heading':
      return (
        <GrowingText
          aria-label={name}
          rows={1}
          data-heading="true"
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'list':
      return <List block={block} name={name} onChange={onChange} />;
    case 'table':
      return <TableEditor table={block} onChange={onChange} />;
    case 'picture':
      return (
        <figure className={styles.picture}>
          <img src={addressOf(downloadFile, { fileId: block.fileId })} alt={block.caption} />
          <label className={styles.line}>
            {t('write.picture.caption')}
            <input
              lang="zh-CN"
              value={block.caption}
              onChange={(event) => onChange({ ...block, caption: event.target.value })}
            />
          </label>
        </figure>
      );
    default: {
      const forgotten: never = block;
      return forgotten;
    }
  }
};

const blank = {
  paragraph: { type: 'paragraph', text: '' },
  heading: { type: 'heading', text: '' },
  list: { type: 'list', ordered: false, items: [''] },
  table: {
    type: 'table',
    rows: [
      ['', ''],
      ['', ''],
    ],
  },
} as const satisfies Record<string, unknown>;

const isEmpty = (block: Block): boolean => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.text === '';
    case 'list':
      return block.items.every((item) => item === '');
    case 'table':
      return block.rows.every((row) => row.every((cell) => cell === ''));
    case 'picture':
      return false;
    default: {
      const forgotten: never = block;
      return forgotten;
    }
  }
};

type BlockEditorProps = {
  /** What is written here: "情况". */
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly onChange: (blocks: Block[]) => void;
};

/** A text of pieces: paragraphs, headings, lists, small tables, pictures. One always has a paragraph to begin with. */
export const BlockEditor = ({ label, blocks: given, onChange }: BlockEditorProps) => {
  const blocks: readonly Block[] = given.length === 0 ? [blank.paragraph] : given;
  const place = useRef<HTMLDivElement>(null);
  const undo = useUndo<readonly Block[]>();
  const latest = useLatest(given);
  const uploads = useUploads((file) =>
    onChange([...latest.current, { type: 'picture', fileId: file.id, caption: '' }]),
  );
  const add = (kind: keyof typeof blank): void => {
    onChange([...blocks, structuredClone(blank[kind]) as Block]);
    // The new piece is drawn first.
    requestAnimationFrame(() => {
      const fields = place.current?.querySelectorAll<HTMLElement>('[data-block] textarea');
      const own = [...(place.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])].at(-1);
      (own?.querySelector<HTMLElement>('textarea') ?? [...(fields ?? [])].at(-1))?.focus();
    });
  };
  return (
    <div ref={place} className={styles.blocks}>
      {blocks.map((block, index) => {
        const name = t('write.block.name', { label, no: index + 1, kind: t(`write.block.${block.type}`) });
        return (
          // A piece has no name of its own but its place.
          <div key={`${block.type}${index}`} data-block={block.type} className={styles.block}>
            <One
              block={block}
              name={name}
              onChange={(next) => onChange(blocks.map((one, at) => (at === index ? next : one)))}
            />
            {blocks.length === 1 && block.type === 'paragraph' ? null : (
              <RowTools
                name={name}
                index={index}
                count={blocks.length}
                onMove={(to) => onChange(moved(blocks, index, to))}
                onDelete={() => {
                  if (!isEmpty(block)) undo.keep(blocks);
                  onChange(blocks.filter((_, at) => at !== index));
                }}
              />
            )}
          </div>
        );
      })}
      <UndoLine undo={undo} onUndo={(before) => onChange([...before])} />
      <UploadList uploads={uploads} />
      <fieldset className={styles.adds}>
        <legend>{t('write.add')}</legend>
        {(['paragraph', 'heading', 'list', 'table'] as const).map((kind) => (
          <Button key={kind} onClick={() => add(kind)}>
            {t(`write.block.${kind}`)}
          </Button>
        ))}
        <Pick label={t('write.block.picture')} accept="image/*" onPick={uploads.add} />
      </fieldset>
    </div>
  );
};
