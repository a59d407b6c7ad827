import { describe, expect, it } from 'vitest';
import { callerCache } from './caller-cache.ts';

const person = { personKey: '1/7' };

describe('the cache of callers', () => {
  it('forgets within a second', () => {
    const cache = callerCache<typeof person>();
    cache.keep('k', person, 10_000);
    expect(cache.find('k', 10_999)).toBe(person);
    expect(cache.find('k', 11_000)).toBeUndefined();
  });

  it('believes nothing when the clock was set back', () => {
    const cache = callerCache<typeof person>();
    cache.keep('k', person, 10_000);
    expect(cache.find('k', 9_999)).toBeUndefined();
  });

  it('neither answers nor keeps while something about the person changes', () => {
    const cache = callerCache<typeof person>();
    cache.keep('k', person, 10_000);
    cache.distrust('1/7', 10_000);
    expect(cache.find('k', 10_000)).toBeUndefined();
    cache.keep('k', person, 11_500);
    expect(cache.find('k', 11_500)).toBeUndefined();
    cache.keep('k', person, 12_000);
    expect(cache.find('k', 12_000)).toBe(person);
  });

  it('leaves other people alone', () => {
    const cache = callerCache<typeof person>();
    cache.keep('k', person, 10_000);
    cache.distrust('1/8', 10_000);
    expect(cache.find('k', 10_000)).toBe(person);
  });

  it('holds a bounded number of tokens', () => {
    const cache = callerCache<typeof person>();
    for (let index = 0; index <= 20_000; index += 1) cache.keep(`k${index}`, person, 10_000);
    expect(cache.find('k0', 10_000)).toBeUndefined();
    expect(cache.find('k20000', 10_000)).toBe(person);
  });
});
