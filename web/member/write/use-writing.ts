import { editSubmission, getSubmission, startSubmission } from '#contract/submission.ts';
import { ApiProblem, call, newKey } from '#web/shared/api.ts';
import { newIntention } from '#web/shared/intention.ts';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { askMe } from '../session.ts';
import { useFlush } from '../use-flush.ts';
import { type DraftName, draftsHere, nameOf } from './device-drafts.ts';
import { blankWriting, type Changes, type SubmissionPage, type Text, writingOf } from './writing.ts';
import {
  type Answer,
  type Kept,
  newWritingKeeper,
  type OnPage,
  type WritingKeeper,
} from './writing-keeper.ts';

/** Keepers outlive their page: going from one page to another, or an ended session, loses nothing. */
const keepers = new Map<string, WritingKeeper>();
const keyOf = (personId: number, name: DraftName): string => `${personId}.${name}`;

const newDraftName = (): DraftName => `d-${newKey()}`;

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'title' in value && 'facts' in value && 'asks' in value;

const theirsOf = (params: Readonly<Record<string, unknown>>): Text | null => {
  try {
    const theirs: unknown = JSON.parse(String(params['theirs']));
    return isText(theirs) ? theirs : null;
  } catch {
    return null;
  }
};

const answerOf = (client: QueryClient, fault: unknown): Answer<never> => {
  if (!(fault instanceof ApiProblem)) throw fault;
  const { status, detail, params, code } = fault.problem;
  if (status === 401) void client.invalidateQueries({ queryKey: askMe.queryKey });
  if (status === 0 || status === 401 || status === 429 || status >= 500)
    return { ok: false, kind: 'unreachable' };
  const theirs = code === 'stale' ? theirsOf(params) : null;
  return theirs === null
    ? { ok: false, kind: 'refused', detail }
    : { ok: false, kind: 'stale', version: Number(params['current']), theirs };
};

type Opened = { readonly personId: number; readonly name: DraftName; readonly kept: Kept };

const openKeeper = (client: QueryClient, { personId, name, kept }: Opened): WritingKeeper => {
  const known = keepers.get(keyOf(personId, name));
  if (known !== undefined && known.now().state !== 'saved') return known;
  const drafts = draftsHere(personId);
  const intention = newIntention(newKey);
  const now = (): string => new Date().toISOString();
  const keeper: WritingKeeper = newWritingKeeper(kept, {
    start: async () => {
      try {
        const { id, version } = await call(startSubmission, {
          body: { organId: kept.organId, authorId: null },
          // One draft, one key: begun once, however often the connection breaks.
          key: name.slice(2),
        });
        keepers.set(keyOf(personId, nameOf(id)), keeper);
        return { ok: true, value: { id, version } };
      } catch (fault) {
        return answerOf(client, fault);
      }
    },
    edit: async (submissionId: number, version: number, changes: Changes) => {
      try {
        const body = { ...changes } as NonNullable<Parameters<typeof call<typeof editSubmission>>[1]>['body'];
        const done = await call(editSubmission, {
          params: { submissionId },
          ...(body === undefined ? {} : { body }),
          version,
          key: intention.keyFor([version, changes]),
        });
        intention.settle();
        void client.invalidateQueries({ queryKey: [getSubmission.id] });
        return { ok: true, value: { version: done.version } };
      } catch (fault) {
        const answer = answerOf(client, fault);
        if (!answer.ok && answer.kind !== 'unreachable') intention.settle();
        return answer;
      }
    },
    keep: (next) => drafts.keep(name, next, now()),
    drop: (next) => drafts.drop(name, next, now()),
    clock: now,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  keepers.set(keyOf(personId, name), keeper);
  if (kept.submissionId !== null) keepers.set(keyOf(personId, nameOf(kept.submissionId)), keeper);
  return keeper;
};

/** Begins a draft on the device alone; it goes to the server with its first words. */
export const beginDraft = (client: QueryClient, personId: number, organId: number): DraftName => {
  const name = newDraftName();
  const kept = {
    organId,
    submissionId: null,
    version: 0,
    base: blankWriting,
    content: blankWriting,
    unsure: [],
  };
  openKeeper(client, { personId, name, kept });
  return name;
};

/** The draft of that name as this device knows it; null: only the server can tell. */
export const openHere = (client: QueryClient, personId: number, name: DraftName): WritingKeeper | null => {
  const known = keepers.get(keyOf(personId, name));
  if (known !== undefined && (known.now().state !== 'saved' || name.startsWith('d-'))) return known;
  const found = draftsHere(personId).find(name);
  return found === null ? null : openKeeper(client, { personId, ...found });
};

/** What this page last knew of it, for when the server cannot be asked. */
export const lastKnown = (personId: number, name: DraftName): WritingKeeper | null =>
  keepers.get(keyOf(personId, name)) ?? null;

/** The name under which this page first met a draft: one that gets its number while it is written stays itself. */
export const firstName = (personId: number, name: DraftName): DraftName => {
  const keeper = keepers.get(keyOf(personId, name));
  if (keeper === undefined) return name;
  const met = [...keepers].find(([, one]) => one === keeper)?.[0];
  return met === undefined ? name : met.slice(`${personId}.`.length);
};

/** The draft as the server has it, with what this device could not send yet. */
export const openThere = (client: QueryClient, personId: number, page: SubmissionPage): WritingKeeper => {
  const name = nameOf(page.id);
  const known = keepers.get(keyOf(personId, name));
  // What the page was told may be older than what was saved since.
  if (known !== undefined && known.now().version >= page.version) return known;
  const content = writingOf(page);
  return (
    openHere(client, personId, name) ??
    openKeeper(client, {
      personId,
      name,
      kept: {
        organId: page.organ.id,
        submissionId: page.id,
        version: page.version,
        base: content,
        content,
        unsure: [],
      },
    })
  );
};

export const forgetKeeper = (personId: number, submissionId: number): void => {
  for (const [key, keeper] of keepers)
    if (key.startsWith(`${personId}.`) && keeper.now().submissionId === submissionId) {
      keeper.stop();
      keepers.delete(key);
    }
};

/** What the page shows of a draft; it is sent when the page is left or hidden, and when the connection is back. */
export const useOnPage = (keeper: WritingKeeper): OnPage => {
  const page = useSyncExternalStore(keeper.subscribe, keeper.now);
  useFlush(keeper);
  return page;
};
