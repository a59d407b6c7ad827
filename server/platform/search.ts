/** Chinese words for the search index: jieba's cut for search, the same for texts and for what people type. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { writeKeys } from './db/matter-key.store.ts';
import { indexMatter } from './db/search.store.ts';
import type { Tx } from './db/database.ts';

export type Indexer = {
  readonly index: (
    tx: Tx,
    matter: { readonly id: number; readonly title: string; readonly body: string; readonly caseNo: string },
  ) => Promise<void>;
};

let known: Jieba | undefined;

/** Read when first needed: a third of a second that most commands can do without. */
const jieba = (): Jieba => {
  known ??= Jieba.withDict(dict);
  return known;
};

const word = /[\p{L}\p{N}]/u;
/** A longer run of letters is no word that anybody looks for, and the index holds none of more than 2 KB. */
const longestWord = 200;

/** Words of a text, lower case, without punctuation; words of two and more characters also in their parts. */
export const wordsOf = (text: string): readonly string[] =>
  jieba()
    .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
    .filter((one) => one.length <= longestWord && word.test(one));

/** A tsquery's text: all words of the query must occur, each taken as it is; empty: nothing to search for. */
export const queryOf = (text: string): string =>
  [...new Set(wordsOf(text))].map((one) => `'${one.replace(/['\\]/g, '$&$&')}'`).join(' & ');

type Searchable = { readonly caseNo: string; readonly title: string; readonly body: string };

const headWords = ({ caseNo, title }: Searchable): readonly string[] => [
  caseNo.toLowerCase(),
  ...wordsOf(caseNo),
  ...wordsOf(title),
];

/** Everything that finds a matter, each word once, parted by spaces: what the index holds of it. */
export const searchWords = (matter: Searchable): string =>
  [...new Set([...headWords(matter), ...wordsOf(matter.body)])].join(' ');

export const searchIndexer: Indexer = {
  index: async (tx, matter) => {
    await indexMatter(tx, matter.id, headWords(matter).join(' '), wordsOf(matter.body).join(' '));
    await writeKeys(tx, [matter]);
  },
};
