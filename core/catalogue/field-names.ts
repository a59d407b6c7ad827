import type { ColumnField } from './fields.ts';
import { compact } from './plain-text.ts';

/** How offices head their columns, as seen on real forms and tables; a blank parts the names. */
const names: readonly (readonly [ColumnField, number, string])[] = [
  [
    'caseNo',
    1,
    '案号 建议号 提案号 建议编号 提案编号 议案号 议案编号 案件编号 建议提案号 建议/提案号 建议提案编号 建议/提案编号 建议案号 提案案号 提案序号 建议序号 第N号 第号 第×号 立案号 立案编号 开案案号 案件号 交办编号 交办号 件号 建议、提案编号 建议(提案)编号 建议(提案)号 提案第N号 建议第N号 建议意见编号 caseno casenumber',
  ],
  ['caseNo', 0.96, '编号 号码 no'],
  ['caseNo', 0.6, '流水号 顺序号 号 文件编号'],
  [
    'title',
    1,
    '标题 题目 建议名称 建议题目 建议标题 提案题目 提案名称 提案标题 案名 建议案由 提案案由 议题 建议提案名称 建议提案标题 建议提案题目 建议/提案标题 建议/提案名称 建议(提案)名称 建议(提案)标题 建议、提案名称 建议、提案标题 件名 议案名称 议案标题 议案题目 建议意见标题 提案案由(题目) title subject',
  ],
  ['title', 0.96, '案由'],
  ['title', 0.7, '名称 事由 主题 建议事项 建议主题 提案主题 建议内容摘要 主要事项 案由摘要'],
  ['title', 0.5, '内容 建议内容 提案内容 建议提案内容 建议/提案内容 事项 建议'],
  [
    'body',
    1,
    '正文 全文 建议全文 提案正文 建议正文 提案全文 具体内容 主要内容 问题内容 建议原文 提案原文 原文 正文内容 正文(续) 议案内容 详细内容 body fulltext text body(continued)',
  ],
  [
    'body',
    0.85,
    '内容 建议内容 提案内容 建议提案内容 建议/提案内容 内容摘要 建议意见内容 情况分析 问题分析 情况及分析 建议理由',
  ],
  ['body', 0.5, '案由 摘要 问题'],
  [
    'points',
    1,
    '建议条目 具体建议 意见建议 建议措施 诉求 具体诉求 建议要点 办理要点 对策建议 具体意见建议 建议办法 意见和建议 points asks',
  ],
  ['points', 0.8, '建议 办法 措施建议'],
  ['kind', 1, '案别 件别 建议提案类型 建议/提案 建议或提案 建议提案类别 建议/提案类型 件类 来源 kind'],
  ['kind', 0.6, '类型 种类 性质 类别 建议类型 提案类型 性质类别'],
  [
    'session',
    1,
    '届次 届别 会议届次 会议名称 届次会议 会次 提出届次 所属届次 所属会议 届次名称 届 次 届数 次数 提出会议 会议 session',
  ],
  [
    'inSession',
    1,
    '会议期间/闭会 会议期间 闭会期间 会议类型 是否会上 是否大会 是否闭会 提出时段 会期 时间类别 大会/闭会 会上会下 会间会后 会上/会下 会议/闭会 大会或闭会 开会期间/闭会期间 insession',
  ],
  ['inSession', 0.5, '提出时间 类型 时段'],
  ['year', 1, '年度 年份 年 所属年度 办理年度 提出年度 year'],
  [
    'level',
    1,
    '层级 级别 交办级别 交办层级 建议级别 提案级别 建议提案级别 建议/提案级别 件级别 所属层级 所属级别 级次 来源级别 层次 level',
  ],
  ['level', 0.5, '交办来源 来源'],
  [
    'proposerType',
    1,
    '提出者类别 提出者类型 提出人类别 提出人类型 提案者类别 提案者类型 提案人类别 提案人类型 提案者身份 提案主体 提案主体类别 提案方式 提案形式 提出形式 个人/集体 集体/个人 个人或集体 集体或个人 个人集体 是否集体提案 是否集体 集体提案 proposedby proposertype',
  ],
  ['proposerType', 0.9, '提出方式'],
  ['proposerType', 0.55, '提案类型 提案类别 提案性质 提案来源 建议类型 建议来源'],
  [
    'priority',
    1,
    '重点督办 是否重点督办 重点 是否重点 是否重点件 是否为重点 重点件 重点建议 是否重点建议 重点提案 是否重点提案 重点建议提案 重点建议/提案 是否重点建议提案 重点督办件 重点督办建议 重点督办提案 priority',
  ],
  ['priority', 0.9, '督办领导 领衔督办领导 督办市领导 重点督办领导 领衔督办人 重点督办人'],
  [
    'proposers',
    1,
    '提案人 提案者 提出人 提出者 领衔代表 领衔人 领协代表 领衔 第一提案人 第一提案者 代表姓名 委员姓名 提议人 提案人姓名 建议人 提建议人 建议代表 领衔代表姓名 领衔人姓名 提出代表 提案委员 提案单位/人 提案单位(人) 提案单位或个人 建议/提案提出者 提建议代表 主提人 主提案人 首提人 领衔提出代表 议案领衔人 第一提出人 提案人(单位) 提案者(单位) 代表(委员) 代表/委员 代表(委员)姓名 代表委员 提出代表(委员) 建议提案人 领衔代表(委员) 第一提案人(单位) 联系代表 代表 委员 送提议人 proposers proposer leadproposer',
  ],
  ['proposers', 0.8, '姓名 提案单位 提出单位 建议单位 集体提案单位'],
  [
    'coSigners',
    1,
    '附议人 联名代表 联名人 附议代表 附议者 联名委员 联名 联合提案人 其他提案人 参与代表 附议 联署人 附名 附议委员 连名 共同提出人 联名人员 附议人员 附议代表姓名 联名代表姓名 联合提出人 其他代表 cosigners co-signers seconders',
  ],
  [
    'delegationOrSector',
    1,
    '界别 代表团 所属代表团 所在代表团 党派 所属界别 代表团/界别 界别/代表团 党派团体 委组 小组 代表小组 选举单位 界别(党派) 党派界别 代表团(界别) 委员界别 所属界别/代表团 代表团队 所在团 团组 界别小组 delegationorsector delegation sector delegation/sector',
  ],
  [
    'category',
    1,
    '类别 分类 内容分类 建议分类 提案分类 建议类别 提案类别 审查分类 问题分类 所属类别 专题分类 领域 所属领域 行业类别 内容类别 建议内容分类 归类 类 门类 category',
  ],
  ['category', 0.7, '性质类别 性质 类型 建议类型 提案类型 专题'],
  [
    'handlingMode',
    1,
    '办理类型 办理方式 办理形式 承办方式 承办类型 办理角色 主协办 主办/会办 主会办 分工 主办或会办 主/会办 办理性质 承办性质 承办角色 办理分工 承办形式 主协办类型 handlingmode role',
  ],
  ['handlingMode', 0.5, '处理方式 方式 角色'],
  [
    'unitsLead',
    1,
    '主办单位 主办部门 牵头单位 牵头部门 主办 主办方 主承办单位 主(承)办单位 主办(承办)单位 主要承办单位 主责单位 主责部门 主办单位(部门) 牵头办理单位 主办机构 主办单位名称 主办/承办单位 主办(牵头)单位 牵头主办单位 第一主办单位 leadunits leadunit lead',
  ],
  [
    'unitsSole',
    1,
    '独办单位 单办单位 独办 单办 单独办理单位 独立承办单位 独立办理单位 独办部门 承办(独办)单位 承办单位(独办) soleunits soleunit sole',
  ],
  [
    'unitsSeparate',
    1,
    '分办单位 分办 分别办理单位 分别承办 分办部门 分别办理 分别承办单位 分别主办单位 separateunits separateunit separate',
  ],
  [
    'unitsAssist',
    1,
    '会办单位 协办单位 汇办单位 参办单位 配合单位 会办 协办 汇办 参办 配合部门 协助单位 会办部门 协同单位 协办部门 参与单位 配合 协助办理单位 会(协)办单位 会办(协办)单位 协(会)办单位 协办/会办单位 会办、协办单位 协同办理单位 参加单位 assistunits assistunit assistingunits assist',
  ],
  [
    'unitsMixed',
    1,
    '承办单位 承办部门 办理单位 办理部门 承办 责任单位 责任部门 落实单位 答复单位 承办机构 承办单位名称 主办、会办单位 主办/会办单位 主(会)办单位 主会办单位 主协办单位 主(协)办单位 主办(会办)单位 主、会办单位 主、协办单位 承办单位及分工 承办单位(主办/会办) 办理单位(主/协办) 主办及会办单位 主办和会办单位 承办单位(部门) 办理机构 承接单位 handlingunits handlingunit units',
  ],
  ['unitsMixed', 0.55, '交办单位 单位 部门 分办 转办单位 单位名称'],
  [
    'assignedOn',
    1,
    '交办日期 交办时间 转办日期 转办时间 分办日期 分办时间 下达日期 下达时间 派发日期 派发时间 交办日 交办年月日 assignedon dateassigned assigned',
  ],
  [
    'dueOn',
    1,
    '办理时限 答复期限 办结时限 答复时限 办理期限 要求办结时间 截止日期 限办日期 办结期限 要求答复时间 应办结日期 应答复日期 时限 期限 答复截止日期 办理截止时间 截止时间 要求答复日期 要求办结日期 限办时间 限时办结时间 办理时限要求 dueon due duedate',
  ],
  [
    'filedOn',
    1,
    '立案日期 立案时间 提交日期 提交时间 收案日期 收到日期 登记时间 登记日期 提案日期 提出日期 受理日期 受理时间 提案时间 收件日期 收文日期 建议日期 filedon datefiled filed',
  ],
  ['filedOn', 0.8, '提出时间 日期 时间'],
  [
    'phone',
    1,
    '联系电话 电话 手机 手机号 手机号码 移动电话 联系方式 代表电话 提案人电话 委员电话 代表联系电话 联系电话(代表) 电话号码 phone telephone mobile',
  ],
  [
    'publicConsent',
    1,
    '是否公开 是否同意公开 同意公开 可否公开 可否网上公开 是否可公开 是否同意全文公开 能否公开 是否同意对外公开 公开意见 可公开 是否可以公开 publicconsent consenttopublish public',
  ],
  ['publicConsent', 0.6, '公开属性 公开 公开方式'],
  ['note', 1, '备注 说明 附注 备考 其他 注 备注说明 note notes remarks remark'],
  ['signedOn', 1, '签收日期 签收时间 签收日 接收日期 接收时间 签收 signedon signedforon'],
  [
    'contactedOn',
    1,
    '沟通日期 沟通时间 面商日期 面商时间 见面日期 见面时间 走访日期 走访时间 沟通联系日期 办前沟通日期 办中沟通日期 contactedon',
  ],
  [
    'contactWay',
    1,
    '沟通方式 沟通形式 沟通联系方式 面商方式 见面方式 走访方式 征求意见方式 沟通情况 面商情况 沟通渠道 办前沟通方式 contact contactedby',
  ],
  [
    'repliedOn',
    1,
    '答复日期 答复时间 答复日 回复日期 回复时间 复函日期 复函时间 主办答复时间 主办答复日期 实际答复日期 实际答复时间 书面答复日期 正式答复日期 repliedon replied',
  ],
  ['documentNo', 1, '答复文号 答复函文号 复函文号 答复件文号 发文字号 答复函号 documentno replyno'],
  [
    'resultClass',
    1,
    '办理结果 办理结果标注 结果类别 办理结果分类 办理结果类别 结果 办理类别 答复类别 答复分类 办复类别 办理结果等级 解决程度 办理结果(ABCD) 办理结果(A/B/C/D) 结果分类 resultclass result',
  ],
  [
    'disclosure',
    1,
    '答复公开属性 答复公开 答复是否公开 答复件公开属性 公开类别 公开类型 复函公开属性 disclosure',
  ],
  ['disclosure', 0.55, '公开属性 公开方式'],
  ['adopted', 1, '采纳情况 是否采纳 采纳 采纳与否 意见采纳情况 建议采纳情况 adopted'],
  [
    'attitude',
    1,
    '办理态度 态度 态度满意度 办理态度满意度 办理态度评价 态度评价 对办理态度 对办理态度满意度 attitude',
  ],
  [
    'outcome',
    1,
    '满意度 满意情况 满意程度 评价 反馈意见 办理结果满意度 结果满意度 办理结果评价 结果评价 评价结果 反馈结果 反馈情况 代表满意度 委员满意度 代表评价 委员评价 对办理结果 对办理结果满意度 是否满意 outcome',
  ],
  ['ratedOn', 1, '评价日期 评价时间 反馈日期 反馈时间 测评日期 测评时间 ratedon'],
  [
    'round',
    1,
    '第二次办理 二次办理 是否第二次办理 是否二次办理 办理轮次 轮次 第几次办理 办理次数 再次办理 是否再次办理 round',
  ],
  ['closedOn', 1, '办结日期 办结时间 办结日 办毕日期 办毕时间 closedon'],
  [
    'promise',
    1,
    '跟踪 是否跟踪 跟踪落实 跟踪情况 跟踪办理 承诺 是否承诺 承诺落实 承诺兑现 承诺落实情况 承诺事项落实情况 后续跟踪 followup follow-up promise',
  ],
  ['ignored', 1, '序号 序 编序 行号 排序 序列 serial index #'],
  [
    'ignored',
    1,
    '签发人 签发日期 发布日期 发布单位 发布机构 发布文号 文号 索引号 公开目录 通讯地址 联系地址 地址 邮编 邮政编码 承办人 经办人 联系人 承办人电话 审查意见 审核意见 审核 办理进度 进度 状态 阶段 提交状态 处理状态 办理状态 办理情况 办理进展 浏览量 主题词 提出人数 附议人数 联名人数 人数 落实情况 回复 回复结果 答复内容 问题答复 工作单位 职务 单位及职务 单位职务 工作单位及职务 所在单位 性别 民族 年龄 学历 抄送 报 交办单位意见 交办机关 立案形式 面商人 分管领导 责任领导 责任科室 附件 生效日期 有效性状态 废止日期 属性 stage status rating lights progress',
  ],
];

/** Words in a heading that decide nothing: 年度建议, brackets with an explanation, required marks. */
const clean = (header: string): string =>
  compact(header)
    .toLowerCase()
    .replace(/^[*※●\d.、]+(?=\p{Script=Han})/u, '')
    .replace(/[*※:]+/g, '')
    .replace(/[“”"'‘’《》<>]|\.$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1');

const withoutBrackets = (header: string): string => header.replace(/[([【〔][^()[\]【】〔〕]*[)\]】〕]/g, '');

const exact: ReadonlyMap<string, readonly (readonly [ColumnField, number])[]> = (() => {
  const index = new Map<string, (readonly [ColumnField, number])[]>();
  for (const [field, confidence, list] of names)
    for (const name of list.split(' ')) {
      const key = clean(name);
      index.set(key, [...(index.get(key) ?? []), [field, confidence]]);
    }
  return index;
})();

const patterns: readonly (readonly [RegExp, ColumnField, number])[] = [
  [
    /(?:会办|协办|汇办|参办|配合|协助)(?:单位|部门|机构)?(?:[\d一二三四五六七八九十]+|[①-⑳])?$/,
    'unitsAssist',
    0.9,
  ],
  [/^(?:主办|牵头)(?:单位|部门|机构)?(?:[\d一二三四五六七八九十]+)?$/, 'unitsLead', 0.9],
  [/分办(?:单位|部门)(?:[\d一二三四五六七八九十]+)?$/, 'unitsSeparate', 0.85],
  [/(?:主办|主).{0,3}(?:会办|协办|汇办|会|协).{0,3}(?:单位|部门)/, 'unitsMixed', 0.85],
  [/(?:独办|单办|独立承办|单独承办)/, 'unitsSole', 0.8],
  [/(?:主办|牵头|主责)(?:单位|部门)/, 'unitsLead', 0.8],
  [/(?:承办|办理|责任|落实)(?:单位|部门)/, 'unitsMixed', 0.75],
  [/(?:联名|附议|联署|连署)(?:人|者|代表|委员|名单)/, 'coSigners', 0.8],
  [/(?:领衔|第一提案|首位提|主提)/, 'proposers', 0.85],
  [/(?:提案|提出|建议|提议)(?:人|者|代表|委员)/, 'proposers', 0.8],
  [/(?:代表|委员)(?:姓名|名单|名字)/, 'proposers', 0.8],
  [/(?:代表团|界别|党派)/, 'delegationOrSector', 0.7],
  [/交办.{0,2}(?:日期|时间)/, 'assignedOn', 0.8],
  [/(?:时限|期限|截止)/, 'dueOn', 0.7],
  [/(?:要求|应|限).{0,3}(?:办结|答复|办理).{0,3}(?:日|时|前)/, 'dueOn', 0.75],
  [/(?:立案|提交|收到|登记|受理)(?:日期|时间)/, 'filedOn', 0.75],
  [/(?:同意|是否|可否|能否).{0,6}公开/, 'publicConsent', 0.8],
  [/(?:建议|提案|议案|案件?).{0,4}(?:编号|案号|序号|号码|号)$/, 'caseNo', 0.8],
  [/^第.{0,6}号/, 'caseNo', 0.7],
  [/(?:建议|提案|议案).{0,4}(?:名称|标题|题目|案由)/, 'title', 0.8],
  [/(?:建议|提案|议案).{0,4}(?:正文|全文|原文|内容)/, 'body', 0.7],
  [/(?:届次|届会|次会议)/, 'session', 0.7],
  [/(?:手机|电话)/, 'phone', 0.6],
  [/(?:联系|通讯|家庭).{0,2}地址|邮编|承办人|经办人|联系人/, 'ignored', 0.8],
  [/(?:答复|复函|回复).{0,2}(?:日期|时间)$/, 'repliedOn', 0.8],
  [/签收.{0,2}(?:日期|时间)$/, 'signedOn', 0.8],
  [/(?:沟通|面商|走访).{0,4}(?:日期|时间)$/, 'contactedOn', 0.75],
  [/(?:沟通|面商|走访|征求意见).{0,4}(?:方式|形式)$/, 'contactWay', 0.75],
  [/(?:评价|测评|反馈).{0,2}(?:日期|时间)$/, 'ratedOn', 0.75],
  [/态度/, 'attitude', 0.75],
  [/满意/, 'outcome', 0.7],
  [/(?:办理|办复|答复).{0,2}(?:结果|类别)(?:分类|类别|等级)?$/, 'resultClass', 0.75],
  [/(?:答复|复函)文号/, 'documentNo', 0.8],
  [/(?:办理|答复|复函|回复|反馈|办结|评价|满意|签发|发布|落实|采纳|沟通|面商).{0,8}/, 'ignored', 0.6],
  [/(?:分类|类别|领域)$/, 'category', 0.6],
];

const generic =
  /^(?:名称|单位名称|单位|部门|全称|姓名|人员|名单|名字|[\d一二三四五六七八九十]{1,2}|[甲乙丙丁])$/;
const personParent = /提案|代表|委员|领衔|提出|建议人|附议|联名/;
const unitParent = /承办|主办|会办|协办|办理|分办|责任/;

export type NamedField = { readonly field: ColumnField; readonly confidence: number };

const lookUp = (header: string): readonly NamedField[] => {
  const text = clean(header);
  const bare = withoutBrackets(text);
  const direct = exact.get(text) ?? [];
  const loose = bare === text || bare === '' ? [] : (exact.get(bare) ?? []);
  const found: NamedField[] = [
    ...direct.map(([field, confidence]) => ({ field, confidence })),
    ...loose.map(([field, confidence]) => ({ field, confidence: confidence * 0.95 })),
  ];
  if (found.length === 0 && text.length <= 24)
    for (const [pattern, field, confidence] of patterns)
      if (pattern.test(bare === '' ? text : bare)) found.push({ field, confidence });
  return found;
};

/** 提案人/电话 is the proposer's telephone, 承办单位/电话 is the unit's and is left alone. */
const lookUpChild = (parent: string, child: string): readonly NamedField[] => {
  if (generic.test(child))
    return lookUp(parent).map(({ field, confidence }) => ({ field, confidence: confidence * 0.95 }));
  const own = lookUp(child);
  const isPhone = own.some(({ field }) => field === 'phone');
  if (isPhone && unitParent.test(parent) && !personParent.test(parent))
    return [{ field: 'ignored', confidence: 0.9 }];
  const inParent = lookUp(parent + child);
  return own.length > 0
    ? own
    : inParent.length > 0
      ? inParent
      : lookUp(parent).map(({ field, confidence }) => ({ field, confidence: confidence * 0.6 }));
};

/**
 * What a heading may mean, best first, one entry a field. Levels of a two-level heading are parted by `/`
 * (承办单位/主办). Unknown headings give an empty list.
 */
export const fieldsNamed = (header: string): readonly NamedField[] => {
  const levels = header
    .split('/')
    .map(clean)
    .filter((level) => level !== '');
  const whole = lookUp(header);
  const child = levels.at(-1) ?? '';
  const parent = levels.slice(0, -1).join('');
  const found = [...whole, ...(levels.length > 1 ? lookUpChild(parent, child) : [])];
  const best = new Map<ColumnField, number>();
  for (const { field, confidence } of found) best.set(field, Math.max(confidence, best.get(field) ?? 0));
  return [...best]
    .map(([field, confidence]) => ({ field, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
};

/** The heading as it is compared between two files. */
export const headerKey = (header: string): string => clean(header).slice(0, 60);
