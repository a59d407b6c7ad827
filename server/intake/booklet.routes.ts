import * as endpoints from '#contract/booklet.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Actor } from '#core/access.ts';
import { type FileAnswer, answer, no } from '../platform/answer.ts';
import type { Booklet } from '../platform/documents/booklet.ts';
import type { ListPaper } from '../platform/documents/list-paper.ts';
import type { Scene } from '../platform/http.ts';
import { type Route, route } from '../platform/route.ts';
import { findBookletSession, listCategories, listForBooklet, readTexts } from './booklet.views.ts';
import { type BookletPrint, categoryListOf, digestOf, wholeIn } from './booklets.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Format = keyof typeof mediaTypes;

/** How booklets and lists are drawn: the adapters, or fakes. They are called when all has been read. */
export type BookletPapers = {
  readonly book: Readonly<Record<Format, (book: Booklet) => Promise<Uint8Array>>>;
  readonly list: Readonly<Record<Format, (paper: ListPaper) => Promise<Uint8Array>>>;
};

/** The supervisor reads what any organ filed; an office its own. */
const reads = (actor: Actor, organId: number): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'supervisor' ||
      ((grant.role === 'congress-office' || grant.role === 'cppcc-office') && grant.organId === organId),
  );

const open = async (
  { tx, actor, at, language }: Pick<Scene<Endpoint>, 'tx' | 'actor' | 'at' | 'language'>,
  sessionId: number,
) => {
  const session = await findBookletSession(tx, actor.jurisdictionId, sessionId);
  if (session === undefined || !reads(actor, session.organId)) return null;
  const lines = await listForBooklet(tx, actor.jurisdictionId, sessionId, endpoints.mostInBooklet);
  const print: BookletPrint = { language, session, on: at.date };
  return { print, lines };
};

const fileOf = (name: string, format: Format, bytes: () => Promise<Uint8Array>): FileAnswer => ({
  name: `${name}.${format}`,
  mediaType: mediaTypes[format],
  bytes,
});

const tooLarge = () => no('export-too-large', { most: endpoints.mostInBooklet });

/** Booklets of a session: the digest, and the list by category. */
export const bookletRoutes = (papers: BookletPapers): readonly Route[] => [
  route(endpoints.sessionDigest, async (scene) => {
    const found = await open(scene, scene.params.sessionId);
    if (found === null) return no('not-found');
    const { print, lines } = found;
    if (lines.length > endpoints.mostInBooklet) return tooLarge();
    const { format, audience } = scene.query;
    const texts = await readTexts(scene.tx, scene.actor.jurisdictionId, wholeIn(lines, audience));
    const book = digestOf(print, lines, texts, audience);
    return answer(
      fileOf(`${book.session}${book.title}-${book.mark.split('　')[0] ?? ''}`, format, () =>
        papers.book[format](book),
      ),
    );
  }),
  route(endpoints.sessionCategoryList, async (scene) => {
    const found = await open(scene, scene.params.sessionId);
    if (found === null) return no('not-found');
    const { print, lines } = found;
    if (lines.length > endpoints.mostInBooklet) return tooLarge();
    const tree = await listCategories(scene.tx, scene.actor.jurisdictionId, print.session.organId);
    const paper = categoryListOf(print, lines, tree);
    const { format } = scene.query;
    return answer(fileOf(paper.title, format, () => papers.list[format](paper)));
  }),
];
