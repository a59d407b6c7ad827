import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onStopSignals } from './stop-signals.ts';

let told: string[];
let now: number;
let end: () => void;

beforeEach(() => {
  told = [];
  now = 10_000;
  end = onStopSignals(
    { stop: (signal) => told.push(`stop ${signal}`), force: (signal) => told.push(`force ${signal}`) },
    () => now,
  );
});

afterEach(() => end());

describe('onStopSignals', () => {
  it('takes what a terminal, npm and the bootstrap each send for one key press as one', () => {
    process.emit('SIGINT', 'SIGINT');
    now += 5;
    process.emit('SIGINT', 'SIGINT');
    now += 990;
    process.emit('SIGTERM', 'SIGTERM');
    expect(told).toEqual(['stop SIGINT']);
  });

  it('takes a later one for impatience', () => {
    process.emit('SIGTERM', 'SIGTERM');
    now += 1_000;
    process.emit('SIGINT', 'SIGINT');
    expect(told).toEqual(['stop SIGTERM', 'force SIGINT']);
  });

  it('listens no more when ended', () => {
    end();
    expect(process.listenerCount('SIGHUP')).toBe(0);
  });
});
