import { describe, expect, test } from 'vitest';
import { readView, writeView } from './opinions-view.ts';

describe('the address of session opinions', () => {
  test('reads what it wrote', () => {
    const view = {
      part: 'all',
      sessionId: 3,
      filters: { state: 'waiting', sameDay: 'held', unitId: '7' },
    } as const;
    expect(readView(writeView(view))).toEqual(view);
  });

  test('leaves out what nobody here has written', () => {
    expect(readView({ tab: 'x', sessionId: '-1', state: 'sent', unitId: '1;', answered: 'perhaps' })).toEqual(
      {
        part: null,
        sessionId: null,
        filters: {},
      },
    );
  });
});
