/**
 * iCalendar (RFC 5545) with nothing but what a subscribed list of days needs: all-day events. Not a to-do (VTODO):
 * subscriptions of Outlook, of Google and of iOS show events only and drop the rest without a word.
 */
import type { LocalDate } from '#core/words.ts';

export type CalendarEvent = {
  /** Stays the same for the same duty, so that a later date moves the entry instead of adding one. */
  readonly uid: string;
  readonly day: LocalDate;
  /** The day after, since the end of an all-day event is not part of it (RFC 5545, 3.6.1). */
  readonly endsBefore: LocalDate;
  readonly summary: string;
  readonly url: string;
  /** Instant of the last change of what it tells. */
  readonly changedAt: string;
  /** Grows with each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
};

export type CalendarFile = { readonly name: string; readonly events: readonly CalendarEvent[] };

const longestLine = 75;

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
};

/** Lines of at most 75 octets without their break; a character is never cut in two (RFC 5545, 3.1). */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let [part, size] = ['', 0];
  for (const character of line) {
    const more = bytesOf(character);
    if (size + more > longestLine) {
      lines.push(part);
      [part, size] = [' ', 1];
    }
    part += character;
    size += more;
  }
  lines.push(part);
  return lines.join('\r\n');
};

/** A TEXT value (RFC 5545, 3.3.11): no control characters, and what would end the value escaped. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

const compactDay = (day: LocalDate): string => day.replaceAll('-', '');

/** `2026-05-20T02:00:00.000Z` → `20260520T020000Z`. */
const compactInstant = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

const eventLines = (event: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(event.uid)}`,
  `DTSTAMP:${compactInstant(event.changedAt)}`,
  `LAST-MODIFIED:${compactInstant(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${compactDay(event.day)}`,
  `DTEND;VALUE=DATE:${compactDay(event.endsBefore)}`,
  `SUMMARY:${escapeText(event.summary)}`,
  `URL:${event.url}`,
  // A day on which something is owed is not a day on which one is busy.
  'TRANSP:TRANSPARENT',
  'CLASS:PRIVATE',
  'END:VEVENT',
];

/** A calendar to subscribe to. Programs ask for it again after the hours of REFRESH-INTERVAL (RFC 7986, 5.7). */
export const writeCalendar = ({ name, events }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Luoshi//Due dates//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
