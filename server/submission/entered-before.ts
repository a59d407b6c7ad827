/** Paper forms that came in before: the same author with the same title, at the office already or further up the list. */
import type { Planned } from './plan-entries.ts';
import type { SubmissionScene } from './open-submission.ts';
import { findHandedIn } from './submission.views.ts';

export type EnteredBefore = {
  /** The flow number under which it was handed in; null: it was not. */
  readonly known: string | null;
  /** The place in the list, from 0, of the first row that is the same; null: none above. */
  readonly repeats: number | null;
};

const keyOf = (authorId: number, title: string): string => `${authorId} ${title}`;

/** For each row, in order. Asked once for all of them. */
export const enteredBefore = async (
  { tx, actor }: Pick<SubmissionScene, 'tx' | 'actor'>,
  organId: number,
  planned: readonly Planned[],
): Promise<readonly EnteredBefore[]> => {
  const keys = planned.map(({ author, text: { title } }) =>
    author === null || title === '' ? null : keyOf(author.id, title),
  );
  const found = await findHandedIn(tx, actor.jurisdictionId, organId, {
    titles: [...new Set(planned.map(({ text }) => text.title))],
    authorIds: [...new Set(planned.flatMap(({ author }) => author?.id ?? []))],
  });
  const known = new Map(found.map(({ authorId, title, flowNo }) => [keyOf(authorId, title), flowNo]));
  const first = new Map<string, number>();
  return keys.map((key, place) => {
    if (key === null) return { known: null, repeats: null };
    const above = first.get(key) ?? null;
    if (above === null) first.set(key, place);
    return { known: known.get(key) ?? null, repeats: above };
  });
};
