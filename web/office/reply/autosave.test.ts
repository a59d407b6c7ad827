import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, type DraftEvent, evolveDraft, isUnsaved, keyFor, openDraft } from './autosave.ts';

const opened = openDraft({ content: '甲', version: 3 }, null);
const after = (draft: Draft<string>, ...events: readonly DraftEvent<string>[]): Draft<string> =>
  events.reduce((state, event) => evolveDraft(state, event), draft);

describe('opening', () => {
  test('without a kept text the form shows what the server has', () => {
    expect(opened).toMatchObject({ content: '甲', phase: 'saved' });
  });

  test('a text kept from a broken session comes back and is to be saved', () => {
    expect(openDraft({ content: '甲', version: 3 }, { content: '甲乙', version: 3 })).toMatchObject({
      content: '甲乙',
      phase: 'changed',
    });
  });

  test('a kept text that rests on an older version is a conflict, with both texts at hand', () => {
    const draft = openDraft({ content: '甲丙', version: 4 }, { content: '甲乙', version: 3 });
    expect(draft).toMatchObject({
      phase: 'conflict',
      content: '甲乙',
      theirs: { content: '甲丙', version: 4 },
    });
  });
});

describe('saving', () => {
  test('what was typed during the save is still to be saved afterwards', () => {
    const draft = after(
      opened,
      { type: 'typed', content: '甲乙' },
      { type: 'sent', key: 'k1' },
      { type: 'typed', content: '甲乙丙' },
      { type: 'stored', version: 4, at: '10:32' },
    );
    expect(draft).toMatchObject({
      phase: 'changed',
      content: '甲乙丙',
      base: { content: '甲乙', version: 4 },
    });
  });

  test('after a fault the same text goes out under the same key, another text under a new one', () => {
    const failed = after(
      opened,
      { type: 'typed', content: '乙' },
      { type: 'sent', key: 'k1' },
      { type: 'failed' },
    );
    expect(keyFor(failed, () => 'k2')).toBe('k1');
    expect(keyFor(after(failed, { type: 'typed', content: '丙' }), () => 'k2')).toBe('k2');
  });

  test('a refused text is not sent again under its key', () => {
    const refused = after(
      opened,
      { type: 'typed', content: '乙' },
      { type: 'sent', key: 'k1' },
      { type: 'refused' },
    );
    expect(refused.phase).toBe('failed');
    expect(keyFor(refused, () => 'k2')).toBe('k2');
  });
});

describe('somebody else saves', () => {
  test('an untouched form follows the server', () => {
    expect(after(opened, { type: 'arrived', stored: { content: '丁', version: 4 } })).toMatchObject({
      content: '丁',
      phase: 'saved',
    });
  });

  test('a changed form keeps its text and shows both', () => {
    const draft = after(
      opened,
      { type: 'typed', content: '甲乙' },
      { type: 'arrived', stored: { content: '甲丁', version: 4 } },
    );
    expect(draft).toMatchObject({ phase: 'conflict', content: '甲乙', theirs: { content: '甲丁' } });
    expect(evolveDraft(draft, { type: 'sent', key: 'k' })).toBe(draft);
  });

  test('a new version of the same text only moves the base', () => {
    const draft = after(
      opened,
      { type: 'typed', content: '甲乙' },
      { type: 'arrived', stored: { content: '甲', version: 4 } },
    );
    expect(draft).toMatchObject({ phase: 'changed', content: '甲乙', base: { version: 4 } });
  });

  test('the person settles it, on the version that the other left', () => {
    const draft = after(
      opened,
      { type: 'typed', content: '甲乙' },
      { type: 'arrived', stored: { content: '甲丁', version: 4 } },
      { type: 'settled', content: '甲乙丁' },
    );
    expect(draft).toMatchObject({ phase: 'changed', content: '甲乙丁', base: { version: 4 }, theirs: null });
  });

  test('one’s own text, stored although its answer was lost, is no conflict', () => {
    const draft = after(
      opened,
      { type: 'typed', content: '甲乙' },
      { type: 'sent', key: 'k1' },
      { type: 'typed', content: '甲乙丙' },
      { type: 'failed' },
      { type: 'arrived', stored: { content: '甲乙', version: 4 } },
    );
    expect(draft).toMatchObject({
      phase: 'changed',
      content: '甲乙丙',
      base: { content: '甲乙', version: 4 },
      theirs: null,
    });
  });

  test('an older copy that arrives late changes nothing', () => {
    const saved = after(
      opened,
      { type: 'typed', content: '乙' },
      { type: 'sent', key: 'k' },
      { type: 'stored', version: 4, at: '10:32' },
    );
    expect(evolveDraft(saved, { type: 'arrived', stored: { content: '甲', version: 3 } })).toBe(saved);
  });
});

test('whatever happens, what was typed last stands in the form until the person settles otherwise', () => {
  const text = fc.string({ maxLength: 4 });
  const happening: fc.Arbitrary<DraftEvent<string>> = fc.oneof(
    text.map((content) => ({ type: 'typed', content }) as const),
    fc.constant({ type: 'sent', key: 'k' } as const),
    fc.constant({ type: 'failed' } as const),
    fc.constant({ type: 'refused' } as const),
    fc
      .tuple(text, fc.integer({ min: 1, max: 9 }))
      .map(([content, version]) => ({ type: 'arrived', stored: { content, version } }) as const),
  );
  fc.assert(
    fc.property(fc.array(happening), (events) => {
      const steps = events.reduce<
        readonly { before: Draft<string>; event: DraftEvent<string>; next: Draft<string> }[]
      >((done, event) => {
        const before = done.at(-1)?.next ?? opened;
        return [...done, { before, event, next: evolveDraft(before, event) }];
      }, []);
      const lost = steps.filter(
        ({ before, event, next }) =>
          isUnsaved(before) && event.type !== 'typed' && next.content !== before.content,
      );
      expect(lost).toEqual([]);
    }),
  );
});
