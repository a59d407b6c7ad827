import type { Text } from '#core/words.ts';
import type { UnitKey } from './topics/topic.ts';

/** An invented district of the invented city, with the places that matters name. */
export type District = {
  readonly key: UnitKey;
  readonly name: Text;
  readonly roads: readonly string[];
  readonly communities: readonly string[];
  readonly towns: readonly string[];
};

export const districts: readonly District[] = [
  {
    key: 'wangxi',
    name: { zh: '望溪区', en: 'Wangxi District' },
    roads: [
      '望溪大街',
      '钟楼东街',
      '竹编巷',
      '桥北路',
      '青石街',
      '书院路',
      '渡口街',
      '老城环路',
      '杏坛路',
      '织云路',
    ],
    communities: [
      '桥北社区',
      '钟楼社区',
      '书院社区',
      '织云社区',
      '渡口社区',
      '东篱社区',
      '杏坛社区',
      '柳荫里社区',
      '石板桥社区',
      '纱厂新村',
    ],
    towns: ['溪口镇', '柳林铺镇', '白鹭镇'],
  },
  {
    key: 'qinglan',
    name: { zh: '青岚区', en: 'Qinglan District' },
    roads: [
      '青岚大道',
      '云台路',
      '枫林路',
      '松涛路',
      '学府西路',
      '听泉路',
      '岚山街',
      '科创一路',
      '百合路',
      '半坡街',
    ],
    communities: [
      '听泉社区',
      '枫林苑社区',
      '云台社区',
      '学府社区',
      '百合社区',
      '岚山社区',
      '松涛社区',
      '科创社区',
      '半坡社区',
      '晴川里社区',
    ],
    towns: ['云台镇', '半坡镇', '清风岭镇'],
  },
  {
    key: 'nanbu',
    name: { zh: '南埠区', en: 'Nanbu District' },
    roads: [
      '南埠大道',
      '货场路',
      '码头街',
      '陆港大道',
      '金穗路',
      '新港路',
      '南环路',
      '广济街',
      '平章路',
      '麦岛路',
    ],
    communities: [
      '码头社区',
      '金穗社区',
      '新港社区',
      '广济社区',
      '货场社区',
      '南环社区',
      '平章社区',
      '麦岛社区',
      '锦绣南苑社区',
      '和顺里社区',
    ],
    towns: ['麦岛镇', '平章镇', '双河湾镇', '沙铺镇'],
  },
  {
    key: 'shilan',
    name: { zh: '石澜区', en: 'Shilan District' },
    roads: [
      '石澜大道',
      '梨园路',
      '云岭路',
      '矿山街',
      '卧牛路',
      '花溪路',
      '石桥路',
      '林场路',
      '东山街',
      '澜湖路',
    ],
    communities: [
      '梨园社区',
      '花溪社区',
      '石桥社区',
      '东山社区',
      '澜湖社区',
      '矿山社区',
      '卧牛社区',
      '林场社区',
      '云岭社区',
      '丰禾社区',
    ],
    towns: ['梨花沟镇', '卧牛镇', '石桥镇', '云岭镇', '黄土岭乡', '马驿乡'],
  },
];
