import { plainText } from './documents/plain-text.ts';

/** What Windows takes in no file name, and control characters. */
const forbidden = /[\p{Cc}\\/:*?"<>|]+/gu;
/** Names of devices: a file called so up to its first full stop cannot be made there. */
const device = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;
/** In characters; of three bytes each it stays under the 255 bytes that most file systems take. */
const longest = 80;

/**
 * The name under which a file is saved, sound on every system: a name made from a title or a heading may hold a colon
 * or a slash, and marks that turn the writing round show another ending. The ending stays as it is.
 */
export const soundFileName = (name: string): string => {
  const clean = plainText(name.replaceAll(forbidden, ' ')).replaceAll(/\s+/g, ' ');
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/isu.exec(clean.trim()) ?? [];
  const kept = [...stem]
    .slice(0, longest)
    .join('')
    .replace(/[ .]+$/u, '')
    .trim();
  return `${kept === '' || device.test(kept) ? `_${kept}` : kept}${ending}`;
};

/** Both forms of the name in a header: plain for old programs, and as it is (RFC 6266, RFC 8187). */
export const namedAs = (name: string): string => {
  const sound = soundFileName(name);
  const plain = sound.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(sound).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${full}`;
};
