/** What the demo city's deputies and members are writing at the moment: invented, like everything here. */
export type DemoSubmission = {
  readonly organ: 'congress' | 'cppcc';
  /** Key of the author in the cast. */
  readonly author: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly analysis: readonly string[];
  readonly asks: readonly string[];
  /** Whom the author invites, and who of them has signed. */
  readonly invited: readonly string[];
  readonly signed: readonly string[];
  /** Days ago on which it was begun. */
  readonly daysAgo: number;
  /** Key of its category, where its author gave one. */
  readonly category?: string;
  readonly end:
    | 'draft'
    | 'gathering'
    | 'changed'
    | 'submitted'
    | 'entered'
    | 'returned'
    | 'declined'
    | 'converted'
    | 'looked'
    | 'toDecide'
    | 'filed'
    | 'split'
    | 'withdrawalAsked'
    | 'withdrawn';
};

const one = (
  organ: DemoSubmission['organ'],
  author: string,
  end: DemoSubmission['end'],
  daysAgo: number,
  text: Pick<DemoSubmission, 'title' | 'facts' | 'analysis' | 'asks'>,
  people: { readonly invited?: readonly string[]; readonly signed?: readonly string[] } = {},
): DemoSubmission => ({
  organ,
  author,
  end,
  daysAgo,
  ...text,
  invited: people.invited ?? [],
  signed: people.signed ?? [],
});

const text = (
  title: string,
  facts: string,
  analysis: string,
  ...asks: readonly string[]
): Pick<DemoSubmission, 'title' | 'facts' | 'analysis' | 'asks'> => ({
  title,
  facts: [facts],
  analysis: [analysis],
  asks,
});

/** What the offices have in hand: one at its panel, one that waits for the decision, some filed, one split. */
const atOffices: readonly DemoSubmission[] = [
  {
    ...one(
      'cppcc',
      'member-010',
      'looked',
      5,
      text(
        '关于规范社区老年食堂运营补贴的提案',
        '全市四十六家社区老年食堂有十九家亏损，补贴按建设面积发放，与就餐人次没有关系。',
        '补贴办法沿用建设期口径，运营期没有评估，街道之间做法不一。',
        '把运营补贴改为按实际就餐人次发放',
        '每半年公布各食堂的就餐人次和补贴数额',
      ),
    ),
    category: 'elderly',
  },
  {
    ...one(
      'cppcc',
      'member-011',
      'toDecide',
      8,
      text(
        '关于完善公交专用道夜间使用办法的提案',
        '中心城区七条公交专用道全天禁止社会车辆使用，夜间九点以后公交车每小时不足六班，其余车道排队。',
        '专用道标志只有全天一种，电子抓拍不区分时段。',
        '夜间九点至次日六点允许社会车辆借用公交专用道',
        '更换可变标志并同步调整抓拍时段',
      ),
    ),
    category: 'transport',
  },
  {
    ...one(
      'congress',
      'deputy-014',
      'filed',
      6,
      text(
        '关于在城北片区增设公交微循环线路的建议',
        '城北片区五个新建小区入住一万两千人，最近的公交站在一点三公里以外，早高峰打车要等二十分钟。',
        '片区道路去年建成，公交线网没有跟进调整。',
        '开通连接城北五个小区与地铁站的微循环线路',
        '在小区出入口增设四处候车亭',
      ),
    ),
    category: 'transport',
  },
  {
    ...one(
      'congress',
      'deputy-015',
      'filed',
      6,
      text(
        '关于治理河滨步道夜间噪音的建议',
        '河滨步道夜间广场舞和露天演唱持续到十一点，沿岸三个小区今年投诉二百余次。',
        '步道由多个部门分段管理，夜间没有固定值守，音量没有标准。',
        '划定活动区域和时段并公示音量上限',
        '由街道会同公安、城管在夜间联合值守',
      ),
    ),
    category: 'environment',
  },
  {
    ...one(
      'congress',
      'deputy-016',
      'split',
      7,
      text(
        '关于改善城东片区学校和道路条件的建议',
        '城东片区小学学位缺口八百个，东一路尚未贯通，学生上学要绕行四公里。',
        '片区规划人口已经突破，学校和道路分属两个建设计划。',
        '在城东片区新建一所三十六班小学',
        '年内贯通东一路并设置非机动车道',
      ),
    ),
    category: 'education',
  },
];

export const demoSubmissions: readonly DemoSubmission[] = [
  ...atOffices,
  one('congress', 'deputy-001', 'draft', 1, {
    title: '关于在老城区增设老年人助餐点的建议',
    facts: ['老城三个街道八十岁以上独居老人有一千二百多名，助餐点只有两处，最远的要走四十分钟。'],
    analysis: [],
    asks: ['在临河街道和城隍庙街道各增设一处老年助餐点'],
  }),
  one(
    'congress',
    'deputy-001',
    'gathering',
    2,
    text(
      '关于完善山区学校校车线路的建议',
      '北部三个乡镇有四百余名学生每天步行超过三公里上学，雨雪天尤其困难，家长多次反映校车不经过村口。',
      '现有线路按五年前的学校布局划定，撤并两所小学后没有调整。',
      '按现在的学校布局重新划定北部三个乡镇的校车线路',
      '在十二个自然村增设候车点并安装照明',
    ),
    { invited: ['deputy-002', 'deputy-003', 'deputy-004'], signed: ['deputy-002'] },
  ),
  one(
    'congress',
    'deputy-005',
    'gathering',
    2,
    text(
      '关于加装公交站台无障碍坡道的建议',
      '全市六百一十个公交站台中有二百三十个没有坡道，轮椅使用者和推婴儿车的家长上下车要靠他人帮助。',
      '早年建设的站台没有无障碍要求，历次改造只换了站牌和座椅。',
      '三年内为二百三十个站台加装无障碍坡道',
      '新建站台同步铺设盲道并接入人行道',
    ),
    { invited: ['deputy-001', 'deputy-006'], signed: ['deputy-006'] },
  ),
  one(
    'congress',
    'deputy-007',
    'changed',
    4,
    text(
      '关于整治学校周边占道停车的建议',
      '七所小学门口上下学时段占道停车严重，消防通道被堵，上月两次影响救护车通行。',
      '学校周边停车位缺口约六百个，夜间执法多、早晚高峰执法少。',
      '在七所小学周边三百米内开放机关停车场供错时停放',
      '早晚高峰在校门口设置即停即走车位并派协管员值守',
    ),
    { invited: ['deputy-001', 'deputy-008'], signed: ['deputy-001', 'deputy-008'] },
  ),
  one(
    'congress',
    'deputy-009',
    'submitted',
    6,
    text(
      '关于延长社区图书室开放时间的建议',
      '全市一百四十个社区图书室多数下午五点关门，周末不开，上班族和学生很难用上，有的室一周不足十人次。',
      '图书室由社区工作人员兼管，没有安排值班，也没有自助借还设备。',
      '为五十个人流较多的社区图书室配备自助借还设备',
      '周末开放至晚上八点，由志愿者轮值',
    ),
  ),
  one(
    'congress',
    'deputy-010',
    'entered',
    3,
    text(
      '关于修缮东门古桥护栏的建议',
      '东门古桥两侧护栏石柱松动二十三根，桥面有三处塌陷，每天近万名行人和电动车通过，存在隐患。',
      '古桥属文物，养护单位与城管之间分工不明，近三年没有大修。',
      '明确古桥的养护单位并在汛期前加固护栏',
      '在桥头设置限载标志和夜间照明',
    ),
  ),
  one(
    'congress',
    'deputy-001',
    'returned',
    9,
    text(
      '关于加强校园周边食品安全的建议',
      '学校门口流动摊贩售卖的零食标签不全，三所学校的家长委员会在走访中发现过期食品十七种。',
      '流动摊贩收摊快，检查时往往已经离开；学校与市场监管所之间没有通报办法。',
      '建立学校与市场监管所的摊贩通报群，发现后当日到场检查',
      '在学校周边设置集中经营点，实行食品留样',
    ),
  ),
  one(
    'congress',
    'deputy-011',
    'declined',
    12,
    text(
      '关于解决本人房屋产权证办理问题的建议',
      '本人购买的住房交付已满六年，开发企业没有办理竣工备案，至今不能取得产权证，多次到窗口咨询没有结果。',
      '同一小区有四十多户情况相同，涉及开发企业欠缴的配套费用。',
      '协调开发企业办理竣工备案并补办产权证',
    ),
  ),
  one(
    'congress',
    'deputy-012',
    'converted',
    11,
    text(
      '关于转达群众要求增加早市摊位的建议',
      '城南早市摊位只有六十个，周边菜农一百五十多户，来信反映凌晨两点排队占位，时有争执。',
      '早市场地权属街道，摊位按先到先得使用，没有登记办法。',
      '增加城南早市摊位四十个并实行预约',
    ),
  ),
  one(
    'congress',
    'deputy-013',
    'withdrawn',
    10,
    text(
      '关于调整五路公交末班时间的建议',
      '五路公交末班二十点三十分发车，沿线两家医院和工业园晚班职工下班后无车可乘，约有八百人受影响。',
      '公交公司按客流测算，没有计入晚班职工集中下班的时段。',
      '将五路公交末班车延长到二十二点',
    ),
  ),
  one('cppcc', 'member-001', 'draft', 1, {
    title: '关于推进中小学课后服务提质的提案',
    facts: ['课后服务已覆盖全市九成以上中小学，但内容以自习为主，体育和艺术类不足两成。'],
    analysis: ['校外专业人员进校缺少资质目录和付费办法。'],
    asks: [],
  }),
  one(
    'cppcc',
    'member-002',
    'gathering',
    2,
    text(
      '关于保护老城区传统手工作坊的提案',
      '老城区登记在册的传统手工作坊从一百二十家减少到三十一家，从业者平均年龄五十八岁，多数没有学徒。',
      '租金连年上涨，作坊又不符合沿街业态目录，搬迁后难以为继。',
      '划定两处传统手工作坊集聚区并给予三年租金补贴',
      '把木雕、竹编纳入职业学校选修课程',
    ),
    { invited: ['member-001', 'member-003', 'member-004'], signed: ['member-003'] },
  ),
  one(
    'cppcc',
    'member-005',
    'changed',
    5,
    text(
      '关于建立儿童用药短缺预警机制的提案',
      '去年冬季两家医院的三种儿童退热药先后断供，最长十一天，家长到邻市购药。',
      '医院各自采购，库存互不相通，短缺信息报送靠电话。',
      '建立市域儿童常用药库存共享和短缺预警平台',
      '由市级医院储备十五天用量并向县区调剂',
    ),
    { invited: ['member-001', 'member-006'], signed: ['member-001', 'member-006'] },
  ),
  one(
    'cppcc',
    'member-007',
    'submitted',
    7,
    text(
      '关于规范共享电动车停放的提案',
      '中心城区投放共享电动车一万六千辆，停放点只有四百个，人行道和盲道被占的投诉每月三百余件。',
      '企业投放数量与停放空间没有挂钩，清运责任按区域分包，边界地段无人管。',
      '按停放空间核定各企业投放数量，每季度调整',
      '对盲道、消防通道划定电子禁停区',
    ),
  ),
  one(
    'cppcc',
    'member-001',
    'withdrawalAsked',
    8,
    text(
      '关于开放学校体育场地的提案',
      '全市可开放的学校体育场地有八十六处，周末实际开放二十四处，居民健身场地人均不足一平方米。',
      '学校担心安全责任，缺少保险和管理人员。',
      '为开放场地统一投保公众责任险',
      '由街道派人管理周末开放时段',
    ),
    { invited: ['member-008', 'member-009'], signed: ['member-008', 'member-009'] },
  ),
];
