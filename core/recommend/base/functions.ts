/**
 * What units of a Chinese city do, by function and not by name: cities call the holder of one function differently
 * (住建局, 住房和城乡建设局, 住房保障和房产管理局). `names`: what a unit's name holds after its place is taken off; the
 * longest name found wins. `duty`: what the law and the usual 三定 give it. `prior`: how many of a hundred matters a
 * city's offices send there, roughly. Domain practice, unverified.
 */
export const functions = {
  交通运输: {
    en: 'Transport',
    duty: '公路、水路、公共交通、出租汽车、轨道、物流和运输市场',
    names:
      '交通运输 交通 运输 公路 公路管理 公路发展 道路运输 运管 轨道 轨道交通 地铁 公交 公交公司 公交集团 公共交通 港口 港航 港务 航道 海事 交投 交通投资 建设交通 铁路 民航 机场 高速公路 路政 客运 交委 城市客运 铁道',
    prior: 12,
  },
  公安: {
    en: 'Public security',
    duty: '治安、户籍、道路交通秩序和安全、禁毒、反诈、出入境',
    names:
      '公安 公安局 公安分局 交警 交通警察 交管 公安交通管理 派出所 刑侦 治安 特警 车管所 出入境 铁路公安 警务 边防',
    prior: 9,
  },
  民政: {
    en: 'Civil affairs',
    duty: '养老服务、社会救助、儿童福利、殡葬、婚姻登记、社区治理、社会组织、行政区划和地名',
    names: '民政 老龄办 老龄 殡葬 社会福利 福利院 救助站 养老服务 殡仪馆',
    prior: 6,
  },
  住房和城乡建设: {
    en: 'Housing and construction',
    duty: '住房保障、房地产和物业、老旧小区改造、市政设施、建筑业、村镇建设',
    names:
      '住房和城乡建设 住房城乡建设 住建 住房和建设 住房建设 住房保障 住房和房屋管理 房屋管理 房管 房产 房产管理 房地产 房地产管理 房地产服务 城乡建设 建设 城建 规划建设 住房 房屋征收 征收 棚改 城市更新 市政工程 市政 城投 建筑 建委 供热 燃气 热力 排水',
    prior: 9,
  },
  教育: {
    en: 'Education',
    duty: '学前教育、义务教育、高中、职业教育、师资、招生和校园安全',
    names:
      '教育 教育体育 教体 教科 教育科技 教委 教育工委 教文体 教科体 教育和科学 学校 大学 学院 招生 考试院 科技教育 文化教育 文教',
    prior: 8,
  },
  水利: {
    en: 'Water',
    duty: '防洪、河道、水库、灌溉、农村供水、水土保持、水资源和节水',
    names:
      '水利 水务 水利和湖泊 湖泊 水利水务 水利管理 河长办 河长 水文 供水 自来水 水库 灌区 水电 河湖 引水 南水北调 防汛 排灌 治水 河务 移民 移民局',
    prior: 6,
  },
  农业农村: {
    en: 'Agriculture and rural affairs',
    duty: '种植、养殖、渔业、农田、农产品、农村人居环境、乡村振兴和农村集体经济',
    names:
      '农业农村 农业 农牧 农牧业 农委 农办 农村工作 畜牧 畜牧兽医 兽医 渔业 水产 海洋与渔业 海洋渔业 乡村振兴 扶贫 农机 农技 农经 农垦 农科 农业综合开发 蚕桑 茶叶 农业农村和水务 农业农村水利',
    prior: 7,
  },
  卫生健康: {
    en: 'Health',
    duty: '医疗、公共卫生、基层卫生、中医药、托育、妇幼健康和精神卫生',
    names:
      '卫生健康 卫健 卫生 卫计 卫生和计划生育 计生 计划生育 医院 疾控 疾病预防控制 中医药 中医 医管 妇幼 爱卫 卫生院 血站 卫生监督 急救',
    prior: 6,
  },
  城市管理: {
    en: 'City management',
    duty: '市容环卫、垃圾分类、园林绿化、市政维护、户外广告、违法建设和综合执法',
    names:
      '城市管理 城管 城市管理和综合执法 综合行政执法 综合执法 行政执法 城市管理综合执法 城管执法 城市综合管理 环卫 环境卫生 市容 市容环境 园林 园林绿化 绿化 林业园林 公园 路灯 市政园林 城市服务 市政管理 城市照明',
    prior: 6,
  },
  属地政府: {
    en: 'Local government of the place',
    duty: '本辖区的经济、社会和公共事务',
    names:
      '人民政府 政府 政府办 府办 政府办公室 人民政府办公室 街道 街道办 街道办事处 办事处 镇 乡 管委会 管理委员会 开发区 新区 高新区 经开区 功能区 园区 村委会 居委会 村民委员会 居民委员会 社区 苏木',
    prior: 4,
  },
  文化旅游体育: {
    en: 'Culture, tourism and sport',
    duty: '公共文化、文物和非遗、旅游、广播电视、体育设施和全民健身',
    names:
      '文化和旅游 文化旅游 文化广电旅游 文广旅 文旅 文旅体 文体旅 文体 文体广电 文化广电 文化体育 文化 旅游 旅发 旅游发展 体育 体育事业 体育发展 文物 博物馆 图书馆 广播电视 广电 广播 文广新 文广 景区 风景名胜 风景区 文化馆 电视台 文化遗产',
    prior: 4,
  },
  自然资源和规划: {
    en: 'Natural resources and planning',
    duty: '国土空间规划、土地、不动产登记、矿产、测绘、地质灾害和海洋',
    names:
      '自然资源和规划 规划和自然资源 自然资源 自然资源规划 规划自然资源 规自 自规 资规 国土 国土资源 国土规划 规划 规划国土 规划管理 土地 土地储备 不动产 不动产登记 测绘 地质 地矿 矿产 海洋 海洋发展 国土空间',
    prior: 4,
  },
  发展和改革: {
    en: 'Development and reform',
    duty: '发展规划、重大项目、价格、能源、区域合作、粮食储备和营商环境',
    names:
      '发展和改革 发展改革 发改 发改委 物价 价格 粮食 粮食和物资储备 粮食局 能源 能源局 重点项目 重大项目 营商环境 营商 援疆 西部开发 大湾区办 区域合作 发展改革和科技 改革办 深改办 深化改革',
    prior: 5,
  },
  工业和信息化: {
    en: 'Industry and information technology',
    duty: '工业、中小企业和民营经济、信息化、无线电、工业园区和新兴产业',
    names:
      '工业和信息化 工信 工业信息化 经济和信息化 经信 经济信息化 科技和工业信息化 科技工业信息化 科技经信 科学技术和工业信息化 科工信 科工 工科 工科信 工业 中小企业 民营经济 无线电 工业园 产业园 工信和科技 经济和科技 经贸 经济贸易 工业商务 经济促进 经发 经济发展',
    prior: 3,
  },
  市场监督管理: {
    en: 'Market regulation',
    duty: '食品药品和特种设备安全、价格和竞争执法、消费维权、质量标准、知识产权和市场主体登记',
    names:
      '市场监督管理 市场监管 市监 工商 工商行政管理 质监 质量技术监督 食药监 食品药品 食品药品监督管理 药监 药品监督 知识产权 消费者委员会 消委会 消协',
    prior: 3,
  },
  司法: {
    en: 'Justice',
    duty: '立法草案、行政执法监督、法律服务和援助、普法、人民调解和社区矫正',
    names: '司法 司法局 法制办 法制 普法办 法律援助 律师协会 公证 依法治市 依法治市办 监狱',
    prior: 2,
  },
  商务: {
    en: 'Commerce',
    duty: '商贸流通、消费、外贸外资、电子商务、农贸市场和招商',
    names:
      '商务 商业 商贸 商务粮食 投资促进 投促 招商 招商引资 口岸 贸促 贸促会 自贸 外贸 会展 经合 经济合作 经济技术合作 商务和投资促进 商促 合作交流 商务和粮食',
    prior: 3,
  },
  林业: {
    en: 'Forestry and grassland',
    duty: '造林、森林草原资源和防火、湿地、野生动植物和国家公园',
    names: '林业 林业和草原 林草 林草局 草原 林场 国有林场 森林 湿地 国家公园 自然保护区 林长办 野生动物',
    prior: 2,
  },
  人力资源和社会保障: {
    en: 'Human resources and social security',
    duty: '就业、人才、社会保险、劳动关系、工资和职称',
    names:
      '人力资源和社会保障 人力资源社会保障 人社 人力资源 社保 社会保险 人社局 劳动 劳动保障 就业 人事 就业服务 劳动就业 人才服务',
    prior: 3,
  },
  应急消防: {
    en: 'Emergency management and fire rescue',
    duty: '安全生产、消防、防灾减灾救灾、应急物资和森林防火指挥',
    names:
      '应急管理 应急 消防 消防救援 消防救援支队 消防救援大队 消防支队 消防大队 公安局消防支队 公安局消防大队 安监 安全生产 安委办 地震 救灾 防灾减灾 防震减灾 安委会 减灾',
    prior: 2,
  },
  电力: {
    en: 'Electric power',
    duty: '电网建设、供电和用电服务',
    names: '电力 供电 供电公司 供电局 电网 国网 南方电网 南网 电业 电力公司',
    prior: 1,
  },
  党群: {
    en: 'Party bodies and people’s organisations',
    duty: '党委各部门和群众团体的工作',
    names:
      '党群 市委 区委 县委 党委 党工委 工委 市委办 区委办 县委办 委办公室 纪委 纪检 监委 纪委监委 党校 党史 史志 地方志 档案 档案馆 科协 科学技术协会 红十字 红十字会 工商联 工商业联合会 文联 文学艺术界 作协 侨联 台联 台办 侨办 网信 网信办 国安 社会工作部 社工部 关工委 政研室 人大 政协 贸促会',
    prior: 2,
  },
  生态环境: {
    en: 'Ecology and environment',
    duty: '大气、水、土壤、噪声和固体废物污染防治，环评和生态保护监管',
    names: '生态环境 环保 环境保护 环境监测 生态环保 环保督察 辐射',
    prior: 3,
  },
  财政: {
    en: 'Finance',
    duty: '预算、财政资金、政府采购、政府债务和国有资产报告',
    names: '财政 财政局 政府采购 财评 会计',
    prior: 1.5,
  },
  法检: {
    en: 'Courts and procuratorates',
    duty: '审判、执行和法律监督',
    names: '法检 法院 人民法院 检察院 人民检察院 检察',
    prior: 1,
  },
  审计: { en: 'Audit', duty: '审计监督', names: '审计 审计局', prior: 0.2 },
  统计: { en: 'Statistics', duty: '统计调查和数据发布', names: '统计 统计局 调查队', prior: 0.2 },
  国资: {
    en: 'State assets',
    duty: '国有企业监管和改革',
    names: '国资 国资委 国有资产 国有资产监督管理 国有企业',
    prior: 0.6,
  },
  金融: {
    en: 'Finance regulation',
    duty: '地方金融、普惠金融、防范非法集资和企业上市',
    names:
      '金融 金融办 金融工作 地方金融 地方金融监督管理 金融监管 人民银行 人行 银保监 银监 证监 银行 保险 金融委',
    prior: 0.8,
  },
  税务: { en: 'Taxation', duty: '税费征收和纳税服务', names: '税务 国税 地税 税务局', prior: 0.4 },
  医疗保障: {
    en: 'Medical insurance',
    duty: '医保待遇、药品耗材采购、医疗服务价格和长期护理保险',
    names: '医疗保障 医保 医保局',
    prior: 1.2,
  },
  退役军人: {
    en: 'Veterans',
    duty: '退役安置、优抚褒扬和烈士纪念设施',
    names: '退役军人 退役军人事务 双拥 双拥办 军休 优抚',
    prior: 0.7,
  },
  民族宗教: {
    en: 'Ethnic and religious affairs',
    duty: '民族团结、民族经济和宗教事务',
    names: '民族宗教 民宗 民族 宗教 民族事务 宗教事务 民委 民族和宗教',
    prior: 0.5,
  },
  数据和政务服务: {
    en: 'Data and government services',
    duty: '数字政府、政务服务、数据资源、热线和公共资源交易',
    names:
      '数据和政务服务 数据 大数据 数据资源 政务服务 政务服务和数据 政数 行政审批 审批服务 行政审批服务 政务中心 政务公开 热线 12345 公共资源 公共资源交易 智慧城市 数字',
    prior: 1.2,
  },
  科学技术: {
    en: 'Science and technology',
    duty: '科技创新、成果转化和科技人才',
    names: '科学技术 科技 科技局 科创 科技创新',
    prior: 1.2,
  },
  信访: { en: 'Petitions', duty: '群众来信来访', names: '信访 信访局', prior: 0.3 },
  外事: {
    en: 'Foreign affairs',
    duty: '外事、友城和港澳事务',
    names: '外事 外办 港澳 港澳办 外事侨务',
    prior: 0.3,
  },
  机关事务: {
    en: 'Government offices administration',
    duty: '机关后勤、公务用车和公共机构节能',
    names: '机关事务 机关事务管理 机关管理 机管 机关后勤 接待',
    prior: 0.3,
  },
  通信: {
    en: 'Telecommunications',
    duty: '移动信号、宽带和通信设施',
    names: '通信 通信管理 移动 电信 联通 铁塔 通发办 通管办 通信发展 移动公司 电信公司 广电网络',
    prior: 0.5,
  },
  邮政: { en: 'Post', duty: '邮政和快递', names: '邮政 邮政管理 快递', prior: 0.3 },
  气象: { en: 'Meteorology', duty: '天气预报、气象灾害预警和人工影响天气', names: '气象 气象局', prior: 0.2 },
  烟草: { en: 'Tobacco', duty: '烟叶和卷烟专卖', names: '烟草 烟草专卖', prior: 0.3 },
  残联: {
    en: 'Disabled persons’ federation',
    duty: '残疾人康复、就业、无障碍和权益',
    names: '残联 残疾人 残疾人联合会',
    prior: 0.5,
  },
  妇联: {
    en: 'Women’s federation',
    duty: '妇女儿童发展和家庭建设',
    names: '妇联 妇女 妇女联合会 妇儿工委',
    prior: 0.4,
  },
  团委: {
    en: 'Youth league',
    duty: '青少年和志愿服务',
    names: '团委 共青团 团市委 团区委 团县委 青联 少工委 青少年宫',
    prior: 0.3,
  },
  工会: { en: 'Trade union', duty: '职工权益和服务', names: '工会 总工会 工人文化宫', prior: 0.3 },
  住房公积金: {
    en: 'Housing provident fund',
    duty: '住房公积金的缴存、提取和贷款',
    names: '住房公积金 公积金',
    prior: 0.3,
  },
  供销: {
    en: 'Supply and marketing cooperative',
    duty: '农资供应和农产品流通',
    names: '供销 供销社 供销合作 供销联社',
    prior: 0.3,
  },
  组织: {
    en: 'Organisation department',
    duty: '党的建设、干部、公务员和人才',
    names: '组织 组织部 老干部 公务员局 人才办',
    prior: 0.8,
  },
  宣传: {
    en: 'Publicity department',
    duty: '宣传思想、精神文明和新闻出版',
    names: '宣传 宣传部 新闻出版 融媒体 新闻 电影 版权 文明办 精神文明',
    prior: 0.8,
  },
  统战: { en: 'United front', duty: '统一战线、侨务和台港澳', names: '统战 统战部', prior: 0.3 },
  政法: {
    en: 'Political and legal affairs',
    duty: '平安建设、社会治安综合治理和矛盾化解',
    names: '政法 政法委 综治 综治办 平安办',
    prior: 0.6,
  },
  编制: { en: 'Staffing office', duty: '机构和编制', names: '编制 编办 机构编制 编委', prior: 0.3 },
  海关: { en: 'Customs', duty: '通关和检验检疫', names: '海关 出入境检验检疫', prior: 0.2 },
  人防: { en: 'Civil defence', duty: '人民防空工程和疏散', names: '人防 人民防空 国防动员', prior: 0.2 },
} as const satisfies Readonly<Record<string, FunctionRow>>;

type FunctionRow = {
  readonly en: string;
  readonly duty: string;
  readonly names: string;
  readonly prior: number;
};

export type UnitFunction = keyof typeof functions;

/** Functions that catalogues also name together: 妇联 is compared with 党群 as the same. */
export const families: Partial<Record<UnitFunction, UnitFunction>> = {
  残联: '党群',
  妇联: '党群',
  团委: '党群',
  工会: '党群',
  组织: '党群',
  宣传: '党群',
  统战: '党群',
  政法: '党群',
  编制: '党群',
};

export const functionIds = Object.keys(functions) as readonly UnitFunction[];

export const isUnitFunction = (text: string): text is UnitFunction => Object.hasOwn(functions, text);
