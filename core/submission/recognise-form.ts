import type { Block } from './rich-text.ts';

/** A piece of a document as it was read; `picture` counts the document's pictures from 0. */
export type ReadBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'item'; readonly ordered: boolean; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'picture'; readonly picture: number; readonly caption: string };

/** A recognised form; pictures still by their number in the document. */
export type RecognisedForm = {
  readonly title: string;
  readonly facts: readonly ReadBlock[];
  readonly analysis: readonly ReadBlock[];
  readonly asks: readonly string[];
  /** Tables and pictures that stood among the asks; they are put at the end of the analysis. */
  readonly moved: number;
};

type Part = 'title' | 'facts' | 'analysis' | 'asks';

const labels: readonly (readonly [Part, RegExp])[] = [
  ['title', /^(?:标题|题目|题名|(?:建议|提案)(?:标题|题目|名称)|案由)$/u],
  [
    'facts',
    /^(?:(?:基本|有关|主要)?情况(?:说明|反映)?|现状(?:与问题|及问题|和问题)?|背景|事由|案由|正文|内容|(?:建议|提案)内容)$/u,
  ],
  [
    'analysis',
    /^(?:(?:原因|问题|情况|成因)?分析|(?:存在的?)?(?:主要|突出)?问题(?:与原因|及原因|和原因|与不足)?|原因|理由|依据)$/u,
  ],
  [
    'asks',
    /^(?:(?:具体|对策|工作|意见|主要|几点)?(?:建议|意见|对策|措施|办法)(?:与建议|和建议|及建议|与措施|及措施|建议)?(?:如下)?|(?:为此|因此)[，,]?(?:特|我们?)?(?:提出(?:以下|如下)|建议)?(?:建议)?(?:如下)?)$/u,
  ],
];

const number =
  /^(?:第?[一二三四五六七八九十]+[、.．条]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．)）](?!\d)|[①-⑳]|[一二三四五六七八九十]是)\s*/u;

/** Which way of numbering a line begins with; lines of the first way met begin an ask, those of another belong to it. */
const numbering = (text: string): string | null => {
  const mark = number.exec(text)?.[0];
  if (mark === undefined) return null;
  if (/^[（(]/u.test(mark)) return /\d/u.test(mark) ? 'bracketed' : 'bracketedChinese';
  if (/^\d/u.test(mark)) return 'digit';
  if (/^[①-⑳]/u.test(mark)) return 'circled';
  return /是/u.test(mark) ? 'spoken' : 'chinese';
};

const bare = (text: string): string => text.replace(/[\s\u3000【】[\]]/gu, '').replace(number, '');

type Labelled = { readonly part: Part; readonly rest: string };

/** `建议：` alone, `案由：关于……`, `三、建议`; null: an ordinary line. */
const labelOf = (text: string): Labelled | null => {
  const [before = '', ...after] = text.split(/[:：]/u);
  const rest = text.slice(before.length + 1).trim();
  const name = bare(before);
  if (name.length === 0 || name.length > 14) return null;
  for (const [part, pattern] of labels) {
    if (!pattern.test(name)) continue;
    // 案由 names the title where it is one, else the situation.
    if (name === '案由' && part === 'title' && rest !== '' && !rest.startsWith('关于')) continue;
    if (after.length > 0 || part !== 'title' || rest === '') return { part, rest };
  }
  return null;
};

const isTitle = (text: string): boolean =>
  /^关于.{2,80}的(?:建议|提案|意见)$/u.test(text.replace(/\s/gu, ''));

/** A printed form: a table whose rows begin with the parts' names gives its cells as lines. */
const unfold = (block: ReadBlock): readonly ReadBlock[] => {
  if (block.type !== 'table') return [block];
  const labelled = block.rows.filter(([first = '']) => labelOf(first.replace(/\s/gu, '')) !== null);
  if (labelled.length === 0) return [block];
  return labelled.flatMap(([first = '', ...cells]) => [
    { type: 'heading', text: first.replace(/\s/gu, '') } as const,
    ...cells
      .join('\n')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((text) => ({ type: 'paragraph', text: text.trim() }) as const),
  ]);
};

class Form {
  title = '';
  part: Part = 'facts';
  facts: ReadBlock[] = [];
  analysis: ReadBlock[] = [];
  readonly asks: string[] = [];
  style: string | null = null;
  moved = 0;

  ask(text: string, begins: boolean): void {
    const last = this.asks.length - 1;
    if (begins || last < 0) this.asks.push(text);
    else this.asks[last] = `${this.asks[last] ?? ''}\n${text}`;
  }

  addAsk(block: ReadBlock): void {
    if (block.type === 'table' || block.type === 'picture') {
      this.analysis.push(block);
      this.moved += 1;
      return;
    }
    const way = block.type === 'item' ? 'item' : numbering(block.text);
    // 为此，建议： before the first numbered ask asks for nothing itself.
    if (way === null && this.asks.length === 0 && /[:：]$/u.test(block.text)) return;
    if (way !== null && this.style === null && (this.asks.length === 0 || block.type === 'item'))
      this.style = way;
    const begins = way === null ? this.style === null : way === this.style;
    this.ask(begins ? block.text.replace(number, '') : block.text, begins);
  }

  add(block: ReadBlock): void {
    if (this.part === 'title' && 'text' in block && block.text.trim() !== '') {
      this.title = this.title === '' ? block.text : this.title;
      this.part = 'facts';
    } else if (this.part === 'asks') this.addAsk(block);
    else this[this.part === 'analysis' ? 'analysis' : 'facts'].push(block);
  }

  read(block: ReadBlock, labelled: Labelled | null): void {
    if (labelled !== null) {
      this.part = labelled.part;
      if (labelled.rest !== '') this.add({ type: 'paragraph', text: labelled.rest });
    } else if ('text' in block && this.title === '' && (block.type === 'title' || isTitle(block.text)))
      this.title = block.text;
    else this.add(block);
  }
}

/**
 * Finds the parts of the form in a document: 标题/案由, 情况, 分析, 建议 with its numbered asks. What belongs to no part
 * stands with the situation, so that nothing is lost.
 */
export const recogniseForm = (blocks: readonly ReadBlock[]): RecognisedForm => {
  const form = new Form();
  for (const block of blocks.flatMap(unfold)) {
    if ('text' in block && block.text.trim() === '') continue;
    const labelled =
      block.type === 'paragraph' || block.type === 'heading' || block.type === 'title'
        ? labelOf(block.text)
        : null;
    form.read(block, labelled);
  }
  if (form.title === '') {
    const [first] = form.facts;
    if (
      first !== undefined &&
      'text' in first &&
      first.type !== 'item' &&
      first.text.length <= 60 &&
      !/[。；]/u.test(first.text)
    ) {
      form.title = first.text;
      form.facts = form.facts.slice(1);
    }
  }
  const { title, facts, analysis, asks, moved } = form;
  return { title: title.replace(/\s+/gu, ' ').trim(), facts, analysis, asks, moved };
};

/** The blocks with list items gathered to lists and pictures as stored files; a picture without a file is left out. */
export const toBlocks = (
  read: readonly ReadBlock[],
  fileOf: (picture: number) => number | null,
): readonly Block[] => {
  const blocks: Block[] = [];
  for (const block of read) {
    const last = blocks.at(-1);
    if (block.type === 'item') {
      if (last?.type === 'list' && last.ordered === block.ordered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, block.text] };
      else blocks.push({ type: 'list', ordered: block.ordered, items: [block.text] });
    } else if (block.type === 'picture') {
      const fileId = fileOf(block.picture);
      if (fileId !== null) blocks.push({ type: 'picture', fileId, caption: block.caption });
    } else if (block.type === 'title') blocks.push({ type: 'heading', text: block.text });
    else blocks.push(block);
  }
  return blocks;
};
