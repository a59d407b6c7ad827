import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Standing, standings } from './access.ts';
import { assignmentStates } from './assignment/assignment.ts';
import { assignmentLifecycle } from './assignment/lifecycle.ts';
import { allowedActions, type Lifecycle, permit, type Rule } from './lifecycle.ts';
import { matterLifecycle } from './matter/lifecycle.ts';
import { matterStages } from './matter/matter.ts';
import { ratingLifecycle } from './rating/lifecycle.ts';
import { ratingStates } from './rating/rating.ts';
import { refuse } from './refusal.ts';
import { replyLifecycle } from './reply/lifecycle.ts';
import { replyStates } from './reply/reply.ts';
import { submissionLifecycle } from './submission/lifecycle.ts';
import { submissionStates } from './submission/submission.ts';
import { noticeLifecycle, urgeLifecycle } from './supervision/lifecycle.ts';
import { supervisionNoticeStates } from './supervision/notice.ts';
import { urgeStates } from './supervision/urge.ts';

const tiny = {
  move: {
    name: { zh: '移动', en: 'Move' },
    from: ['here'],
    to: 'there',
    by: ['supervisor', 'handler'],
    needs: ['shoes', 'map'],
    clause: 'test',
  },
} as const satisfies Lifecycle<'move', 'here' | 'there', 'shoes' | 'map'>;

const noShoes = refuse('field-empty', { field: 'shoes' });
const ask = (state: 'here' | 'there', standing: readonly Standing[], missing: readonly string[] = []) =>
  permit(tiny, 'move', {
    state,
    standings: new Set(standing),
    unmet: (need) =>
      missing.includes(need) ? (need === 'shoes' ? noShoes : refuse('field-invalid', { field: need })) : null,
  });

describe('permit', () => {
  test('is null when standing, state and needs are right', () => {
    expect(ask('here', ['handler'])).toBeNull();
  });

  test('says first whose it is not, then the state, then the needs in their order', () => {
    expect(ask('there', [], ['shoes'])).toEqual({ code: 'not-yours', params: { action: 'move' } });
    expect(ask('there', ['handler'], ['shoes'])).toEqual({
      code: 'wrong-state',
      params: { action: 'move', state: 'there', from: ['here'] },
    });
    expect(ask('here', ['handler'], ['map', 'shoes'])).toEqual(noShoes);
    expect(ask('here', ['handler'], ['map'])?.params).toEqual({ field: 'map' });
  });
});

describe('allowedActions', () => {
  const offered = (state: 'here' | 'there', standing: readonly Standing[], unmet = false) =>
    allowedActions(tiny, { state, standings: new Set(standing), unmet: () => (unmet ? noShoes : null) });

  test('offers what is permitted, and what only a need holds back with the reason', () => {
    expect(offered('here', ['supervisor'])).toEqual([{ action: 'move', refusal: null }]);
    expect(offered('here', ['supervisor'], true)).toEqual([{ action: 'move', refusal: noShoes }]);
    expect(offered('there', ['supervisor'])).toEqual([]);
    expect(offered('here', ['city-leader'])).toEqual([]);
  });
});

const tables = [
  ['matter', matterLifecycle, matterStages],
  ['assignment', assignmentLifecycle, assignmentStates],
  ['reply', replyLifecycle, replyStates],
  ['rating', ratingLifecycle, ratingStates],
  ['urge', urgeLifecycle, urgeStates],
  ['notice', noticeLifecycle, supervisionNoticeStates],
  ['submission', submissionLifecycle, submissionStates],
] as const;

describe.each(tables)('the %s table', (_, table, states) => {
  const rules = Object.entries<Rule<string, string>>(table);

  test.each(rules)(
    '%s is named in both languages, has a clause, and repeats nobody and no state',
    (__, rule) => {
      expect(rule.name.zh.trim() && rule.name.en.trim() && rule.clause.trim()).toBeTruthy();
      expect(new Set(rule.by).size).toBe(rule.by.length);
      expect(new Set(rule.from).size).toBe(rule.from.length);
      expect([...states, 'same']).toEqual(expect.arrayContaining([rule.to].flat()));
    },
  );

  test('several standings may do what any of them may, no more and no less', () => {
    const lifecycle: Lifecycle<string, string, string> = table;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(table)),
        fc.constantFrom<string>(...states),
        fc.subarray([...standings]),
        (action, state, held) => {
          const may = (some: readonly Standing[]) =>
            permit(lifecycle, action, { state, standings: new Set(some), unmet: () => null }) === null;
          expect(may(held)).toBe(held.some((one) => may([one])));
        },
      ),
    );
  });
});
