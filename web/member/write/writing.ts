/** What an author has of a submission on the page: as data, compared and joined without a server. */
import { blankForm, blankText } from '#contract/blank-submission.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { same } from '#contract/same.ts';
import type { getSubmission } from '#contract/submission.ts';

export type SubmissionPage = ResponseOf<typeof getSubmission>;
export type Text = SubmissionPage['text'];
export type Form = SubmissionPage['form'];
export type Block = Text['facts'][number];
export type AttachedFile = SubmissionPage['files'][number];

/** In whose name it stands: people, or a body with its seal or its convenor. */
export type Collective = {
  readonly proposerType: SubmissionPage['proposerType'];
  readonly bodyName: string;
  readonly seal: AttachedFile | null;
};

export type Writing = {
  readonly text: Text;
  readonly form: Form;
  readonly files: readonly AttachedFile[];
  readonly collective: Collective;
};

export const blankWriting: Writing = {
  text: blankText,
  form: blankForm,
  files: [],
  collective: { proposerType: 'individual', bodyName: '', seal: null },
};

export const writingOf = (page: SubmissionPage): Writing => ({
  text: page.text,
  form: page.form,
  files: page.files,
  collective: { proposerType: page.proposerType, bodyName: page.bodyName, seal: page.sealFile },
});

/** What an autosave says: only what differs, so that what somebody else changed elsewhere stays. */
export type Changes = {
  text?: Partial<Text>;
  form?: Partial<Form>;
  fileIds?: number[];
  collective?: { proposerType: Collective['proposerType']; bodyName: string; sealFileId: number | null };
};

const differing = <T extends object>(base: T, now: T): Partial<T> | undefined => {
  const keys = (Object.keys(now) as (keyof T)[]).filter((key) => !same(base[key], now[key]));
  return keys.length === 0
    ? undefined
    : (Object.fromEntries(keys.map((key) => [key, now[key]])) as Partial<T>);
};

/** Everything, where nobody knows what the server has. */
export const wholeOf = ({ text, form, files, collective }: Writing): Changes => ({
  text,
  form,
  fileIds: files.map(({ id }) => id),
  collective: {
    proposerType: collective.proposerType,
    bodyName: collective.bodyName,
    sealFileId: collective.seal?.id ?? null,
  },
});

/** Null: nothing differs. */
export const changesBetween = (base: Writing, now: Writing): Changes | null => {
  const text = differing(base.text, now.text);
  const form = differing(base.form, now.form);
  const whole = wholeOf(now);
  const before = wholeOf(base);
  const changes: Changes = {
    ...(text === undefined ? {} : { text }),
    ...(form === undefined ? {} : { form }),
    ...(same(before.fileIds, whole.fileIds) ? {} : { fileIds: whole.fileIds ?? [] }),
    ...(same(before.collective, whole.collective) || whole.collective === undefined
      ? {}
      : { collective: whole.collective }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
};

export type TextField = keyof Text;
export const textFields = ['title', 'facts', 'analysis', 'asks'] as const satisfies readonly TextField[];

export type Merged = {
  /** Where both changed the same part, mine stands. */
  readonly text: Text;
  readonly clashes: readonly TextField[];
};

/** Joins two texts that grew from one: a part that only one of them changed is that one's. */
export const mergeTexts = (base: Text, mine: Text, theirs: Text): Merged => {
  const isTheirs = (field: TextField): boolean => same(mine[field], base[field]);
  const clashes = textFields.filter(
    (field) => !isTheirs(field) && !same(theirs[field], base[field]) && !same(theirs[field], mine[field]),
  );
  const part = <F extends TextField>(field: F): Text[F] => (isTheirs(field) ? theirs[field] : mine[field]);
  return {
    text: { title: part('title'), facts: part('facts'), analysis: part('analysis'), asks: part('asks') },
    clashes,
  };
};

export type Choices = Readonly<Partial<Record<TextField, 'mine' | 'theirs' | 'both'>>>;

/** One part as it was chosen; `both`: theirs stands after mine, to be put in order by hand. */
export const chosenText = (mine: Text, theirs: Text, choices: Choices): Text => ({
  title:
    choices.title === 'theirs'
      ? theirs.title
      : choices.title === 'both'
        ? mine.title + theirs.title
        : mine.title,
  facts:
    choices.facts === 'theirs'
      ? theirs.facts
      : choices.facts === 'both'
        ? [...mine.facts, ...theirs.facts]
        : mine.facts,
  analysis:
    choices.analysis === 'theirs'
      ? theirs.analysis
      : choices.analysis === 'both'
        ? [...mine.analysis, ...theirs.analysis]
        : mine.analysis,
  asks:
    choices.asks === 'theirs'
      ? theirs.asks
      : choices.asks === 'both'
        ? [...mine.asks, ...theirs.asks.filter((ask) => !mine.asks.includes(ask))]
        : mine.asks,
});
