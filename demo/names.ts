import type { Random } from './random.ts';

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍';
const firsts = '一之予子以可允书令有同汝自如守知和承奕思亦若景晓清沐怀念嘉溪宜恒修谷野霁澄采';
const seconds = '言禾宁川安远舟木其然初原石序白真由生墨岚青蔚舒朗竹行宽野泽田南时简章棠翊则冉谦';

/** Combinations that belong to well-known people. */
const taken: ReadonlySet<string> = new Set(['许知远', '张一白', '何以琛']);

/** An endless supply of invented full names, none given twice; they do not tell a person's sex. */
export const nameSupply = (random: Random): (() => string) => {
  const given = new Set<string>();
  const draw = (): string =>
    random.pick([...surnames]) + random.pick([...firsts]) + random.pick([...seconds]);
  return () => {
    let name = draw();
    while (given.has(name) || taken.has(name) || name.charAt(1) === name.charAt(2)) name = draw();
    given.add(name);
    return name;
  };
};
