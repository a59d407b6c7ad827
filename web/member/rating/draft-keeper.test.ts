import { describe, expect, test } from 'vitest';
import { newKeeper, retryAfter, type Sent, saveAfter } from './draft-keeper.ts';

/** A clock, a device and a server in the hand of the test. */
const bench = (onServer = '', unsent: string | null = null) => {
  const sent: string[] = [];
  const answers: ((answer: Sent) => void)[] = [];
  let device: string | null = unsent;
  let timer: { readonly run: () => void; readonly milliseconds: number } | null = null;
  const keeper = newKeeper(onServer, unsent, {
    send: (content) => {
      sent.push(content);
      return new Promise((answer) => answers.push(answer));
    },
    keep: (content) => {
      device = content;
    },
    drop: () => {
      device = null;
    },
    later: (run, milliseconds) => {
      const mine = { run, milliseconds };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    keeper,
    sent,
    device: () => device,
    waits: () => timer?.milliseconds ?? null,
    elapse: async () => {
      const due = timer;
      timer = null;
      due?.run();
      await settled();
    },
    answer: async (answer: Sent) => {
      answers.shift()?.(answer);
      await settled();
    },
    settled,
  };
};

const stored: Sent = { outcome: 'stored' };
const unreachable: Sent = { outcome: 'unreachable' };

test('what is typed is on the device at once and on the server a moment later', async () => {
  const { keeper, sent, device, waits, elapse, answer } = bench();
  keeper.change('a');
  expect([device(), sent, keeper.now().state, waits()]).toEqual(['a', [], 'typed', saveAfter]);
  await elapse();
  expect([sent, keeper.now().state]).toEqual([['a'], 'saving']);
  await answer(stored);
  expect([device(), keeper.now().state, waits()]).toEqual([null, 'saved', null]);
});

test('several keystrokes are one save', async () => {
  const { keeper, sent, elapse } = bench();
  keeper.change('a');
  keeper.change('ab');
  await elapse();
  expect(sent).toEqual(['ab']);
});

describe('while a save is on its way', () => {
  test('what is typed meanwhile is saved after it, never beside it', async () => {
    const { keeper, sent, device, elapse, answer } = bench();
    keeper.change('a');
    await elapse();
    keeper.change('ab');
    void keeper.flush();
    expect(sent).toEqual(['a']);
    await answer(stored);
    expect(sent).toEqual(['a', 'ab']);
    expect(device()).toBe('ab');
    await answer(stored);
    expect([device(), keeper.now().state]).toEqual([null, 'saved']);
  });

  test('typed and taken back: what arrived is corrected', async () => {
    const { keeper, sent, elapse, answer } = bench('x');
    keeper.change('xy');
    await elapse();
    keeper.change('x');
    await answer(stored);
    await elapse();
    expect(sent).toEqual(['xy', 'x']);
  });
});

describe('when the server cannot be reached', () => {
  test('it stays on the device and is sent again', async () => {
    const { keeper, sent, device, waits, elapse, answer } = bench();
    keeper.change('a');
    await elapse();
    await answer(unreachable);
    expect([device(), keeper.now().state, waits()]).toEqual(['a', 'kept', retryAfter]);
    await elapse();
    await answer(stored);
    expect([sent, device(), keeper.now().state]).toEqual([['a', 'a'], null, 'saved']);
  });

  test('what an earlier visit could not send is shown and sent', async () => {
    const { keeper, sent, elapse, answer } = bench('old', 'new');
    expect(keeper.now()).toMatchObject({ content: 'new', state: 'typed' });
    await elapse();
    await answer(stored);
    expect([sent, keeper.now().state]).toEqual([['new'], 'saved']);
  });
});

test('content that the server refuses is not sent again, changed content is', async () => {
  const { keeper, sent, waits, elapse, answer } = bench();
  keeper.change('a');
  await elapse();
  await answer({ outcome: 'refused', detail: '太长' });
  expect([keeper.now().state, keeper.now().refusal, waits()]).toEqual(['refused', '太长', null]);
  keeper.change('b');
  await elapse();
  await answer(stored);
  expect([sent, keeper.now().state]).toEqual([['a', 'b'], 'saved']);
});

test('after the rating is sealed nothing is sent, and the device forgets it', async () => {
  const { keeper, sent, device, elapse, answer } = bench();
  keeper.change('a');
  await elapse();
  keeper.change('ab');
  keeper.stop();
  await answer(unreachable);
  await elapse();
  await keeper.flush();
  expect([sent, device()]).toEqual([['a'], null]);
});

test('listeners hear of every change until they leave', () => {
  const { keeper } = bench();
  let heard = 0;
  const leave = keeper.subscribe(() => {
    heard += 1;
  });
  keeper.change('a');
  leave();
  keeper.change('b');
  expect(heard).toBe(1);
});
