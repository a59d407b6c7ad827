import { expect, test } from 'vitest';
import type { PublicConsent } from '#core/words.ts';
import type { BookletLine, BookletSession } from './booklet.views.ts';
import { type BookletPrint, categoryListOf, digestOf, wholeIn } from './booklets.ts';

const session: BookletSession = {
  id: 1,
  organId: 1,
  organ: '试验市人大',
  office: '试验市人大代工委',
  kind: 'congress',
  term: 7,
  number: 6,
};
const print: BookletPrint = { language: 'zh', session, on: '2026-03-01' };
const line = (id: number, more: Partial<BookletLine> = {}): BookletLine => ({
  id,
  caseNo: `2026000${id}`,
  title: `关于第${id}件的建议`,
  category: null,
  consent: 'full',
  stage: 'filed',
  body: '',
  proposers: ['甲', '乙'],
  mergedInto: null,
  leadUnits: [],
  ...more,
});
const consents: readonly PublicConsent[] = ['full', 'titleOnly', 'no', 'unasked'];
const lines = consents.map((consent, at) => line(at + 1, { consent }));
const texts = new Map(lines.map(({ id }) => [id, { text: `正文${id}\n\n第二段`, asks: [`诉求${id}`] }]));

test('the booklet for the offices is whole and says what may not be published', () => {
  const book = digestOf(print, lines, texts, 'internal');
  expect(book.mark).toContain('内部');
  expect(book.entries.map(({ paragraphs }) => paragraphs[0])).toEqual(['正文1', '正文2', '正文3', '正文4']);
  expect(book.entries.map(({ facts }) => facts.find(({ label }) => label === '公开意见')?.text)).toEqual([
    undefined,
    '仅公开标题',
    '不同意公开',
    '未征询公开意见',
  ]);
});

test('the public booklet prints what was agreed to, and counts what it leaves out', () => {
  expect(wholeIn(lines, 'public')).toEqual([1]);
  const book = digestOf(print, lines, texts, 'public');
  const printed = JSON.stringify(book);
  expect(book.entries.map(({ caseNo }) => caseNo)).toEqual(['20260001', '20260002']);
  expect(book.entries[1]).toMatchObject({ title: '关于第2件的建议', facts: [], paragraphs: [], asks: [] });
  for (const hidden of ['正文2', '诉求2', '正文3', '关于第3件', '关于第4件', '内部'])
    expect(printed).not.toContain(hidden);
  expect(book.notes.join()).toMatch(/共2件.*1件.*仅列标题.*另有2件/);
});

test('a merged matter says in the offices’ booklet alone with which it is handled', () => {
  const merged = [line(1, { stage: 'merged', mergedInto: '20260009' })];
  expect(JSON.stringify(digestOf(print, merged, texts, 'internal'))).toContain('与20260009合并办理');
  expect(JSON.stringify(digestOf(print, merged, texts, 'public'))).not.toContain('20260009');
});

test('the counts of the list by category add up to the matters of the session', () => {
  const tree = [
    { id: 1, code: 'A', nameZh: '交通', nameEn: 'Transport', parentId: null },
    { id: 2, code: 'A1', nameZh: '公交', nameEn: '', parentId: 1 },
  ];
  const given = ['公交', '交通', '公交', null, '旧类'].map((category, at) => line(at + 1, { category }));
  const list = categoryListOf(print, given, tree);
  expect(list.intro).toEqual(['共5件：交通3件，旧类1件，未分类1件。']);
  expect(list.groups.map(({ heading }) => heading)).toEqual([
    'A 交通（共3件，其中直接归入1件）',
    '　A1 公交（2件）',
    '类别表以外：旧类（1件）',
    '未分类（1件）',
  ]);
  expect(list.groups.flatMap(({ rows }) => rows.map(([, caseNo]) => caseNo)).toSorted()).toEqual(
    given.map(({ caseNo }) => caseNo),
  );
  expect(categoryListOf(print, [], tree)).toMatchObject({ intro: ['共0件'], groups: [] });
});

test('a text of many lines stays one line in a table and in the contents', () => {
  const wild = line(1, { title: '关于\n<b>甲</b>\u0000的建议', category: '一\n类' });
  expect(digestOf(print, [wild], new Map(), 'internal').entries[0]).toMatchObject({
    title: '关于<b>甲</b>的建议',
    instead: '（无正文）',
  });
  expect(categoryListOf(print, [wild], []).groups[0]).toMatchObject({ heading: '类别表以外：一类（1件）' });
});
