import type { FindingCode } from '#core/submission/check-text.ts';
import type { SubmissionState } from '#core/submission/submission.ts';
import type { Message, MessageTable } from './message.ts';

/** Submissions: their states, what is next, and what a look at the text found. */
export const submissionMessages = {
  'submission.state.draft': { zh: '草稿', en: 'Draft' },
  'submission.state.vetting': { zh: '提交前审核', en: 'Being vetted' },
  'submission.state.submitted': { zh: '已提交，待审查', en: 'Handed in' },
  'submission.state.returned': { zh: '退回修改', en: 'Returned for revision' },
  'submission.state.filed': { zh: '已立案', en: 'Filed' },
  'submission.state.declined': { zh: '不予立案', en: 'Declined' },
  'submission.state.converted': { zh: '已转办', en: 'Passed on' },
  'submission.state.split': { zh: '已分案', en: 'Split' },
  'submission.state.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'submission.state.discarded': { zh: '已弃稿', en: 'Discarded' },

  'submission.next.write': { zh: '继续写，写好后提交', en: 'Go on writing, then hand it in' },
  'submission.next.gather': {
    zh: '等候联名，可以随时提交',
    en: 'Co-signers are invited; hand in when ready',
  },
  'submission.next.signAgain': {
    zh: '正文改过，等联名人重新确认',
    en: 'The text changed: co-signers confirm anew',
  },
  'submission.next.vet': { zh: '等候{step}', en: 'Waits for: {step}' },
  'submission.next.review': { zh: '等候{step}', en: 'Waits for: {step}' },
  'submission.next.decide': { zh: '等候立案决定', en: 'Waits for the decision to file it' },
  'submission.next.revise': { zh: '按退回意见修改后再提交', en: 'Revise it as asked, then hand it in again' },
  'submission.next.sign': { zh: '请阅读后联名或者谢绝', en: 'Read it, then co-sign or decline' },
  'submission.next.agreeToWithdraw': { zh: '等候联名人同意撤回', en: 'Co-signers agree to the withdrawal' },
  'submission.next.follow': { zh: '已成为办件，可查看办理进展', en: 'It is a matter now: follow it' },

  'finding.title-empty': { zh: '还没有写标题。', en: 'There is no title yet.' },
  'finding.title-long': {
    zh: '标题 {has} 字，最多 {most} 字。',
    en: 'The title has {has} characters; at most {most}.',
  },
  'finding.facts-empty': { zh: '还没有写情况。', en: 'The situation is not described yet.' },
  'finding.body-short': {
    zh: '情况和分析共 {has} 字，至少 {least} 字。请写具体的地点、数字和影响。',
    en: 'Situation and analysis have {has} characters; at least {least}. Give places, figures and effects.',
  },
  'finding.body-long': {
    zh: '全文 {has} 字，超过 {most} 字。请精简，材料可作附件。',
    en: 'The whole text has {has} characters, more than {most}. Shorten it; material can be attached.',
  },
  'finding.asks-missing': {
    zh: '还没有写具体建议，至少 {least} 条。',
    en: 'There are no asks yet; at least {least}.',
  },
  'finding.asks-many': {
    zh: '建议 {has} 条，最多 {most} 条。',
    en: 'There are {has} asks; at most {most}.',
  },
  'finding.ask-vague': {
    zh: '这一条不够具体：请写明希望做什么、对什么做，例如“在某路口增设信号灯”。',
    en: 'This ask is vague: say what should be done, and to what; for example “a traffic light at that crossing”.',
  },
  'finding.several-matters': {
    zh: '标题里似乎有不止一件事。一事一议，请考虑分成几件提出。',
    en: 'The title seems to hold more than one matter. One matter each: think of splitting it.',
  },
  'finding.ground': {
    zh: '出现“{word}”。如果属于“{ground}”，不作为建议、提案处理。',
    en: '“{word}” is mentioned. If this is {ground}, it is not filed.',
  },
  'finding.personal-number': {
    zh: '正文里有证件号或者银行卡号（{number}）。请删去；确有必要的，确认后再提交。',
    en: 'The text holds a number of a document or bank card ({number}). Remove it, or confirm that it must stay.',
  },
  'finding.mobile-number': {
    zh: '正文里有手机号（{number}）。正文可能公开，请确认是否需要。',
    en: 'The text holds a mobile number ({number}). The text may become public: is it needed?',
  },
  'finding.secret-word': {
    zh: '出现“{word}”。涉密内容不得在本系统提出；确认不涉密后再提交。',
    en: '“{word}” is mentioned. Secrets must not be entered here; confirm that there is none.',
  },
  'finding.person-accused': {
    zh: '这里像是指称某个人有违法违纪行为。检举控告请走专门渠道，不在建议、提案中提出。',
    en: 'This reads like an accusation of a person. Accusations go their own way, not into a suggestion.',
  },
} as const satisfies MessageTable &
  Record<`finding.${FindingCode}` | `submission.state.${SubmissionState}`, Message>;
