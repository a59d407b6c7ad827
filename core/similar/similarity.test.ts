import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf } from './features.ts';
import { groupSimilar } from './group-similar.ts';
import { keysOf } from './keys.ts';
import { lexicon } from './lexicon.ts';
import { coreOfTitle, normalise } from './normalise.ts';
import { compare, type Likeness, scoreOf, thresholds } from './similarity.ts';

const like = (a: string, b: string): Likeness => compare(featuresOf({ title: a }), featuresOf({ title: b }));

const pieces = [
  ...[
    '加装电梯',
    '停车难',
    '养老服务',
    '烟花爆竹',
    '公交线路',
    '农村垃圾',
    '危桥',
    '校园',
    '老旧小区',
    '电瓶车充电',
  ],
  ...[
    '禁止',
    '放开',
    '取消',
    '恢复',
    '延长',
    '增加',
    '关于',
    '的建议',
    '，',
    ' ',
    '（',
    '“',
    '青山镇',
    'AED',
    '18路',
    '龘',
  ],
];
const title = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
const anyTitle = fc.oneof(title, fc.string({ unit: 'grapheme', maxLength: 60 }));

describe('any two titles', () => {
  test('have a score from 0 to 1, the same both ways', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (a, b) => {
        const [there, back] = [like(a, b), like(b, a)];
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(back.score).toBeCloseTo(there.score, 10);
        expect(back.verdict).toBe(there.verdict);
      }),
    );
  });

  test('are wholly alike when they are the same, and then never opposite', () => {
    fc.assert(
      fc.property(anyTitle, (a) => {
        expect(like(a, a)).toMatchObject({ score: 1, verdict: 'duplicate' });
      }),
    );
  });

  test('are never a duplicate when they pull opposite ways', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        const { verdict, reasons } = like(a, b);
        expect(reasons.opposite !== null && verdict === 'duplicate').toBe(false);
      }),
    );
  });

  test('are read the same in full width, in other quotes and with other ends', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(title, (a) => {
        expect(normalise(wide(a))).toBe(normalise(a));
        expect(normalise(`《${a}》`)).toBe(normalise(a));
        expect(coreOfTitle(`关于加强${a}管理的建议`)).toBe(coreOfTitle(`关于加强${a}管理的提案。`));
      }),
    );
  });
});

describe('the same ask in other words', () => {
  test.each([
    ['关于老旧小区加装电梯的建议', '关于既有住宅增设电梯的提案'],
    ['关于解决停车难的建议', '关于老城区停车位不足的提案'],
    ['关于扩大托育服务供给的建议', '关于发展幼托机构的提案'],
    ['关于整治电瓶车飞线充电的建议', '关于建设电动自行车集中充电设施的提案'],
    ['在望云路与清溪街路口设红绿灯', '关于桃岭大道与环湖路交叉口增设交通信号灯的建议'],
    ['关于在松涧新区新建小学的建议', '关于在荷塘片区新建一所小学的提案'],
    ['关于对青溪河进行治理的建议', '关于下坪小河治理的提案'],
    ['关于松涧中学整体搬迁的建议', '关于荷塘镇中心小学校搬迁的提案'],
    ['关于修建三道沟至五里坪道路的建议', '关于青竹村柏油路硬化的提案'],
  ])('%s = %s', (a, b) => {
    expect(like(a, b).verdict).toBe('duplicate');
  });
});

describe('other matters that share words', () => {
  test.each([
    ['关于加强养老服务的建议', '关于提高养老保险待遇的建议'],
    ['关于加强校园食品安全的建议', '关于防治校园欺凌的建议'],
    ['关于建设停车场的建议', '关于规范停车收费的建议'],
    ['关于推进垃圾分类的建议', '关于农村生活垃圾清运的建议'],
    ['关于老旧小区加装电梯的建议', '关于加强电梯维保监管的建议'],
    ['关于加强青山镇工作的建议', '关于青山镇有关问题的建议'],
    ['关于加大蔬菜产业扶持力度的建议', '关于发展油茶产业的提案'],
    ['关于新建苗木培育基地的建议', '关于建设肉牛养殖基地的提案'],
    ['关于加固青溪河河堤的建议', '关于清理青溪河漂浮物的提案'],
  ])('%s ≠ %s', (a, b) => {
    expect(['unrelated', 'related']).toContain(like(a, b).verdict);
  });
});

describe('opposite asks', () => {
  test.each([
    ['关于有序放开烟花爆竹燃放的建议', '关于全面禁放烟花爆竹的建议', ['有序放开', '全面禁']],
    ['关于取消路边停车位的建议', '关于增加路边停车位的建议', ['取消', '增加']],
    ['关于延长公交运营时间的建议', '关于缩短公交运营时间的建议', ['延长', '缩短']],
    ['关于恢复12路公交线路的建议', '关于取消12路公交线路的建议', ['恢复', '取消']],
    ['关于保留老菜市场的建议', '关于拆除老菜市场的建议', ['保留', '拆除']],
    ['关于允许电动自行车上高架的建议', '关于禁止电动车上高架的建议', ['允许', '禁止']],
  ])('%s ⇄ %s', (a, b, words) => {
    const { verdict, reasons } = like(a, b);
    expect(verdict).toBe('opposite');
    expect(reasons.opposite).toEqual(words);
  });

  test.each([
    ['关于不宜全面禁放烟花爆竹的建议', '关于允许燃放烟花爆竹的建议'],
    ['关于减少交通噪声的建议', '关于增加隔音屏、降低交通噪声的建议'],
    ['关于禁止燃放烟花爆竹的建议', '关于烟花爆竹禁放的建议'],
  ])('not: %s, %s', (a, b) => {
    expect(like(a, b).reasons.opposite).toBeNull();
  });
});

describe('groups', () => {
  const titles = [
    '关于老旧小区加装电梯的建议',
    '关于既有住宅增设电梯的提案',
    '关于多层住宅加装电梯的建议',
    '关于禁止燃放烟花爆竹的建议',
    '关于放开烟花爆竹燃放的建议',
    '关于设立气象科普馆的建议',
  ];

  test('hold what asks for the same; a single matter is no group; opposite asks are told', () => {
    const groups = groupSimilar(titles.map((one) => featuresOf({ title: one })));
    expect(groups.map(({ members }) => members)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(groups.map(({ opposite }) => opposite)).toEqual([[], [[3, 4]]]);
  });

  test('never hold two members that are less alike than was asked for', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 25 }), (many) => {
        const all = many.map((one) => featuresOf({ title: one }));
        for (const { members } of groupSimilar(all))
          for (const a of members)
            for (const b of members) {
              const [x, y] = [all[a], all[b]];
              expect(x !== undefined && y !== undefined && scoreOf(x, y)).toBeGreaterThanOrEqual(
                thresholds.duplicate,
              );
            }
      }),
      { numRuns: 40 },
    );
  });
});

describe('keys', () => {
  test('are few, and two texts that ask for the same share at least one', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (a, b) => {
        const [x, y] = [featuresOf({ title: a }), featuresOf({ title: b })];
        expect(keysOf(x).length).toBeLessThanOrEqual(24);
        const shared = keysOf(x).some((key) => keysOf(y).includes(key));
        expect(shared || compare(x, y).verdict !== 'duplicate').toBe(true);
      }),
    );
  });
});

test('one kind of matter alone is no duplicate', () => {
  expect(like('关于规范学科类隐形变异培训的建议', '关于将义务教育延长到十二年的提案').verdict).not.toBe(
    'duplicate',
  );
  expect(like('关于修建危桥便道的建议', '加装电梯农村垃圾危桥公交线路').verdict).not.toBe('duplicate');
});

test('what one ask mentions in passing makes no duplicate of a title that names no topic', () => {
  const library = {
    title: '关于延长社区图书室开放时间的建议',
    asks: '一、晚间开放至九点。二、招募志愿者值守，建立志愿服务激励机制。',
  };
  const volunteers = featuresOf({ title: '关于完善志愿服务激励机制的建议' });
  expect(compare(featuresOf(library), volunteers).verdict).not.toBe('duplicate');
});

test('the lexicon names no concept twice and says so much that it is worth having', () => {
  const names = lexicon.topics.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const facets = lexicon.facets.map(({ name, topic }) => `${topic} ${name}`);
  expect(new Set(facets).size).toBe(facets.length);
  expect(names.length + facets.length).toBeGreaterThan(350);
});

describe('subjects that no topic names', () => {
  const blind = new Set(lexicon.topics.keys());
  const unseen = (a: string, b: string): Likeness =>
    compare(featuresOf({ title: a }, blind), featuresOf({ title: b }, blind));

  test.each([
    ['关于规范直播带货的建议', '关于加强直播带货监管的提案'],
    ['关于加强盲盒销售管理的建议', '关于规范盲盒经营行为的提案'],
    ['关于治理杨柳飞絮的建议', '关于进一步解决飞絮问题的提案'],
  ])('agree by their rare nouns: %s = %s', (a, b) => {
    expect(unseen(a, b).verdict).toBe('duplicate');
  });

  test.each([
    ['关于规范网络直播的建议', '关于规范网络订餐的提案'],
    ['关于进一步加强城市管理工作的建议', '关于进一步加强农村管理工作的提案'],
    ['关于完善农村盲盒经营标准的建议', '关于完善农村骑楼经营标准的提案'],
  ])('are not alike by common words: %s ≠ %s', (a, b) => {
    expect(unseen(a, b).verdict).toBe('unrelated');
  });
});

test('a narrow subject takes its words away from the wide field, and the parents of both stay apart', () => {
  expect(like('关于加强预付卡监管的建议', '关于发放消费券的建议').verdict).toBe('unrelated');
  expect(like('关于规范健身房预付卡的建议', '关于防范预付费跑路的提案').verdict).toBe('duplicate');
});

describe('asks and sides', () => {
  const of = (a: string, b: string) => compare(featuresOf({ title: a }), featuresOf({ title: b })).verdict;

  test.each([
    ['关于青石幼儿园收费的建议', '关于青石幼儿园师资的建议', 'price and staff'],
    ['关于加装公交站遮雨棚的建议', '关于增加公交班次的建议', 'shelters and buses'],
    ['关于山塘清淤的建议', '关于增加抗旱机井的建议', 'ponds and wells'],
  ])('%s is another ask than %s: %s', (a, b) => {
    expect(of(a, b)).not.toBe('duplicate');
    expect(of(b, a)).not.toBe('duplicate');
  });

  test.each([
    ['关于给学生配午休床的建议', '关于让孩子中午躺着睡的提案'],
    ['关于解决山区手机没信号的建议', '关于在偏远村组增设通信基站的提案'],
    ['关于缓解二小门口接送拥堵的建议', '关于上下学时段校门口交通疏导的提案'],
  ])('%s is the same ask as %s in other words', (a, b) => {
    expect(of(a, b)).toBe('duplicate');
    expect(of(b, a)).toBe('duplicate');
  });
});
