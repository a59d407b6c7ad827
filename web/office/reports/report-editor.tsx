import { type FigureTable, fieldKey, fieldText, renderReport, reportWords } from '#contract/report-view.ts';
import { newKey } from '#web/shared/api.ts';
import { pick } from '#web/shared/language.ts';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { addParagraph, withBlock, withField, withoutBlock, withRuns, withSection } from './edit-content.ts';
import { ExamplesEditor } from './examples-editor.tsx';
import { FieldDialog, InsertDialog } from './field-dialog.tsx';
import { TableEditor } from './table-editor.tsx';
import { type Caret, type ChipLook, ParagraphEditor } from './paragraph-editor.tsx';
import { PaperTable } from './report-preview.tsx';
import { type Block, type Field, type Paragraph, type Report, type Section, t } from './report-texts.ts';
import styles from './reports.module.css';
import type { ReportDraft } from './use-report-draft.ts';

type EditorProps = { readonly report: Report; readonly draft: ReportDraft };

/** A short key for what is put in; unique in the report, for it is drawn at random. */
const freshKey = (): string => `k${newKey().replaceAll('-', '').slice(0, 12)}`;

const lookIn =
  (report: Report, asOf: string) =>
  (field: Field): ChipLook => {
    const { language } = report;
    const question = fieldKey(report.scope, asOf, field);
    const value = report.values.figures[question];
    const text =
      value === undefined
        ? reportWords.notYet[language]
        : ((value === null ? null : fieldText(field, value, language)) ?? reportWords.none[language]);
    const name = value == null ? field.figure : pick(value.name);
    const moved = report.moved.find((one) => one.question === question);
    const label = t('report.field.open', { name, text });
    return moved === undefined
      ? { text, label, moved: false }
      : {
          text,
          label: `${label}。${t('report.field.moved', { before: moved.before, now: moved.now })}`,
          moved: true,
        };
  };

const ParagraphPart = ({
  report,
  draft,
  block,
  label,
}: EditorProps & { readonly block: Paragraph; readonly label: string }) => {
  const caret = useRef<Caret | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [inserting, setInserting] = useState(false);
  const { content } = draft;
  const lookOf = lookIn(report, content.asOf);
  const field = block.runs.flatMap((run) => ('field' in run && run.field.key === open ? [run.field] : []))[0];
  const change = (next: (one: Field) => Field | null): void =>
    draft.change(withRuns(content, block.key, withField(block, open ?? '', next)));
  return (
    <div className={styles.part}>
      <ParagraphEditor
        runs={block.runs}
        label={label}
        hint={block.hint}
        lookOf={lookOf}
        onChange={(runs) => draft.change(withRuns(content, block.key, runs))}
        onOpen={setOpen}
        caret={caret}
      />
      <div className={styles.buttons}>
        <Button size="small" type="text" onClick={() => setInserting(true)}>
          {t('report.field.insert')}
        </Button>
        <Button size="small" type="text" onClick={() => draft.change(withoutBlock(content, block.key))}>
          {t('report.paragraph.remove')}
        </Button>
      </div>
      {field === undefined ? null : (
        <FieldDialog
          report={report}
          asOf={content.asOf}
          field={field}
          onChange={(next) => change(() => next)}
          onRemove={() => {
            change(() => null);
            setOpen(null);
          }}
          onTake={(question) => void draft.step({ type: 'takeReportValues', questions: [question] })}
          onClose={() => setOpen(null)}
        />
      )}
      {inserting ? (
        <InsertDialog
          scope={report.scope}
          onInsert={(given) => {
            const put = { ...given, key: freshKey() };
            caret.current?.put(put, lookOf(put));
            setInserting(false);
          }}
          onClose={() => setInserting(false)}
        />
      ) : null}
    </div>
  );
};

const TablePart = ({ report, draft, table }: EditorProps & { readonly table: FigureTable }) => {
  const shown = renderReport(draft.content, report)
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.key === table.key);
  return (
    <div className={styles.part}>
      <TableEditor
        scope={report.scope}
        table={table}
        onChange={(next) =>
          draft.change(withBlock(draft.content, table.key, () => ({ ...next, figures: [...next.figures] })))
        }
        onRemove={() => draft.change(withoutBlock(draft.content, table.key))}
      />
      {shown?.kind === 'table' ? (
        <>
          <p className={styles.quiet}>{t('report.table.kept')}</p>
          <PaperTable table={shown} />
        </>
      ) : (
        <p className={styles.quiet}>{t('report.table.empty')}</p>
      )}
    </div>
  );
};

const Part = ({
  report,
  draft,
  block,
  label,
}: EditorProps & { readonly block: Block; readonly label: string }) => {
  switch (block.kind) {
    case 'paragraph':
      return <ParagraphPart report={report} draft={draft} block={block} label={label} />;
    case 'table':
      return <TablePart report={report} draft={draft} table={block} />;
    case 'examples':
      return (
        <ExamplesEditor
          report={report}
          block={block}
          onChange={(items) =>
            draft.change(
              withBlock(draft.content, block.key, (one) =>
                one.kind === 'examples' ? { ...one, items } : one,
              ),
            )
          }
        />
      );
    default:
      return block satisfies never;
  }
};

const SectionPart = ({
  report,
  draft,
  section,
  no,
}: EditorProps & { readonly section: Section; readonly no: number }) => (
  <section
    className={styles.section}
    aria-label={section.heading.trim() === '' ? t('report.heading.label', { no }) : section.heading}
  >
    <input
      className={styles.heading}
      aria-label={t('report.heading.label', { no })}
      maxLength={200}
      value={section.heading}
      onChange={({ target }) =>
        draft.change(withSection(draft.content, section.key, (one) => ({ ...one, heading: target.value })))
      }
    />
    {section.blocks.map((block, at) => (
      <Part
        key={block.key}
        report={report}
        draft={draft}
        block={block}
        label={t('report.paragraph.label', { heading: section.heading, no: at + 1 })}
      />
    ))}
    <div className={styles.buttons}>
      <Button onClick={() => draft.change(addParagraph(draft.content, section.key, freshKey()))}>
        {t('report.paragraph.add')}
      </Button>
    </div>
  </section>
);

/** The report being written: title, day, and section by section its text with its numbers. */
export const ReportEditor = ({ report, draft }: EditorProps) => {
  const id = useId();
  const { content, change } = draft;
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <div className={styles.field}>
          <label htmlFor={`${id}-title`}>{t('report.title.label')}</label>
          <input
            id={`${id}-title`}
            maxLength={200}
            value={content.title}
            onChange={({ target }) => change({ ...content, title: target.value })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-asOf`}>{t('report.asOf')}</label>
          <input
            id={`${id}-asOf`}
            type="date"
            aria-describedby={`${id}-help`}
            value={content.asOf}
            onChange={({ target }) =>
              target.value === '' ? undefined : change({ ...content, asOf: target.value })
            }
          />
          <small id={`${id}-help`}>{t('report.asOf.help')}</small>
        </div>
      </div>
      {content.sections.map((section, at) => (
        <SectionPart key={section.key} report={report} draft={draft} section={section} no={at + 1} />
      ))}
    </div>
  );
};
