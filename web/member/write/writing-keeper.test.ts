import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceDrafts } from './device-drafts.ts';
import { blankWriting, type Changes, type Text, type Writing } from './writing.ts';
import {
  type Answer,
  type Kept,
  newWritingKeeper,
  type Refused,
  type WritingKeeper,
} from './writing-keeper.ts';

const name = 'd-1';
const at = '2026-03-01T08:00:00.000Z';

const memoryStore = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
};

/** The database keeps the fields of a block in an order of its own. */
const asStored = (text: Text): Text => ({
  ...text,
  facts: text.facts.map(
    (block) =>
      Object.fromEntries(
        Object.entries(block).toSorted(([one], [other]) => one.localeCompare(other)),
      ) as typeof block,
  ),
});

/** Submissions as a server keeps them, behind a line that may lose the question or the answer. */
const newServer = () => {
  const rows: { version: number; writing: Writing }[] = [];
  const byKey = new Map<string, number>();
  const apply = (id: number, version: number, changes: Changes): Answer<{ version: number }> => {
    const row = rows[id - 1];
    if (row === undefined) return { ok: false, kind: 'refused', detail: '没有这一件' };
    if (row.version !== version)
      return { ok: false, kind: 'stale', version: row.version, theirs: row.writing.text };
    row.version += 1;
    row.writing = {
      ...row.writing,
      text: asStored({ ...row.writing.text, ...changes.text }),
      form: { ...row.writing.form, ...changes.form },
    };
    return { ok: true, value: { version: row.version } };
  };
  return {
    rows,
    start: (key: string): Answer<{ id: number; version: number }> => {
      const id = byKey.get(key) ?? rows.push({ version: 1, writing: blankWriting });
      byKey.set(key, id);
      return { ok: true, value: { id, version: 1 } };
    },
    apply,
  };
};

const unreachable: { readonly ok: false } & Refused = { ok: false, kind: 'unreachable' };

type Line = 'up' | 'loses the question' | 'loses the answer';

const bench = () => {
  const server = newServer();
  const drafts = deviceDrafts(7, memoryStore());
  let line: Line = 'up';
  let timer: (() => void) | null = null;
  const waiting: (() => void)[] = [];

  /** Answers come when the test lets them. */
  const over = <T>(ask: () => Answer<T>): Promise<Answer<T>> =>
    new Promise((resolve) => {
      const how = line;
      const answer = how === 'loses the question' ? unreachable : ask();
      waiting.push(() => resolve(how === 'up' ? answer : unreachable));
    });
  const open = (kept: Kept): WritingKeeper => {
    timer = null;
    let mine = true;
    const keeper = newWritingKeeper(kept, {
      start: () => over(() => server.start(name)),
      edit: (id, version, changes) => over(() => server.apply(id, version, changes)),
      keep: (next) => (mine ? drafts.keep(name, next, at) : true),
      drop: (next) => (mine ? drafts.drop(name, next, at) : undefined),
      clock: () => at,
      later: (run) => {
        timer = run;
        return () => {
          if (timer === run) timer = null;
        };
      },
    });
    leave = () => {
      mine = false;
    };
    return keeper;
  };
  let leave = (): void => undefined;
  const fresh: Kept = {
    organId: 1,
    submissionId: null,
    version: 0,
    base: blankWriting,
    content: blankWriting,
    unsure: [],
  };
  let keeper = open(fresh);
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  };
  const elapse = async (): Promise<void> => {
    const due = timer;
    timer = null;
    due?.();
    await settled();
  };
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await settled();
  };
  return {
    server,
    drafts,
    keeper: () => keeper,
    type: (title: string) => {
      const { content } = keeper.now();
      keeper.change({
        ...content,
        text: { ...content.text, title, facts: [{ type: 'paragraph', text: title }] },
      });
    },
    tick: (closerContact: boolean) => {
      const { content } = keeper.now();
      keeper.change({ ...content, form: { ...content.form, closerContact } });
    },
    setLine: (next: Line) => {
      line = next;
    },
    /** The page is gone in the middle of whatever it did; it is opened anew from what the device or the server has. */
    reload: () => {
      leave();
      waiting.splice(0);
      const kept = drafts.read(name);
      const moved = drafts.movedTo(name);
      const row = moved === null ? undefined : server.rows[moved - 1];
      keeper = open(
        kept ??
          (row === undefined
            ? fresh
            : {
                ...fresh,
                submissionId: moved,
                version: row.version,
                base: row.writing,
                content: row.writing,
              }),
      );
    },
    elapse,
    answer,
    /** The line is good and time passes until nothing more happens. */
    rest: async () => {
      line = 'up';
      for (let turn = 0; turn < 60; turn += 1) {
        await elapse();
        await answer();
      }
    },
    /** Somebody else's save, from another device. */
    elsewhere: (text: Partial<Text>) => {
      const row = server.rows[0];
      if (row !== undefined) server.apply(1, row.version, { text });
    },
  };
};

const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), title: fc.constantFrom('', '公交', '公交线网', '护学岗') }),
  fc.record({ do: fc.constant('tick' as const), on: fc.boolean() }),
  fc.record({
    do: fc.constant('line' as const),
    line: fc.constantFrom<Line>('up', 'loses the question', 'loses the answer'),
  }),
  fc.record({ do: fc.constantFrom('reload' as const, 'elapse' as const, 'answer' as const) }),
);

test('whatever is typed, lost and reloaded: what was typed last arrives, in one submission', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { server, keeper, type, tick, setLine, reload, elapse, answer, rest } = bench();
      let last = { title: '', on: false };
      for (const one of steps) {
        if (one.do === 'type') type(one.title);
        if (one.do === 'tick') tick(one.on);
        if (one.do === 'line') setLine(one.line);
        if (one.do === 'reload') reload();
        if (one.do === 'elapse') await elapse();
        if (one.do === 'answer') await answer();
        if (one.do === 'type') last = { ...last, title: one.title };
        if (one.do === 'tick') last = { ...last, on: one.on };
      }
      await rest();
      const { content, state } = keeper().now();
      expect([content.text.title, content.form.closerContact, state]).toEqual([last.title, last.on, 'saved']);
      expect(server.rows.length).toBeLessThanOrEqual(1);
      const stored = server.rows[0]?.writing ?? blankWriting;
      expect([stored.text.title, stored.form.closerContact]).toEqual([last.title, last.on]);
    }),
    { numRuns: 400 },
  );
});

test('what has arrived leaves the device but for its number', async () => {
  const { drafts, type, rest } = bench();
  type('公交');
  expect(drafts.list().map(({ kept }) => kept.content.text.title)).toEqual(['公交']);
  await rest();
  expect([drafts.list(), drafts.movedTo(name)]).toEqual([[], 1]);
  drafts.forgetArrived();
  expect(drafts.movedTo(name)).toBeNull();
});

test('a draft that was begun here is found by its number too, while something of it waits', async () => {
  const { drafts, type, rest, setLine, elapse, answer } = bench();
  type('公交');
  await rest();
  setLine('loses the question');
  type('公交线网');
  await elapse();
  await answer();
  expect(drafts.find('s1')).toMatchObject({ name, kept: { content: { text: { title: '公交线网' } } } });
  expect(drafts.find('s2')).toBeNull();
});

test('signing out keeps what has not arrived, for the same person alone', () => {
  const store = memoryStore();
  const kept = {
    organId: 1,
    submissionId: null,
    version: 0,
    base: blankWriting,
    content: blankWriting,
    unsure: [],
  };
  deviceDrafts(7, store).keep(name, kept, at);
  deviceDrafts(7, store).forgetArrived();
  expect([deviceDrafts(7, store).list().length, deviceDrafts(70, store).list().length]).toEqual([1, 0]);
});

describe('somebody changed it elsewhere', () => {
  test('another part: both changes stand, nobody is asked', async () => {
    const { server, type, elsewhere, rest, keeper } = bench();
    type('公交');
    await rest();
    elsewhere({ asks: ['增加班次'] });
    type('公交线网');
    await rest();
    expect(server.rows[0]?.writing.text).toMatchObject({ title: '公交线网', asks: ['增加班次'] });
    expect(keeper().now()).toMatchObject({ state: 'saved', clash: null });
  });

  test('the same part: both are shown, the author chooses, and only then it is sent', async () => {
    const { server, drafts, type, elsewhere, rest, keeper } = bench();
    type('公交');
    await rest();
    elsewhere({ title: '地铁' });
    type('公交线网');
    await rest();
    expect(server.rows[0]?.writing.text.title).toBe('地铁');
    expect(keeper().now()).toMatchObject({
      state: 'clash',
      clash: { theirs: { title: '地铁' }, fields: ['title'] },
    });
    expect(drafts.list()[0]?.kept.content.text.title).toBe('公交线网');
    keeper().settle({ ...keeper().now().content.text, title: '公交和地铁' });
    await rest();
    expect(server.rows[0]?.writing.text.title).toBe('公交和地铁');
  });

  test('typing goes on while the choice is open, and nothing of it is lost', async () => {
    const { type, elsewhere, rest, keeper } = bench();
    type('公交');
    await rest();
    elsewhere({ title: '地铁' });
    type('公交线网');
    await rest();
    type('公交线网优化');
    await rest();
    expect(keeper().now()).toMatchObject({ state: 'clash', content: { text: { title: '公交线网优化' } } });
  });
});

test('what others did to it is learnt, unless something waits to be sent', async () => {
  const { type, rest, keeper } = bench();
  type('公交');
  await rest();
  const { content, version } = keeper().now();
  keeper().learn(version + 2, { ...content, text: { ...content.text, asks: ['增加班次'] } });
  expect(keeper().now()).toMatchObject({ version: version + 2, content: { text: { asks: ['增加班次'] } } });
  type('公交线网');
  keeper().learn(99, content);
  expect(keeper().now()).toMatchObject({ version: version + 2, content: { text: { title: '公交线网' } } });
});

test('after it is handed in nothing is sent and the device forgets it', async () => {
  const { server, drafts, type, rest, keeper } = bench();
  type('公交');
  await rest();
  type('公交线网');
  keeper().stop();
  await rest();
  expect([server.rows[0]?.writing.text.title, drafts.list()]).toEqual(['公交', []]);
});
