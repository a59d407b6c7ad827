/** How the asks of a text are numbered, from the outermost style to the innermost. */
type Style = { readonly name: string; readonly mark: RegExp };

const han = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const styles: readonly Style[] = [
  { name: 'di', mark: new RegExp(`^第([${han}]{1,3})(?:条|点)?[、，,：:．.]`) },
  { name: 'han', mark: new RegExp(`^([${han}]{1,3})[、．.]`) },
  { name: 'parenthesisedHan', mark: new RegExp(`^[（(]([${han}]{1,3})[）)][、．.]?`) },
  { name: 'is', mark: new RegExp(`^([${han}])是`) },
  { name: 'digit', mark: /^(\d{1,2})(?:[、．）)]|\.(?!\d))/ },
  { name: 'parenthesisedDigit', mark: /^[（(](\d{1,2})[）)][、．.]?/ },
  { name: 'circled', mark: new RegExp(`^([${circled}])`) },
];

const hanDigit = (sign: string): number => han.indexOf(sign) + 1;

/** `一` … `九十九`, digits and circled digits, all as a number. */
const valueOf = (sign: string): number => {
  if (/^\d+$/.test(sign)) return Number(sign);
  if (circled.includes(sign)) return circled.indexOf(sign) + 1;
  const [tens, ones] = sign.split('十');
  if (ones === undefined) return hanDigit(tens ?? '');
  return (tens === '' ? 1 : hanDigit(tens ?? '')) * 10 + (ones === '' ? 0 : hanDigit(ones));
};

const tidy = (line: string): string => line.replace(/[\u3000\s]+$/u, '').replace(/^[\u3000\s]+/u, '');

/** Lines of the text; a run such as `1.甲；2.乙` on one line, or `一是……；二是……`, is broken before each mark. */
const linesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(
      new RegExp(
        `([；;。：:！？])[ \\t\\u3000]*(?=(?:[（(]?[${han}]{1,3}(?:[）)、]|是)|第[${han}]{1,3}[、，]|[（(]?\\d{1,2}[）)、．.](?!\\d)|[${circled}]))`,
        'g',
      ),
      '$1\n',
    )
    .split(/\r?\n/)
    .map(tidy)
    .filter((line) => line !== '');

const asksHeading = /(?:建议|对策|措施|请求|意见|办法|诉求)(?:如下)?[：:。]?$/;
const closing = /^(?:以上|特此|妥否|当否|此致|恳请)/;

const numberIn = (style: Style, line: string): number | null => {
  const sign = style.mark.exec(line)?.[1];
  return sign === undefined ? null : valueOf(sign);
};

/** The lines that state the asks: those below a heading such as `三、工作建议`, up to the next heading like it. */
const asksOf = (lines: readonly string[]): readonly string[] => {
  const at = lines.findLastIndex((line) => line.length <= 30 && asksHeading.test(line));
  if (at === -1 || at === lines.length - 1) return lines;
  const heading = lines[at] ?? '';
  const style = styles.find((one) => one.mark.test(heading));
  const below = lines.slice(at + 1);
  if (style === undefined) return below;
  const own = numberIn(style, heading) ?? 0;
  const end = below.findIndex((line) => numberIn(style, line) === own + 1);
  return end === -1 ? below : below.slice(0, end);
};

/** Cuts at the marks of one style that count up from one; what stands before the first mark is the lead-in. */
const cutBy = (style: Style, lines: readonly string[]): readonly string[] => {
  const points: string[] = [];
  for (const line of lines) {
    const mark = style.mark.exec(line);
    if (mark !== null && valueOf(mark[1] ?? '') === points.length + 1)
      points.push(tidy(line.slice(mark[0].length)));
    else if (points.length > 0 && !closing.test(line)) points.push(`${points.pop() ?? ''}\n${line}`);
  }
  return points.map(tidy);
};

/**
 * Proposes how a text is cut into numbered asks: looks below the last heading that announces asks, and there cuts
 * at the first style of numbers that counts up at least to two. Without numbers every paragraph is a point.
 * Domain practice, unverified; a person corrects the proposal before anything is stored.
 */
export const proposePoints = (text: string): readonly string[] => {
  const lines = asksOf(linesOf(text));
  const first = lines
    .map((line) => styles.find((style) => numberIn(style, line) === 1))
    .find((style) => style !== undefined && cutBy(style, lines).length > 1);
  if (first !== undefined) return cutBy(first, lines).filter((point) => point !== '');
  return lines.filter((line) => !closing.test(line));
};
