import { getMatter } from '#contract/matter.ts';
import { saveRatingDraft } from '#contract/rating.ts';
import { ApiProblem, call, newKey } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { newIntention } from '#web/shared/intention.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { Rating } from '../matter/matter-types.ts';
import { askMe } from '../session.ts';
import { useFlush } from '../use-flush.ts';
import { type Keeper, newKeeper, type SaveState, type Sent } from './draft-keeper.ts';
import { dropFromDevice, keepOnDevice, readKept } from './kept-drafts.ts';
import { bodyOf, type Questions, type RatingDraft, readDraft } from './rating-draft.ts';

export type DraftOnPage = {
  readonly draft: RatingDraft;
  readonly state: SaveState;
  readonly refusal: string;
  readonly change: (draft: RatingDraft) => void;
  /** The rating is sealed: nothing more is saved. */
  readonly stop: () => void;
};

type Place = { readonly personId: number; readonly matterId: number; readonly rating: Rating };

/** The page of the matter that is already here learns what was saved, so that coming back shows it. */
const tellPage = (client: QueryClient, { matterId, rating }: Place, draft: RatingDraft): void => {
  client.setQueryData(ask(getMatter, { params: { matterId } }).queryKey, (matter) =>
    matter === undefined
      ? undefined
      : {
          ...matter,
          ratings: matter.ratings.map((one) =>
            one.id === rating.id ? { ...one, draft: bodyOf(draft) } : one,
          ),
        },
  );
};

/** Saves a draft; one attempt that may have arrived is repeated under its own key. */
const sender = (client: QueryClient, place: Place) => {
  const intention = newIntention(newKey);
  return async (draft: RatingDraft): Promise<Sent> => {
    const body = bodyOf(draft);
    try {
      await call(saveRatingDraft, {
        params: { ratingId: place.rating.id },
        body,
        key: intention.keyFor(body),
      });
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      const { status, detail } = fault.problem;
      if (status === 401) void client.invalidateQueries({ queryKey: askMe.queryKey });
      if (status === 0 || status === 401 || status === 429 || status >= 500)
        return { outcome: 'unreachable' };
      intention.settle();
      return { outcome: 'refused', detail };
    }
    intention.settle();
    tellPage(client, place, draft);
    return { outcome: 'stored' };
  };
};

/** Keepers whose content has not arrived outlive their page: leaving it, or an ended session, loses nothing. */
const keepers = new Map<string, Keeper<RatingDraft>>();

const openKeeper = (client: QueryClient, place: Place, questions: Questions): Keeper<RatingDraft> => {
  const { personId, rating } = place;
  const name = `${personId}.${rating.id}`;
  const open = keepers.get(name);
  if (open !== undefined && open.now().state !== 'saved') return open;
  const unsent = readKept(personId, rating.id);
  const keeper = newKeeper<RatingDraft>(
    readDraft(rating.draft, questions),
    unsent === null ? null : readDraft(bodyOf(unsent), questions),
    {
      send: sender(client, place),
      keep: (draft) => keepOnDevice(personId, rating.id, draft),
      drop: () => dropFromDevice(personId, rating.id),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  );
  keepers.set(name, keeper);
  return keeper;
};

/** The draft of one rating, saving itself while it is filled in. */
export const useRatingDraft = (place: Place, questions: Questions): DraftOnPage => {
  const client = useQueryClient();
  const [keeper] = useState(() => openKeeper(client, place, questions));
  const { content, state, refusal } = useSyncExternalStore(keeper.subscribe, keeper.now);
  useFlush(keeper);
  return {
    draft: content,
    state,
    refusal,
    change: keeper.change,
    stop: () => {
      keeper.stop();
      keepers.delete(`${place.personId}.${place.rating.id}`);
    },
  };
};
