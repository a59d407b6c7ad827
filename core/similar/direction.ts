/** Which way a title wants something to go, and of what: 禁止…, 恢复…, 延长…. */

export type Direction = {
  readonly axis: 'permit' | 'amount' | 'keep';
  readonly sign: 1 | -1;
  readonly word: string;
  /** What follows the word, up to the end of its clause: at most twelve characters. */
  readonly object: string;
  /** What stands before it in its clause: for 烟花爆竹禁放. */
  readonly before: string;
};

type Word = readonly [word: string, axis: Direction['axis'], sign: 1 | -1];

const of = (axis: Direction['axis'], sign: 1 | -1, words: string): readonly Word[] =>
  words.split(' ').map((word) => [word, axis, sign]);

/** The longest first: 取消限 before 取消. */
const words: readonly Word[] = [
  ...of(
    'permit',
    1,
    '解禁 解除禁 解除限 取消禁 取消限 放开 有序放开 允许 准许 放宽 开放 松绑 不宜禁 不应禁 不禁 禁改限 适度放 恢复燃放 不再限 弛禁 部分放开 可以燃放 有限燃放',
  ),
  ...of(
    'permit',
    -1,
    '禁止 严禁 禁放 禁燃 禁售 禁养 禁行 禁入 禁停 限行 限制 限放 限购 全面禁 禁炮 禁鸣 杜绝 不允许 不准 收紧 从严控制 严格控制 严控 封闭 取缔',
  ),
  ...of(
    'keep',
    1,
    '恢复 保留 重启 复办 重新开通 复航 续办 复开 不拆 不取消 不撤 不应取消 停止拆除 停止撤并 暂缓拆除',
  ),
  ...of(
    'keep',
    -1,
    '取消 撤销 撤除 撤并 拆除 停办 关停 停运 停止 撤点 废除 废止 关闭 裁撤 移除 停用 清除 叫停',
  ),
  ...of(
    'amount',
    1,
    '增加 增设 增开 新增 加密 扩大 提高 上调 延长 推迟 延迟 延后 上浮 加设 设置 设立 新设 开通 新建 加装 安装 涨价 放大 多设 推行 推广 实行',
  ),
  ...of(
    'amount',
    -1,
    '减少 降低 压缩 下调 缩短 缩减 缩小 提前 削减 精简 降价 下浮 少设 减免 不宜推行 不宜实行 不宜设',
  ),
].sort((a, b) => b[0].length - a[0].length);

const byFirst = Map.groupBy(words, ([word]) => word[0] ?? '');

/** Before a word these turn it round: 不宜禁止, 停止拆除, 反对取消. */
const turning = /(?:不宜|不应该?|不要|不得|不能|不再|停止|反对|暂缓|避免|防止|慎重|谨慎|取消|解除|免于)$/u;

const turned = (core: string, at: number): boolean => turning.test(core.slice(Math.max(0, at - 4), at));

/** All directions of a normalised title, each place read once. */
export const directionsOf = (core: string): readonly Direction[] => {
  const found: Direction[] = [];
  const clauses = core.split('|');
  for (const clause of clauses) {
    let at = 0;
    while (at < clause.length) {
      const word = byFirst.get(clause[at] ?? '')?.find(([one]) => clause.startsWith(one, at));
      if (word === undefined) {
        at += 1;
        continue;
      }
      const [text, axis, sign] = word;
      const end = at + text.length;
      found.push({
        axis,
        sign: turned(clause, at) ? (sign === 1 ? -1 : 1) : sign,
        word: text,
        object: clause.slice(end, end + 12),
        before: clause.slice(Math.max(0, at - 10), at),
      });
      at = end;
    }
  }
  return found;
};

/** Which ways a title goes about what is there already: `+` to keep or restore it, `-` to do away with it. */
export const keepingOf = (core: string): string =>
  [
    ...new Set(
      directionsOf(core).flatMap(({ axis, sign }) => (axis === 'keep' ? [sign === 1 ? '+' : '-'] : [])),
    ),
  ]
    .sort()
    .join('');

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Share of the shorter object's pairs of characters that the other has too. */
const likeness = (a: string, b: string): number => {
  const [x, y] = [pairs(a), pairs(b)];
  const shared = [...x].filter((one) => y.has(one)).length;
  return shared / Math.max(1, Math.min(x.size, y.size));
};

/** Allowing and forbidding lie on a line of their own; more, again and keep are one side, less and away the other. */
const sameLine = (a: Direction, b: Direction): boolean =>
  (a.axis === 'permit') === (b.axis === 'permit') || (a.axis !== 'amount' && b.axis !== 'amount');

const sameThing = (a: Direction, b: Direction): boolean => {
  if (a.axis === 'permit' && b.axis === 'permit') return true;
  const least = a.object.length < 2 || b.object.length < 2 ? 0.3 : 0.5;
  return likeness(a.object, b.object) >= least || likeness(a.before + a.object, b.before + b.object) >= 0.6;
};

/** The two words that pull opposite ways, if any; both texts must already be known to be about one topic. */
export const opposed = (
  a: readonly Direction[],
  b: readonly Direction[],
): readonly [string, string] | null => {
  for (const one of a)
    for (const other of b)
      if (one.sign !== other.sign && sameLine(one, other) && sameThing(one, other)) {
        // A text that asks for both (放开…, 禁止… elsewhere) is opposed to neither.
        const both = (list: readonly Direction[], sign: number, than: Direction): boolean =>
          list.some((each) => each.sign !== sign && sameLine(each, than) && sameThing(each, than));
        if (!both(a, one.sign, one) && !both(b, other.sign, other)) return [one.word, other.word];
      }
  return null;
};
