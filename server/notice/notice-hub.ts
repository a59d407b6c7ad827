/**
 * Tells open pages of new notices: one connection to the database a process hears of them, and whoever has a page open
 * in this process is told how many are unread. Nobody asks again and again.
 */
import type { Actor } from '#core/access.ts';
import type { Sink } from '../platform/event-stream.ts';
import type { Db } from '../platform/db/database.ts';
import { listen, type Listening } from '../platform/db/listen.ts';
import { noticeSignal } from '../platform/db/signals.ts';
import { countUnread } from './unread.views.ts';

type Connection = {
  readonly jurisdictionId: number;
  readonly personId: number;
  readonly signInId: number;
  readonly sink: Sink;
};

export type HubDeps = {
  readonly db: Db;
  readonly appUrl: string;
  /** Which of these sign-ins are still good. */
  readonly alive: (jurisdictionId: number, signInIds: readonly number[]) => Promise<readonly number[]>;
  /** How often each connection is shown to be alive and its session looked at, in milliseconds. */
  readonly beatEvery?: number;
};

export type NoticeHub = {
  /** False: this person has as many streams open here as he may have. */
  readonly hasRoom: (actor: Actor) => boolean;
  /** Answers with what ends it. */
  readonly attach: (actor: Actor, signInId: number, sink: Sink) => () => void;
  readonly stop: () => Promise<void>;
};

/** A browser's windows share one; this leaves room for a phone, another browser and what has not closed yet. */
const mostOfOne = 8;
/** Notices of one transaction come together; they are counted once. */
const settleFor = 150;

const keyOf = (jurisdictionId: number, personId: number): string => `${jurisdictionId}/${personId}`;

const byJurisdiction = (all: Iterable<Connection>): ReadonlyMap<number, Connection[]> => {
  const map = new Map<number, Connection[]>();
  for (const one of all) map.set(one.jurisdictionId, [...(map.get(one.jurisdictionId) ?? []), one]);
  return map;
};

type People = Map<string, Set<Connection>>;

const everybody = (people: People): Connection[] => [...people.values()].flatMap((set) => [...set]);

/** Counts for those named, and tells each of their pages. */
const tellPages = async (db: Db, people: People, keys: readonly string[]): Promise<void> => {
  const concerned = keys.flatMap((key) => [...(people.get(key) ?? [])]);
  for (const [j, own] of byJurisdiction(concerned)) {
    const ids = [...new Set(own.map(({ personId }) => personId))];
    const counts = await db.read(j, (tx) => countUnread(tx, j, ids));
    for (const { personId, unread, latest } of counts)
      for (const { sink } of people.get(keyOf(j, personId)) ?? [])
        sink.send({ event: 'unread', data: { unread: Number(unread), latest } });
  }
};

/** Shows each connection to be alive, and ends those whose session is over or that take nothing any more. */
const beat = async (deps: HubDeps, people: People, drop: (dead: Connection) => void): Promise<void> => {
  for (const [j, own] of byJurisdiction(everybody(people))) {
    const alive = new Set(await deps.alive(j, [...new Set(own.map(({ signInId }) => signInId))]));
    for (const connection of own) {
      const { signInId, sink } = connection;
      if (!alive.has(signInId)) {
        sink.send({ event: 'over', data: {} });
        sink.end();
      } else if (!sink.beat()) {
        // Gone, or it has not read for so long that it has been cut off: its place is for another.
        sink.end();
        drop(connection);
      }
    }
  }
};

export const noticeHub = (deps: HubDeps): NoticeHub => {
  const people: People = new Map();
  const dirty = new Set<string>();
  let ears: Listening | null = null;
  let settling: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;
  const mark = (keys: Iterable<string>): void => {
    for (const key of keys) if (people.has(key)) dirty.add(key);
    if (dirty.size === 0 || settling !== undefined) return;
    settling = setTimeout(() => {
      settling = undefined;
      // The database is away: when it is back, `up` asks for everybody.
      const keys = [...dirty];
      dirty.clear();
      tellPages(deps.db, people, keys).catch(() => undefined);
    }, settleFor);
    settling.unref();
  };
  const drop = (connection: Connection): void => {
    const key = keyOf(connection.jurisdictionId, connection.personId);
    const own = people.get(key);
    own?.delete(connection);
    if (own?.size === 0) people.delete(key);
  };
  const hear = (payload: string): void => {
    const [j, names = ''] = payload.split(':');
    mark(names.split(',').map((name) => keyOf(Number(j), Number(name))));
  };
  const begin = (): void => {
    ears ??= listen(deps.appUrl, noticeSignal, { heard: hear, up: () => mark(people.keys()) });
    beating ??= setInterval(
      () => void beat(deps, people, drop).catch(() => undefined),
      deps.beatEvery ?? 15_000,
    ).unref();
  };
  return {
    hasRoom: ({ jurisdictionId, personId }) =>
      (people.get(keyOf(jurisdictionId, personId))?.size ?? 0) < mostOfOne,
    attach: ({ jurisdictionId, personId }, signInId, sink) => {
      begin();
      const key = keyOf(jurisdictionId, personId);
      const connection = { jurisdictionId, personId, signInId, sink };
      const own = people.get(key) ?? new Set();
      people.set(key, own.add(connection));
      mark([key]);
      return () => drop(connection);
    },
    stop: async () => {
      clearTimeout(settling);
      clearInterval(beating);
      for (const { sink } of everybody(people)) sink.end();
      await ears?.stop();
    },
  };
};
