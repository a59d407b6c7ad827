/** A message in plain words, for the channels that carry nothing else. */
import { channelMessages } from '#contract/messages/channel.ts';
import { fill } from '#contract/messages/message.ts';
import type { MessageContent, MessageItem } from './channel.ts';

/** No control character, no line or paragraph separator: nothing that begins a line of a protocol or hides a word. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const aboutOf = ({ caseNo, title }: MessageItem): string => oneLine(`${caseNo ?? ''} ${title ?? ''}`);

/** Each notice in its paragraph; `most`: bytes that the channel takes. */
export const plainText = (content: MessageContent, most = 100_000): string => {
  const { language, items, link, place } = content;
  const say = (key: keyof typeof channelMessages, params: Record<string, string | number> = {}) =>
    fill(channelMessages[key], language, params);
  const tail = [
    ...(link === null ? [] : [`${say('message.open')}${link}`]),
    say('message.from', { place: oneLine(place) }),
  ].join('\n');
  const room = most - Buffer.byteLength(tail) - 40;
  const parts: string[] = [];
  let size = 0;
  for (const item of items) {
    const about = aboutOf(item);
    const own = items.length > 1 && item.link !== null ? `\n${item.link}` : '';
    const part = `${item.text}${about === '' ? '' : `\n${about}`}${own}`;
    size += Buffer.byteLength(part) + 2;
    if (size > room) break;
    parts.push(part);
  }
  const left = items.length - parts.length;
  if (left > 0) parts.push(say('message.more', { count: left }));
  return `${parts.join('\n\n')}\n\n${tail}`;
};

/** One sentence that fits a text message: what happened, or how much. */
export const shortText = ({ language, items, place }: MessageContent): string => {
  const [first] = items;
  const key = items.length === 1 ? 'message.short.one' : 'message.short.many';
  return fill(channelMessages[key], language, {
    count: items.length,
    text: first?.text ?? '',
    caseNo: first?.caseNo ?? '',
    place: oneLine(place),
  }).replace(/ {2,}/g, ' ');
};
