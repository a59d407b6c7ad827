import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combinations } from './base/combinations.ts';
import { functionIds, isUnitFunction } from './base/functions.ts';
import { heads, letters } from './base/heads.ts';
import { instead } from './base/instead.ts';
import { findTerms } from './find-terms.ts';
import { buildHistory } from './history.ts';
import { duties, lexicon } from './lexicon.ts';
import { type Candidate, kindsOf, recommend } from './recommend.ts';
import { scoreBase } from './score-base.ts';
import { featuresOf, similarityOf } from './similarity.ts';

const everyUnit: readonly Candidate[] = functionIds.map((id) => ({
  key: id,
  function: id,
  place: '',
  kinds: new Set<string>(),
}));
const first = (title: string): string | undefined => recommend({ title, body: '' }, everyUnit, [])[0]?.key;

describe('the shipped base', () => {
  test('every kind of matter has a name in both languages, words, and somebody who has it', () => {
    for (const [zh, en, to, words] of duties) {
      expect(zh).toMatch(/^\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e’]+$/u);
      expect(Object.values(to).every((share) => share > 0)).toBe(true);
      expect(words.split(' ').filter((word) => /[!~]./u.test(word.slice(1)))).toEqual([]);
      expect(words).not.toBe('');
    }
    expect(new Set(duties.map(([zh]) => zh)).size).toBe(duties.length);
    for (const [zh, en, , to] of heads) {
      expect(zh).toMatch(/^\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e’]+$/u);
      expect(Object.values(to).every((share) => share > 0)).toBe(true);
    }
    const all = letters.flatMap(([, , , of]) => [...of]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set([...duties, ...combinations].map(([zh]) => zh)).size).toBeGreaterThan(130);
    expect(lexicon.size).toBeGreaterThan(3_000);
  });

  test.each([
    ['关于石桥小学门口早晚拥堵的建议', '公安'],
    ['关于石桥小学新建教学楼的建议', '教育'],
    ['关于下坪村公路硬化的建议', '交通运输'],
    ['关于下坪村茶产业发展的建议', '农业农村'],
    ['关于发展社区养老的提案', '民政'],
    ['关于提高养老金的建议', '人力资源和社会保障'],
    ['关于加强校园周边食品摊点监管的建议', '市场监督管理'],
    ['关于公园路增设红绿灯的建议', '公安'],
    ['关于教育路破损路面修补的建议', '交通运输'],
    ['关于绿化工程的建议', '城市管理'],
  ])('%s falls to %s', (title, unit) => {
    expect(first(title)).toBe(unit);
  });

  test.each([
    ['育才巷改造', ['住房和城乡建设', '交通运输'], 'a lane'],
    ['青溪河综合整治', ['水利'], 'a river'],
    ['修复望月楼', ['文化旅游体育'], 'an old house'],
    ['皱皮柑', ['农业农村'], 'one letter tells that it is a fruit'],
  ])('of %s, a name that the base does not know, it reads %s', (title, units) => {
    const ranked = recommend({ title, body: '' }, everyUnit, []);
    expect(units).toContain(ranked[0]?.key);
  });

  test('a number before a word stays where it is a part of it', () => {
    expect(first('5G基站建设')).toBe('工业和信息化');
    expect(first('12号关于石桥小学新建教学楼的建议')).toBe('教育');
  });

  test.each([
    ['关于发展夜间经济的提案', ['商务', '发展和改革', '城市管理']],
    ['关于规范流动摊贩的建议', ['城市管理', '市场监督管理', '商务']],
    ['关于发展数字经济的提案', ['工业和信息化', '发展和改革', '数据和政务服务']],
    ['关于加强未成年人保护的提案', ['民政', '法检', '教育']],
  ])('of %s those that have it in other cities come next: %s', (title, units) => {
    const ranked = recommend({ title, body: '' }, everyUnit, []).slice(0, 3);
    expect(new Set(ranked.map(({ key }) => key))).toEqual(new Set(units));
  });

  test('a word that begins in one piece of the cut and ends in the next counts a little, one inside a piece not at all', () => {
    const found = new Map(findTerms('中小学生心理健康教育体系').map(({ word, weight }) => [word, weight]));
    expect(found.get('心理健康')).toBeGreaterThan(0);
    expect(found.get('心理健康')).toBeLessThan((found.get('健康教育') ?? 0) / 2);
    expect(found.has('学生心理')).toBe(false);
  });

  test.each([
    ['关于在高速石桥西出口修建公厕的建议', '城市管理', 'the place where it is to be built'],
    ['关于石桥幼儿园西墙外增设消火栓的建议', '应急消防', 'what stands before the thing that is wanted'],
    ['关于搬迁石桥一小门前电杆的建议', '电力', 'the school before which the pole stands'],
    ['关于在工业园区门口增设红绿灯的建议', '公安', 'whose gate it is'],
  ])('%s falls to %s and not to %s', (title, unit) => {
    expect(first(title)).toBe(unit);
  });

  test.each([
    ['关于加强城市停车场管理的建议', '城市管理', '公安'],
    ['关于加强农田灌溉沟渠修复的建议', '水利', '农业农村'],
    ['关于加强噪声治理的建议', '生态环境', '城市管理'],
    ['关于整治违法建设的建议', '城市管理', '自然资源和规划'],
  ])('%s: where cities differ, %s and %s are both among the first three', (title, ...units) => {
    const three = recommend({ title, body: '' }, everyUnit, [])
      .slice(0, 3)
      .map(({ key }) => key);
    expect(three).toEqual(expect.arrayContaining(units));
  });

  test('whoever is named as the runner-up of a function is another function', () => {
    for (const [id, others] of Object.entries(instead)) {
      expect(Object.keys(others)).not.toContain(id);
      expect(Object.keys(others).every((other) => isUnitFunction(other))).toBe(true);
    }
  });

  test('chances add up to 1 for any text, and the same text gives the same answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 80 }),
        (title, body) => {
          const { chance } = scoreBase(title, body);
          const total = [...chance.values()].reduce((sum, one) => sum + one, 0);
          expect(total).toBeCloseTo(1, 6);
          expect([...scoreBase(title, body).chance]).toEqual([...chance]);
        },
      ),
    );
  });

  test('of a title without a known word the body tells', () => {
    expect(scoreBase('关于几件实事的建议').evidence).toBe(0);
    const { chance } = scoreBase('关于几件实事的建议', '村里的卫生室没有医生，看病很难，请配备乡村医生。');
    expect([...chance].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('卫生健康');
  });
});

describe('a recommendation', () => {
  test('past matters of one kind that all went to one unit outvote the base; those that went here and there do not', () => {
    const title = '关于解决柳林小区外路灯照明问题的建议';
    const past = (units: readonly string[]) =>
      ['东湖', '石桥', '云溪', '青石', '雾岭', '北岭'].map((place, at) => ({
        id: at + 1,
        title: `关于在${place}片区安装路灯的建议`,
        units: [units[at % units.length] ?? ''],
      }));
    const lead = (units: readonly string[]) =>
      recommend({ title, body: '' }, everyUnit, buildHistory(past(units)).findNeighbours(title))[0]?.key;
    expect(first(title)).toBe('住房和城乡建设');
    expect(lead(['交通运输'])).toBe('交通运输');
    expect(lead(['交通运输', '民政', '属地政府', '农业农村', '公安', '城市管理'])).toBe('住房和城乡建设');
  });

  const city: readonly Candidate[] = [
    { key: '1', function: '教育', place: '', kinds: new Set<string>() },
    { key: '2', function: '教育', place: '东湖', kinds: new Set<string>() },
    { key: '3', function: '交通运输', place: '', kinds: new Set<string>() },
    { key: '4', function: null, place: '', kinds: new Set<string>() },
  ];
  const title = '关于增加东湖片区小学学位的建议';

  test('prefers the unit whose place the title names, and says so', () => {
    const [best, next] = recommend({ title, body: '' }, city, []);
    expect(best?.key).toBe('2');
    expect(best?.reasons).toContainEqual({ kind: 'place', word: '东湖' });
    expect(next?.key).toBe('1');
  });

  test('prefers among units of one function the one whose own duties say the words', () => {
    const two = [
      city[2],
      { key: '5', function: '交通运输', place: '', kinds: kindsOf('城市公交、出租车管理') },
    ].filter((one): one is Candidate => one !== undefined);
    const [best] = recommend({ title: '关于优化公交线路的建议', body: '' }, two, []);
    expect(best?.key).toBe('5');
    expect(best?.reasons.some(({ kind }) => kind === 'ownDuty')).toBe(true);
  });

  test('learns a unit of no known function from past matters, which are its reason', () => {
    const past = { id: 7, title: '关于举办云溪赏月的建议', units: ['4'] };
    const { findNeighbours } = buildHistory([
      past,
      { id: 8, title: '关于修建下坪村公路的建议', units: ['3'] },
    ]);
    const asked = '关于云溪赏月延长时间的建议';
    const [best] = recommend({ title: asked, body: '' }, city, findNeighbours(asked));
    expect(best?.key).toBe('4');
    expect(best?.reasons).toContainEqual(expect.objectContaining({ kind: 'past', id: 7 }));
  });

  test('past matters of units that are no candidates any more say nothing', () => {
    const gone = { id: 9, title, units: ['99'], similarity: 1 };
    expect(recommend({ title, body: '' }, city, [gone])).toEqual(recommend({ title, body: '' }, city, []));
  });

  test('has one lead or sole, scores that fall and add up to 1, and every unit once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(3), (text, near) => {
        const neighbours = city
          .slice(0, near)
          .map(({ key }, id) => ({ id, title: text, units: [key], similarity: 0.5 }));
        const ranked = recommend({ title: text, body: '' }, city, neighbours);
        expect(ranked.map(({ key }) => key).sort()).toEqual(['1', '2', '3', '4']);
        expect(ranked.filter(({ role }) => role === 'sole' || role === 'lead')).toHaveLength(1);
        expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6);
        expect(ranked.every(({ score }, at) => at === 0 || score <= (ranked[at - 1]?.score ?? 0))).toBe(true);
      }),
    );
  });

  test('nobody to choose from: nothing recommended', () => {
    expect(recommend({ title, body: '' }, [], [])).toEqual([]);
  });
});

describe('similarity', () => {
  test('is 1 for the same title, the same both ways, and never outside 0 and 1', () => {
    expect(similarityOf(featuresOf('关于路灯的建议'), featuresOf('关于路灯的建议'))).toBeCloseTo(1, 6);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const one = similarityOf(featuresOf(a), featuresOf(b));
        expect(one).toBeCloseTo(similarityOf(featuresOf(b), featuresOf(a)), 9);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1.000_001);
      }),
    );
  });

  test('meets what is meant alike in other words', () => {
    const asked = featuresOf('关于下坪村安装路灯的建议');
    const alike = similarityOf(asked, featuresOf('关于云溪镇亮化工程的建议'));
    expect(alike).toBeGreaterThan(similarityOf(asked, featuresOf('关于云溪镇幼儿园的建议')));
  });
});
