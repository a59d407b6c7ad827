import { expect, test } from 'vitest';
import { functionIds, functions } from './base/functions.ts';
import { evaluate } from './evaluate.ts';
import { functionOf, placeOf, sameUnit, unitKey } from './unit-function.ts';

test.each([
  ['云川市住房和城乡建设局', '住房和城乡建设'],
  ['市住建局', '住房和城乡建设'],
  ['东湖区房管局', '住房和城乡建设'],
  ['云川县交通局', '交通运输'],
  ['市公安局交警支队', '公安'],
  ['云川市人民政府', '属地政府'],
  ['云川市人民政府办公室', '属地政府'],
  ['石桥镇', '属地政府'],
  ['云川经济开发区管理委员会', '属地政府'],
  ['云川经济开发区建设交通局', '交通运输'],
  ['县教育体育局', '教育'],
  ['县农业农村和科学技术局', '农业农村'],
  ['市委组织部', '组织'],
  ['县委政法委', '政法'],
  ['市人民检察院', '法检'],
  ['国网云川供电公司', '电力'],
  ['市水务局', '水利'],
  ['民政', '民政'],
  ['市园林绿化中心', '城市管理'],
  ['县林业和草原局', '林业'],
  ['市规划和自然资源局', '自然资源和规划'],
  ['云川市城市管理委员会', '城市管理'],
  ['云川风景名胜区管理委员会', '属地政府'],
  ['云川新区开发建设管理委员会', '属地政府'],
  ['市政数局', '数据和政务服务'],
  ['市政协', '党群'],
  ['市政府督查室', '属地政府'],
  ['市委编办', '编制'],
  ['市委社工部', '党群'],
  ['市教育科学技术局', '教育'],
  ['县发展改革和经济信息化局', '发展和改革'],
  ['市农牧和科技局', '农业农村'],
  ['市公安局消防支队', '应急消防'],
  ['市公安局交通警察支队', '公安'],
  ['市文广旅体局', '文化旅游体育'],
  ['市水库移民局', '水利'],
])('%s is of the function %s', (name, id) => {
  expect(functionOf(name)).toBe(id);
});

test('every function is found by its own name and by each name that is listed for it', () => {
  for (const id of functionIds) {
    expect(functionOf(id)).toBe(id);
    if (id === '属地政府') continue;
    for (const name of functions[id].names.split(' ').slice(0, 3))
      expect(functionOf(`云川${name}`)).not.toBeNull();
  }
});

test('a name that tells no function is compared by itself, without its place', () => {
  expect(functionOf('云川市仲夏协会')).toBeNull();
  expect(unitKey('云川市仲夏协会')).toBe(unitKey('市仲夏协会'));
});

test('a family is the same as its members, members are not the same as each other', () => {
  expect(sameUnit('妇联', '党群')).toBe(true);
  expect(sameUnit('党群', '妇联')).toBe(true);
  expect(sameUnit('妇联', '团委')).toBe(false);
});

test.each([
  ['云川市东湖区教育局', '东湖'],
  ['石桥镇人民政府', '石桥'],
  ['云川市教育局', ''],
  ['市教育局', ''],
])('the place in %s is "%s"', (name, place) => {
  expect(placeOf(name, '云川市')).toBe(place);
});

test('an evaluation compares printed names and functions, learns unknown units, and counts by hand', () => {
  const row = (id: number, title: string, ...leadUnits: readonly string[]) => ({
    id,
    title,
    body: '',
    leadUnits,
  });
  const found = evaluate(
    [row(1, '关于云溪赏月的建议', '市仲夏协会')],
    [
      row(1, '关于新建幼儿园的建议', '云川市教体局'),
      row(2, '关于新建幼儿园的建议', '教育'),
      row(3, '关于云溪赏月延期的建议', '云川市仲夏协会'),
      row(4, '关于新建幼儿园的建议', '审计局', '市教育局'),
      row(5, '关于新建幼儿园的建议', '烟草局'),
    ],
  );
  expect(found.perRow.map(({ rank }) => (rank === 1 ? 1 : 0))).toEqual([1, 1, 1, 1, 0]);
  expect(found.recommendation.top1).toBe(4);
  expect(found.baselines.nearest).toEqual({ top1: 1, top3: 1, covered: 1 });
  expect(found.perRow[2]?.ranked[0]?.reasons[0]).toMatchObject({ kind: 'past', id: 1 });
});
