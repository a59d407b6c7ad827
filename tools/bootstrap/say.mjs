// What the bootstrap tells the person in front of it: every sentence in Chinese and in English, on standard error,
// so that the standard output of a command stays its own.
import { stripVTControlCharacters } from 'node:util';

/** One line of progress. */
export const say = (zh, en) => process.stderr.write(`▸ ${zh} · ${en}\n`);

/**
 * A reason not to go on which a person can act upon; main() prints it and ends with exit code 1.
 * @param {string} code stable name
 * @param {string} zh what happened and what to do
 * @param {string} en the same in English
 * @param {string} [detail] what the failing tool printed
 */
export const problem = (code, zh, en, detail = '') =>
  Object.assign(new Error(en), { name: 'Problem', code, zh, en, detail });

/** Prints a problem; anything else is a fault of ours and keeps its stack. */
export const report = (error) => {
  if (error?.name !== 'Problem') {
    process.stderr.write(`✗ ${error?.stack ?? error}\n`);
    return;
  }
  const plain = stripVTControlCharacters(error.detail).split('\n');
  const lines = plain.filter((line) => line.trim() !== '' && !/^(npm error)?\s+at /.test(line));
  const detail = lines.slice(-20).join('\n    ');
  process.stderr.write(`✗ ${error.zh}\n  ${error.en}\n${detail ? `    ${detail}\n` : ''}`);
};

/**
 * Shows that long work goes on: one line rewritten on a terminal, a new line every ten seconds elsewhere.
 * @param {() => string} measure what to show beside the seconds
 * @returns {() => number} ends it and returns the seconds taken
 */
export const heartbeat = (measure) => {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const onTerminal = process.stderr.isTTY;
  const beat = () =>
    process.stderr.write(
      onTerminal ? `\r  … ${seconds()} s  ${measure()}   ` : `  … ${seconds()} s  ${measure()}\n`,
    );
  const timer = setInterval(beat, onTerminal ? 500 : 10_000);
  return () => {
    clearInterval(timer);
    if (onTerminal) process.stderr.write('\r\x1b[K');
    return seconds();
  };
};
