import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainFileError, isStartupProblem, openHome } from './home.ts';

let parent: string;
let place: string;

beforeEach(() => {
  parent = mkdtempSync('/tmp/luoshi-home-');
  place = path.join(parent, 'deep/home');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

const problemOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('openHome', () => {
  it('makes a folder for us alone', () => {
    const home = openHome(place);
    expect(home.path).toBe(place);
    expect(modeOf(place)).toBe('700');
    expect(modeOf(home.folder('files'))).toBe('700');
    expect(home.folder('files')).toBe(path.join(place, 'files'));
  });

  it('keeps the rights of a folder that was there', () => {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o755);
    openHome(place);
    expect(modeOf(place)).toBe('755');
  });

  it('is .luoshi in the checkout unless told', () => {
    const before = process.env['LUOSHI_HOME'];
    try {
      process.env['LUOSHI_HOME'] = place;
      expect(openHome().path).toBe(place);
    } finally {
      if (before === undefined) delete process.env['LUOSHI_HOME'];
      else process.env['LUOSHI_HOME'] = before;
    }
  });

  it('says in both languages when a file is in the way', () => {
    writeFileSync(path.join(parent, 'deep'), '');
    const problem = problemOf(() => openHome(place));
    expect(isStartupProblem(problem)).toBe(true);
    expect(problem).toMatchObject({ code: 'home-not-a-folder' });
    expect(problem).toMatchObject({ zh: expect.stringContaining(place), en: expect.stringContaining(place) });
  });
});

describe('explainFileError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'home-not-writable'],
    ['EROFS', 'home-not-writable'],
    ['ENOTDIR', 'home-not-a-folder'],
  ])('turns %s into %s', (code, problem) => {
    expect(explainFileError(Object.assign(new Error('x'), { code }), '/x')).toMatchObject({ code: problem });
  });

  it('leaves our own faults as they are', () => {
    const fault = new TypeError('x is not a function');
    expect(explainFileError(fault, '/x')).toBe(fault);
  });
});

describe('a secret', () => {
  it('is random, of the length asked for, kept, and readable by us alone', () => {
    const home = openHome(place);
    const secret = home.secret('cookie', 24);
    expect(secret).toMatch(/^[0-9a-f]{48}$/);
    expect(openHome(place).secret('cookie', 24)).toBe(secret);
    expect(home.secret('other', 24)).not.toBe(secret);
    expect(modeOf(path.join(place, 'secrets/cookie'))).toBe('600');
    expect(modeOf(path.join(place, 'secrets'))).toBe('700');
    expect(readdirSync(path.join(place, 'secrets'))).toEqual(['cookie', 'other']);
  });

  it('that others could read is closed to them', () => {
    const home = openHome(place);
    home.secret('cookie');
    chmodSync(path.join(place, 'secrets/cookie'), 0o644);
    home.secret('cookie');
    expect(modeOf(path.join(place, 'secrets/cookie'))).toBe('600');
  });

  it.each(['', 'abc', 'zz'.repeat(32)])('that was damaged ("%s") is never replaced in silence', (content) => {
    const home = openHome(place);
    home.secret('cookie');
    const file = path.join(place, 'secrets/cookie');
    writeFileSync(file, content);
    expect(problemOf(() => home.secret('cookie'))).toMatchObject({
      name: 'StartupProblem',
      code: 'secret-damaged',
    });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});
