/** The outbox as the worker runs it, with a pace for tests and addresses of this machine allowed. */
import type { ChannelKind, PersonalKind } from '#contract/channel-fields.ts';
import { saveChannel, saveOwnChannel } from '#server/notice/channel.store.ts';
import { type Dispatcher, type DispatcherDeps, startDispatcher } from '#server/notice/dispatcher.ts';
import { usualPace } from '#server/notice/outbox.store.ts';
import { type NewNotice, tellPeople } from '#server/notice/tell.store.ts';
import { outgoingGuard } from '#server/platform/channels/outgoing-guard.ts';
import { type Db, openDatabase } from '#server/platform/db/database.ts';
import { farewells } from '#server/see/notice.views.ts';
import { reachOf } from '#server/see/reach.ts';
import type { Product } from './product.ts';

export const quickPace = {
  ...usualPace,
  first: 100,
  longest: 400,
  pause: 300,
  longestPause: 600,
};

/** Nothing is sealed in these tests. */
export const dispatcherDeps = (
  appUrl: string,
  db: Db,
  over: Partial<DispatcherDeps> = {},
): DispatcherDeps => ({
  db,
  appUrl,
  openSeal: (sealed) => sealed,
  sight: { standing: reachOf, named: farewells },
  publicUrl: 'https://luoshi.example.cn',
  guard: outgoingGuard('127.0.0.1'),
  pace: quickPace,
  leaseMs: 5_000,
  log: () => undefined,
  ...over,
});

export const startTestDispatcher = (product: Product, over: Partial<DispatcherDeps> = {}): Dispatcher => {
  const db = openDatabase(product.database.appUrl, 8);
  const dispatcher = startDispatcher(dispatcherDeps(product.database.appUrl, db, over));
  return {
    stop: async () => {
      await dispatcher.stop();
      await db.close();
    },
  };
};

export const useChannel = (
  product: Product,
  kind: ChannelKind,
  settings: Record<string, string>,
  secrets: Record<string, string> = {},
  digestMinutes = 0,
): Promise<number> =>
  product.app.db.write(product.place.jurisdictionId, async (tx) => ({
    keep: true,
    value: await saveChannel(tx, product.place.jurisdictionId, kind, {
      enabled: true,
      settings,
      secrets,
      digestMinutes,
    }),
  }));

export const choose = (
  product: Product,
  personId: number,
  kind: PersonalKind,
  address: string,
  wants: { readonly ordinary: boolean; readonly urgent: boolean } = { ordinary: true, urgent: true },
): Promise<void> =>
  product.app.db.write(product.place.jurisdictionId, async (tx) => {
    await saveOwnChannel(tx, product.place.jurisdictionId, {
      personId,
      kind,
      addressSealed: address,
      ...wants,
    });
    return { keep: true, value: undefined };
  });

export const tellAll = (product: Product, notices: readonly NewNotice[], keep = true): Promise<void> =>
  product.app.db.write(product.place.jurisdictionId, async (tx) => {
    tellPeople(tx, product.place.jurisdictionId, product.now(), notices);
    return { keep, value: undefined };
  });
