/** What titles want done, in classes of verbs and of troubles that call for them; one class whatever the thing. */
const classes: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'make',
    /增设|加装|新建|设立|设置|修建|安装|增建|添置|添设|配备|配置|配齐|布设|增加|扩建|兴建|筹建|搭建|铺设|架设|投放|硬化|架起|补齐|开设|成立|建设|引进|不足|缺少|缺乏|短缺|紧缺|太少|补建/u,
  ],
  ['open', /开通|恢复|增开|开行|开放|贯通|打通|通车|加密|延伸/u],
  [
    'repair',
    /维修|修缮|修复|改造|翻新|更换|更新|养护|管护|维护|加固|维保|破损|老化|损坏|失修|坑洼|修补|清淤|疏浚|漏水|塌陷/u,
  ],
  [
    'order',
    /治理|整治|规范|监管|打击|查处|取缔|禁止|遏制|杜绝|清理|限制|管控|防范|乱象|扰民|违规|违法|非法|乱/u,
  ],
  ['promote', /发展|壮大|扶持|支持|培育|打造|推广|做强|做优|做大|振兴|繁荣|激活|开发|品牌/u],
  ['keep', /保护|传承|抢救|保存/u],
  ['care', /关爱|关心|帮扶|救助|探访|照料|陪伴|守护/u],
  ['raise', /提高|上调|涨|待遇|补贴|补助|工资|津贴/u],
  ['lower', /降低|减免|减轻|压减|下调|降费|过高|太贵|负担|减负/u],
  ['longer', /延长|延时|晚间|夜间|周末/u],
  ['teach', /宣传|教育|普及|科普|培训|宣讲|课程|知识/u],
  ['move', /搬迁|迁移|迁建|迁出|外迁|移除|迁改/u],
  ['rule', /立法|条例|法规|办法/u],
  ['measure', /监测|检测|排查|筛查|检查|评估/u],
];

export const actionsOf = (core: string): ReadonlySet<string> =>
  new Set(classes.flatMap(([name, words]) => (words.test(core) ? [name] : [])));
