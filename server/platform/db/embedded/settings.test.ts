import { describe, expect, it } from 'vitest';
import { parseSettings, serverSettings, settingsFile } from './settings.ts';

const gigabyte = 1024 ** 3;

describe('serverSettings', () => {
  it.each([
    [4, '512MB', '128MB', '8MB'],
    [8, '1024MB', '256MB', '16MB'],
    [24, '2048MB', '512MB', '32MB'],
    [0.5, '128MB', '64MB', '8MB'],
  ])('fits %s GB of memory', (memory, shared, maintenance, work) => {
    expect(serverSettings({ memory: memory * gigabyte, sharedMemory: undefined })).toMatchObject({
      shared_buffers: shared,
      maintenance_work_mem: maintenance,
      work_mem: work,
    });
  });

  it('never trades durability', () => {
    expect(serverSettings({ memory: gigabyte, sharedMemory: 0 })).toMatchObject({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
    });
  });

  it('does without /dev/shm where it is small', () => {
    const small = serverSettings({ memory: gigabyte, sharedMemory: 64 * 1024 ** 2 });
    const large = serverSettings({ memory: gigabyte, sharedMemory: gigabyte });
    expect([small['dynamic_shared_memory_type'], large['dynamic_shared_memory_type']]).toEqual([
      'mmap',
      'posix',
    ]);
  });
});

describe('settingsFile', () => {
  it('quotes values', () => {
    expect(settingsFile({ a: 'on', b: "it's" })).toBe("a = 'on'\nb = 'it''s'\n");
  });
});

describe('parseSettings', () => {
  it.each([
    ['', {}],
    ['synchronous_commit=off', { synchronous_commit: 'off' }],
    [' a = 1 ; b=x=y;', { a: '1', b: 'x=y' }],
  ])('reads "%s"', (text, settings) => {
    expect(parseSettings(text)).toEqual(settings);
  });
});
