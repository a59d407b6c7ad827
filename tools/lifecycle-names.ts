/** What standings and needs are called on the page of lifecycles. */
import type { Standing } from '#core/access.ts';
import type { RoundNeed } from '#core/assign-round/lifecycle.ts';
import type { AssignmentNeed } from '#core/assignment/lifecycle.ts';
import type { MatterNeed } from '#core/matter/lifecycle.ts';
import type { RatingNeed } from '#core/rating/lifecycle.ts';
import type { ReplyNeed } from '#core/reply/lifecycle.ts';
import type { SupervisionNoticeNeed, UrgeNeed } from '#core/supervision/lifecycle.ts';
import type { SubmissionNeed } from '#core/submission/lifecycle.ts';
import type { Text } from '#core/words.ts';
import { reportNeeds } from './report-chapter.ts';
import { sessionOpinionNeeds } from './session-opinion-chapters.ts';

export const standingNames: Readonly<Record<Standing, Text>> = {
  supervisor: { zh: '政府督查室', en: 'supervising office' },
  'organ-office': { zh: '人大代工委或政协提案委', en: 'office of the organ' },
  'city-leader': { zh: '市领导', en: 'city leader' },
  'lead-proposer': { zh: '领衔代表或第一提案人', en: 'lead proposer' },
  'co-proposer': { zh: '联名人', en: 'co-proposer' },
  'unit-office': { zh: '单位办公室', en: 'unit office' },
  'unit-leader': { zh: '单位领导', en: 'unit leader' },
  'section-head': { zh: '科室负责人', en: 'section head' },
  handler: { zh: '经办人', en: 'handler' },
  reviewer: { zh: '本级审核人', en: 'reviewer of the level' },
  'fellow-unit': { zh: '同件其他单位', en: 'another unit of the matter' },
};

export const needNames: Readonly<Record<string, Text>> = {
  noReplyIssued: { zh: '尚未签发答复', en: 'no reply issued' },
  noReplyInReview: { zh: '没有答复在审', en: 'no reply under review' },
  ratedOrReason: { zh: '已评价，或写明理由', en: 'rated, or a reason' },
  hasMainDuty: { zh: '有负责答复的单位', en: 'a unit that replies' },
  points: { zh: '已拆分条目', en: 'split into points' },
  noneMerged: { zh: '没有其他件并入', en: 'none merged into it' },
  mainUnanswered: {
    zh: '主案尚未答复，或在重新办理',
    en: 'the main matter is not answered, or in a new round',
  },
  onlyHistory: { zh: '本系统内未曾办理', en: 'nothing was done on it here' },
  roundUnanswered: { zh: '本轮尚未答复', en: 'the round is not answered' },
  signatureDisowned: { zh: '已声明代录的联名非本人所签', en: 'the signature from paper was disowned' },
  matterOpen: { zh: '件未办结、未撤案', en: 'the matter is open' },
  noEarlierHandBack: { zh: '此前未申请过', en: 'not asked before' },
  inHandBackWindow: { zh: '在退办期限内', en: 'within the window' },
  assistRole: { zh: '会办单位', en: 'an assisting unit' },
  replyRole: { zh: '主办、独办或分办单位', en: 'a unit that replies' },
  noOpenReply: { zh: '本轮尚未起草', en: 'no reply in this round' },
  leadNotIssued: { zh: '主办单位尚未全部答复', en: 'the lead has not replied yet' },
  withinPower: { zh: '不是边界单位，或由交办机关办理', en: 'within one’s power' },
  arbiter: { zh: '由规则指定的裁定人裁定', en: 'whoever the rules let decide' },
  extendable: { zh: '规则允许延期', en: 'the rules know an extension' },
  extensionLeft: { zh: '延期次数未用完', en: 'extensions are left' },
  beforeDue: { zh: '尚未逾期', en: 'the date is not over' },
  noOpenExtension: { zh: '没有待决定的延期申请', en: 'no request waits' },
  openExtension: { zh: '有待决定的延期申请', en: 'a request waits' },
  decidingBody: { zh: '规则指定由其决定', en: 'the rules name it to decide' },
  clockRuns: { zh: '计时中', en: 'the clock runs' },
  notOverdue: { zh: '期限未过', en: 'the date is not over' },
  clockPaused: { zh: '已暂停计时', en: 'the clock stands still' },
  dutyInHand: { zh: '已签收且不在退办中', en: 'signed for, no hand-back pending' },
  everyPointAnswered: { zh: '每个条目已答复', en: 'every point answered' },
  classChosen: { zh: '已定办理结果类别', en: 'result class chosen' },
  disclosureDecided: { zh: '已定公开属性', en: 'disclosure decided' },
  contactPersonNamed: { zh: '已写联系人和电话', en: 'contact person named' },
  requiredContacts: { zh: '已有规定的沟通', en: 'required contacts made' },
  opinionsIn: { zh: '会办意见已到，或写明理由', en: 'opinions in, or a reason' },
  notOwnAsStandIn: {
    zh: '不是以代办人身份签发自己送审的',
    en: 'not one’s own submission issued as a stand-in',
  },
  notOwnWork: { zh: '不是自己送审的', en: 'not one’s own submission' },
  currentRound: { zh: '最近一次签发的答复', en: 'the latest issued reply' },
  ownRating: { zh: '本人的评价', en: 'one’s own rating' },
  scan: { zh: '附纸质表扫描件', en: 'the scan of the form' },
  somethingOwed: { zh: '单位有待办的事', en: 'the unit owes something' },
  notUrgedToday: { zh: '今天没有催办过', en: 'not urged today' },
  ownPartOpen: { zh: '本人的回执尚未提交', en: 'one’s own part is open' },
  mattersOfUnit: { zh: '所列各件都由该单位在办', en: 'the unit has every matter in hand' },
  ...sessionOpinionNeeds,
  ...reportNeeds,
  closesLater: { zh: '截止时间晚于现在', en: 'the closing time lies ahead' },
  hasMatters: { zh: '已列入件', en: 'there are matters in it' },
  ownMatters: { zh: '所列各件都是本机构的', en: 'every matter is one’s own organ’s' },
  complete: { zh: '标题、情况、建议齐全，长度合规', en: 'the text is complete' },
  confirmed: { zh: '集体提出的有公章或召集人确认', en: 'a body’s has its seal or its convenor' },
  noneOutdated: { zh: '没有联名人还在确认改动', en: 'no signature is of an older text' },
  ownInvitation: { zh: '本人受邀', en: 'one is invited' },
  invitationOpen: { zh: '联名没有截止', en: 'co-signing is open' },
  enteredForHim: { zh: '由他人代录', en: 'somebody else entered it' },
  stepOpen: { zh: '还有未完成的审核环节', en: 'a step of the review is open' },
  ownStep: { zh: '轮到自己的环节', en: 'the step is one’s own' },
  severalAsks: { zh: '不止一条建议', en: 'more than one ask' },
  stepsTaken: { zh: '审核环节都已完成', en: 'every step was taken' },
  signedOnPaper: {
    zh: '联名由办公室按纸质材料代录',
    en: 'the office entered the signature from paper',
  },
  ownOrEntered: {
    zh: '本人的，或者由本机构代录的',
    en: 'one’s own, or entered by the office for its author',
  },
  allSignersDecide: { zh: '撤回须全体联名人同意', en: 'all signers must agree to a withdrawal' },
  withdrawalOpen: { zh: '撤回申请还没有了结', en: 'the request to withdraw is open' },
  withdrawalAsked: { zh: '领衔人已申请撤回', en: 'the lead asked to withdraw' },
  matterStands: { zh: '件未撤回、未并案', en: 'the matter is neither withdrawn nor merged' },
  replySent: { zh: '本轮答复已印发', en: 'the reply of the round is issued' },
  disclosureAsked: {
    zh: '答复应主动公开，尚未登记',
    en: 'the reply is to be published, and nothing is recorded of it',
  },
  followUpAsked: {
    zh: '办理结果须跟踪，尚未落实完毕',
    en: 'the class is followed up, and is not done for good',
  },
} satisfies Record<
  | SubmissionNeed
  | MatterNeed
  | AssignmentNeed
  | ReplyNeed
  | RatingNeed
  | UrgeNeed
  | SupervisionNoticeNeed
  | RoundNeed,
  Text
>;
