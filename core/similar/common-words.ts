/**
 * How little the common words of titles tell. Where no topic of the lexicon is known, what two titles share counts by
 * how rare it is in this field: `empty` words nothing, `common` nouns little, all others fully. Written from the
 * reading of many titles, not counted in any one collection.
 */
const empty =
  '关于 加强 提高 完善 增加 增设 新增 设立 设置 建设 建立 安装 加装 修建 新建 改建 扩建 重建 改造 修复 维修 修缮 整治 治理 管理 监管 规范 规划 ' +
  '出台 制定 制订 修订 落实 落地 启动 实行 推行 引导 引进 引入 鼓励 扶持 帮助 协助 争取 申请 安排 给予 提供 保障 确保 保护 防止 防范 预防 杜绝 ' +
  '避免 减少 降低 扩大 延长 缩短 延伸 调整 改进 改革 创新 转变 探索 研究 试点 普及 宣传 培育 培养 营造 创建 创造 利用 开发 挖掘 盘活 整合 ' +
  '共享 共建 共治 协同 联动 融合 衔接 对接 配套 配备 配置 布局 选址 搬迁 迁移 开展 开通 开设 举办 组织 成立 恢复 取消 禁止 限制 放开 允许 打击 ' +
  '打通 破解 缓解 化解 消除 清理 清除 排查 整改 处置 处理 应对 遏制 控制 严格 从严 彻底 根治 标准化 规范化 常态化 精细化 科学化 智能化 ' +
  '信息化 现代化 一体化 专业化 法治化 多元化 市场化 制度化 长期 短期 专项 综合 全面 系统 统一 有序 有力 高效 健康 可持续 稳定 良性 快速 深入 ' +
  '力度 措施 办法 方案 方式 方法 模式 途径 路径 渠道 手段 标准 流程 程序 规定 条例 法规 立法 政策 制度 机制 体制 体系 平台 网络 载体 抓手 ' +
  '问题 现象 乱象 情况 状况 现状 困难 难题 瓶颈 短板 隐患 不足 缺乏 缺失 不完善 不规范 过高 过低 太少 太多 需要 需求 供给 资源 条件 环境 氛围 ' +
  '能力 水平 质量 品质 效率 效果 效益 作用 优势 特色 形象 功能 意识 素质 理念 观念 意义 重要 重大 主要 基本 基础 关键 核心 重点 难点 热点 ' +
  '单位 部门 政府 主管 职能 责任 主体 人员 人群 群体 队伍 力量 各级 各类 有些 部分 个别 目前 当前 现有 今年 近年 今后 未来 长远 十四五 十五五 ' +
  '规模 范围 领域 行业 产业 事业 项目 工程 工作 活动 行动 计划 示范 样板 品牌 亮点 名片 高地 中心 基地 设施 设备 装置 场所 地方 地段 路段 路口 ' +
  '区域 地区 片区 周边 附近 沿线 两侧 门口 内部 外部 全国 全省 全市 全区 全县 我国 我省 我市 我区 我县 本市 国家 省级 市级 区级 县级 乡镇 街道 社区 ' +
  '市区 城区 主城区 老城区 新区 县城 集镇 城乡 城镇 城市 农村 乡村 村庄 村委会 村民 居民 市民 群众 百姓 人民 公众 民众 社会 生活 民生 幸福 美好 ' +
  '方便 便利 便民 利民 惠民 为民 安全 服务 发展 经济 高质量 有效 进一步 加快 加大 推进 推动 促进 助力 提升 强化 优化 健全 深化 支持 解决 建议 ' +
  '资金 经费 投入 补贴 补助 费用 收费 价格 成本 审批 办理 运营 运行 经营 使用 维护 养护 管护 建成 完工 进度 实施 执行 监督 检查 考核 评价 ' +
  '请求 要求 尽快 尽早 及时 大力 切实 积极 合理 适当 科学 充分 持续 不断 逐步 更好 更加 如何 怎样 亟需 亟待 立项 纳入 列入 作为 成为 打造 ' +
  '战略 工程款 乡村振兴 共同富裕 中国式 新时代 新形势 背景 视角 框架 试验 试行 先行 一批 一个 一所 一座 一条 两处 多处 若干';

const common =
  '学校 校园 学生 中小学 小学 中学 教师 教育 儿童 青少年 未成年人 孩子 家长 老年人 妇女 青年 企业 市场 产品 商家 平台 消费 消费者 农业 农民 农户 农产品 土地 ' +
  '交通 道路 公路 车辆 机动车 汽车 出行 通行 行人 驾驶 小区 老旧小区 住宅 住房 房屋 楼房 业主 物业 医院 医疗 卫生 健康 医生 患者 疾病 药品 食品 饮食 ' +
  '文化 体育 旅游 景区 公园 广场 绿化 生态 环保 污染 垃圾 污水 水质 水源 河道 河流 森林 湿地 动物 植物 能源 电力 供电 供水 燃气 通信 信号 ' +
  '就业 创业 职工 劳动者 工人 人才 培训 技能 工资 待遇 保险 社保 养老 救助 慈善 志愿 公益 法律 司法 执法 治安 消防 应急 灾害 事故 风险 ' +
  '科技 技术 数据 信息 数字 智慧 智能 互联网 线上 线下 手机 媒体 金融 银行 贷款 融资 税收 财政 投资 招商 园区 工业 制造 制造业 贸易 商业 物流 ' +
  '公共 公益性 民办 公办 普惠 免费 集中 集体 专业 职业 传统 历史 民族 地方 特殊 困难 贫困 低收入 基层 网格 干部 党员 机关 事业单位 协会 ' +
  '夜间 早晚 高峰 节假日 春节 季节 夏季 冬季 汛期 中心城区 商业区 老年 残疾人 家庭 家用 噪音 扰民 停放 停车 充电 广告 牌照 标志 标识 电动自行车 新能源汽车 农村公路 电动 电子 小学生';

const tableOf = (words: string, weight: number): readonly (readonly [string, number])[] =>
  words.split(' ').map((word) => [word, weight]);

/** Word → what it is worth, 0 to 1; a word that is not here is worth 1. */
const worth: ReadonlyMap<string, number> = new Map([...tableOf(common, 0.35), ...tableOf(empty, 0)]);

/** What a word tells, 0 to 1. */
export const worthOf = (word: string): number => worth.get(word) ?? 1;

/** Every word of the table. */
export const tableWords: readonly string[] = [...worth.keys()];

const longest = 5;

/** The longest word of the table that begins at a place of a text. */
const wordAt = (text: string, at: number): string | null => {
  for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
    const word = text.slice(at, at + length);
    if (worth.has(word)) return word;
  }
  return null;
};

/** Pairs of an unknown stretch; one that lies across two pairs of a stretch of even length is seldom a word. */
const addUnknown = (to: Map<string, number>, stretch: string, share: number): void => {
  for (let at = 0; at + 2 <= stretch.length; at += 1) {
    const even = stretch.length % 2 === 0;
    const weight = (even ? (at % 2 === 1 ? 0.3 : 1) : stretch.length / 2 / (stretch.length - 1)) * share;
    const pair = stretch.slice(at, at + 2);
    to.set(pair, Math.max(to.get(pair) ?? 0, weight));
  }
};

/** Adds the telling words of one piece of a title to a table of words → weights. `share`: how much this piece counts. */
export const addTelling = (to: Map<string, number>, piece: string, share: number): void => {
  let from = 0;
  let at = 0;
  while (at < piece.length) {
    const word = wordAt(piece, at);
    if (word === null) {
      at += 1;
      continue;
    }
    addUnknown(to, piece.slice(from, at), share);
    const weight = (worth.get(word) ?? 0) * share;
    if (weight > 0) to.set(word, Math.max(to.get(word) ?? 0, weight));
    at += word.length;
    from = at;
  }
  addUnknown(to, piece.slice(from), share);
};
