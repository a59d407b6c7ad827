import type { SubmissionNoticeKind } from '#core/submission/notify.ts';
import type { Message, MessageTable } from './message.ts';

/** Notices about submissions, in the words of whoever gets them. */
export const submissionNoticeMessages = {
  'notice.submissionInvited': { zh: '邀请您联名', en: 'You are invited to co-sign' },
  'notice.submissionAskedAgain': {
    zh: '您联名的正文改过了，请重新确认',
    en: 'A text you signed has changed: please confirm',
  },
  'notice.submissionSigned': { zh: '有人联名了', en: 'Somebody has co-signed' },
  'notice.submissionSigned.by': { zh: '{name}联名了', en: '{name} has co-signed' },
  'notice.submissionDeclinedToSign': { zh: '有人谢绝联名', en: 'Somebody declined to co-sign' },
  'notice.submissionDeclinedToSign.by': { zh: '{name}谢绝联名', en: '{name} declined to co-sign' },
  'notice.submissionSignerRemoved': {
    zh: '领衔人把您从联名人中移除了',
    en: 'The lead has taken your name off the co-signers',
  },
  'notice.submissionSignatureDisowned': {
    zh: '有人声明代录的联名不是本人所签，已不再列名',
    en: 'Somebody disowned a signature entered for him: his name is off',
  },
  'notice.submissionSignatureDisowned.by': {
    zh: '{name}声明代录的联名不是本人所签，已不再列名',
    en: '{name} disowned the signature entered for him: his name is off',
  },
  'notice.submissionHandedIn': { zh: '您联名的一件已经提交', en: 'What you co-signed was handed in' },
  'notice.submissionSignedForYou': {
    zh: '按纸质材料代录了您的联名，请核对；不是您签的请声明',
    en: 'You were entered as a co-signer from a paper form: please check it',
  },
  'notice.submissionEntered': {
    zh: '以您的名义代录了一件，请核对；不是您提出的请声明',
    en: 'Something was entered in your name: please check it',
  },
  'notice.submissionReturned': { zh: '退回修改', en: 'Returned for revision' },
  'notice.submissionFiled': { zh: '已经立案', en: 'It was filed' },
  'notice.submissionDeclined': { zh: '不予立案，请看理由', en: 'It was not filed; see why' },
  'notice.submissionConverted': { zh: '已转作其他方式办理', en: 'It was passed on as something else' },
  'notice.submissionSplit': { zh: '已分成几件', en: 'It was split into several' },
  'notice.submissionWithdrawalAsked': {
    zh: '申请撤回您联名的一件，请表示是否同意',
    en: 'A withdrawal of what you co-signed is asked for',
  },
  'notice.submissionWithdrawalRefused': {
    zh: '有联名人不同意撤回，本件继续办理',
    en: 'A co-signer refuses the withdrawal: it goes on',
  },
  'notice.submissionWithdrawalRefused.by': {
    zh: '{name}不同意撤回，本件继续办理',
    en: '{name} refuses the withdrawal: it goes on',
  },
  'notice.submissionWithdrawalTakenBack': {
    zh: '撤回申请已取消，本件继续办理',
    en: 'The request to withdraw was taken back: it goes on',
  },
  'notice.submissionWithdrawn': { zh: '已经撤回', en: 'It was withdrawn' },
  'notice.submissionDiscarded': { zh: '您联名的草稿已弃用', en: 'A draft that you co-signed was discarded' },
  'notice.intakeSubmitted': { zh: '收到一件新提交', en: 'A submission has come in' },
  'notice.intakeToVet': { zh: '有一件等您审核', en: 'A submission waits for your opinion' },
  'notice.intakeNobodyLooks': {
    zh: '有一件等审核，但没有指定审核人，请指定',
    en: 'A submission waits for an opinion that nobody is named to give: please name somebody',
  },
  'notice.intakeToDecide': {
    zh: '有一件审核完毕，请决定是否立案',
    en: 'Every opinion on a submission is given: it waits for your decision',
  },
  'notice.intakeDisowned': {
    zh: '提出人声明代录的一件不是本人提出',
    en: 'An author says that what was entered is not his',
  },
  'notice.intakeSignatureDisowned': {
    zh: '有人声明代录的联名不是本人所签',
    en: 'Somebody says that a signature entered for him is not his',
  },
  'notice.intakeWithdrawalAsked': { zh: '提出人申请撤回', en: 'A proposer asks to withdraw' },
  'notice.intakeSignatureDisowned.by': {
    zh: '{name}声明代录的联名不是本人所签',
    en: '{name} says that the signature entered for him is not his',
  },
  'notice.intakeWithdrawalEnded': {
    zh: '撤回申请已经了结，继续审查',
    en: 'The request to withdraw has ended: the review goes on',
  },
  'notice.intakeWithdrawn': { zh: '提出人已撤回', en: 'A proposer has withdrawn it' },
} as const satisfies MessageTable & Record<`notice.${SubmissionNoticeKind}`, Message>;
