import { askLexicons } from './lexicon.ts';

/**
 * Sides that a matter of any topic can have: what it costs, who is paid for it, who keeps it up. Two titles on one topic
 * that name different sides (幼儿园收费, 幼儿园师资) ask for different things, also where no facet of the lexicon tells.
 */
const sides: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'price',
    /收费|价格|[水电票房药油菜气定涨降]价|计费|通行费|停车费|物业费|[水电学租话]费|租金|费用|缴费|收取|降费|费率|抽成/u,
  ],
  ['pay', /待遇|工资|薪酬|薪资|报酬|津贴|职称|收入|欠薪|拖欠/u],
  ['staff', /编制|缺编|师资|人才|队伍|招聘|人手|短缺|护理员|培养/u],
  ['burden', /减负|负担/u],
  ['upkeep', /维保|养护|管护|维护|运维|维修|修缮|修复|保养|检修|翻新|破损|老化/u],
  ['relocation', /搬迁|迁出|迁建|迁移|外迁/u],
  ['parking', /停放|停车|乱停|泊位|车位/u],
  ['rights', /权益|权利|维权/u],
  ['fire', /消防|火灾|防火|灭火|火患|逃生/u],
  ['pollution', /污染|臭|异味|噪音|扰民|油烟|尾气|扬尘|粪污|直排/u],
  ['quality', /水质|质量/u],
  ['pressure', /水压/u],
  ['congestion', /拥堵|疏导|接送|堵车|交通秩序|护送|护学/u],
  ['dredging', /清淤|疏浚|淤积/u],
  ['digging', /采砂|盗采|采石/u],
  ['insurance', /报销|医保|保险|理赔|结算/u],
  ['jobs', /就业|创业|招工|用工/u],
  ['law', /立法|条例|法规/u],
  ['tax', /税/u],
  ['credit', /贷款|融资|信贷/u],
  ['land', /用地|征地|土地/u],
  ['culture', /文化|体育|文艺|健身/u],
  ['card', /优待证|证件|卡使用/u],
  ['supply', /增加|供应|供给|扩大|新增|不足|紧缺|短缺|增设|新建|建设|房源/u],
  ['fairness', /公开|透明|公平|公正|分配|配租|轮候|明细|账目/u],
  ['reach', /延伸|覆盖|向乡镇|进村|下沉|接入|联网|并网/u],
  ['teaching', /培训|宣传|宣讲|教育课|科普|课程|演练/u],
  ['hours', /延长|延时|夜间|晚间|周末|时间/u],
  ['network', /管网|管道|管线/u],
  ['brand', /品牌|商标|知名度|推介|地理标志/u],
  ['sale', /销售|销路|滞销|渠道|流通|出口|展销/u],
  ['breed', /品种|改良|良种|育种|低产/u],
  ['sickness', /病虫|黄龙病|布病|疫病|线虫|防疫/u],
  ['reuse', /利用|资源化|再生|破碎|回收/u],
  ['gear', /设备|装备|器材|仪器/u],
  ['disaster', /滑坡|塌方|落石|地灾|地质灾害|洪/u],
];

/** What a title wants done with its thing: to have more of it, or to keep it in order. */
const promoting = /发展|壮大|培育|做大|做强|做优|扶持|支持|推广|打造|振兴|繁荣/u;
const controlling = /监管|管理|规范|整治|治理|打击|严惩|查处|取缔|防范|遏制|杜绝|禁止|管控|乱象/u;

/** `+` to promote, `-` to control; '' for neither or both. */
export const courseOf = (core: string): '+' | '-' | '' => {
  const [more, order] = [promoting.test(core), controlling.test(core)];
  return more === order ? '' : more ? '+' : '-';
};

/** The sides that a normalised title names. */
export const aspectsOf = (core: string): ReadonlySet<string> =>
  new Set(sides.flatMap(([name, words]) => (words.test(core) ? [name] : [])));

/** The single asks that a normalised title names; a longer find hides a shorter one inside it. */
export const asksOf = (core: string): ReadonlySet<string> =>
  new Set(
    askLexicons.flatMap(({ find, topics }) => find(core).flatMap(({ topic }) => topics[topic]?.name ?? [])),
  );
