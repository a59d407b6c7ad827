/** Changes of a report's content as the page makes them. Keys of what stays are never changed. */
import type { Block, Content, Field, Paragraph, Run, Section } from './report-texts.ts';

export const withSection = (
  content: Content,
  key: string,
  change: (section: Section) => Section,
): Content => ({
  ...content,
  sections: content.sections.map((one) => (one.key === key ? change(one) : one)),
});

export const withBlock = (content: Content, key: string, change: (block: Block) => Block): Content => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((one) => (one.key === key ? change(one) : one)),
  })),
});

export const withoutBlock = (content: Content, key: string): Content => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((one) => one.key !== key),
  })),
});

export const withRuns = (content: Content, key: string, runs: readonly Run[]): Content =>
  withBlock(content, key, (block) => (block.kind === 'paragraph' ? { ...block, runs: [...runs] } : block));

export const addParagraph = (content: Content, sectionKey: string, key: string): Content =>
  withSection(content, sectionKey, (section) => ({
    ...section,
    blocks: [...section.blocks, { kind: 'paragraph', key, runs: [], hint: '' }],
  }));

/** A field where it stands, changed; null takes it out. */
export const withField = (
  paragraph: Paragraph,
  key: string,
  change: (field: Field) => Field | null,
): readonly Run[] =>
  paragraph.runs.flatMap((run) => {
    if (!('field' in run) || run.field.key !== key) return [run];
    const field = change(run.field);
    return field === null ? [] : [{ field }];
  });

/** Neighbouring texts become one; empty ones go. */
export const tidyRuns = (runs: readonly Run[]): readonly Run[] => {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    if ('text' in run && run.text === '') continue;
    if ('text' in run && last !== undefined && 'text' in last)
      tidy[tidy.length - 1] = { text: last.text + run.text };
    else tidy.push(run);
  }
  return tidy;
};
