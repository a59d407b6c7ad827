import type { MessageTable } from './message.ts';

/** Rating a reply, step by step, on a phone. */
export const memberRatingMessages = {
  'rate.title': { zh: '评价答复', en: 'Rate the reply' },
  'rate.of': { zh: '{unit}的答复', en: 'The reply of {unit}' },
  'rate.choose': { zh: '请选择要评价的答复', en: 'Which reply do you rate?' },
  'rate.leave': { zh: '先停下', en: 'Stop here' },
  'rate.step': { zh: '第 {step} 步，共 {of} 步', en: 'Step {step} of {of}' },
  'rate.back': { zh: '上一步', en: 'Back' },
  'rate.next': { zh: '下一步', en: 'Next' },

  'rate.intro.title': { zh: '请您评价{unit}的答复', en: 'Please rate the reply of {unit}' },
  'rate.intro.points': {
    zh: '先逐条看答复，说说每一条落实得怎么样；再评办理态度和办理结果。一共 {of} 步。',
    en: 'First read the answers and say of each point what became of it; then rate attitude and outcome. There are {of} steps.',
  },
  'rate.intro.plain': {
    zh: '先看答复，再评办理态度和办理结果。一共 {of} 步。',
    en: 'First read the reply, then rate attitude and outcome. There are {of} steps.',
  },
  'rate.intro.stop': {
    zh: '随时可以停下，填过的会自动保存，下次接着填。',
    en: 'You may stop at any time. What you filled in is kept, and you go on from there.',
  },
  'rate.intro.sealed': {
    zh: '提交之前，承办单位看不到您填的内容；提交之后不能更改。',
    en: 'The unit sees nothing before you submit; after that it cannot be changed.',
  },
  'rate.intro.start': { zh: '开始评价', en: 'Start' },
  'rate.intro.goOn': { zh: '接着上次填', en: 'Go on where you stopped' },

  'rate.answer.title': { zh: '先看看答复', en: 'First, the reply' },
  'rate.point.title': { zh: '第 {no} 条，落实得怎么样？', en: 'Point {no}: what became of it?' },
  'rate.point.yours': { zh: '您提的', en: 'You asked' },
  'rate.point.theirs': { zh: '{unit}的答复', en: 'The answer of {unit}' },
  'rate.point.earlier': { zh: '看{round}的答复', en: 'Answer of the {round}' },
  'rate.point.unanswered': { zh: '这份答复没有提到这一条。', en: 'The reply does not speak of this point.' },

  'verdict.done': { zh: '已落实', en: 'Done' },
  'verdict.partly': { zh: '部分落实', en: 'Partly done' },
  'verdict.notDone': { zh: '未落实', en: 'Not done' },
  'verdict.notYet': { zh: '尚未到期', en: 'Not yet due' },
  'verdict.done.note': { zh: '已经办成', en: 'It has been achieved' },
  'verdict.partly.note': { zh: '办成了一部分', en: 'A part of it has been achieved' },
  'verdict.notDone.note': { zh: '没有办，或者没有效果', en: 'Nothing was done, or it had no effect' },
  'verdict.notYet.note': { zh: '承诺了时间，还没有到', en: 'It was promised, and its day has not come' },

  'rate.attitude.title': { zh: '对办理态度满意吗？', en: 'Are you satisfied with the attitude?' },
  'rate.attitude.lead': {
    zh: '有没有主动联系您、认真听您的意见、把情况说清楚。只看态度，不看结果。',
    en: 'Did they come to you, listen, and explain? Only the attitude, not the outcome.',
  },
  'rate.attitude.contacts': { zh: '看看沟通记录（{count} 次）', en: 'The recorded talks ({count})' },
  'rate.attitude.noContacts': {
    zh: '这一轮没有与您沟通的记录。',
    en: 'No talk with you is recorded in this round.',
  },
  'rate.outcome.title': { zh: '对办理结果满意吗？', en: 'Are you satisfied with the outcome?' },
  'rate.outcome.lead': {
    zh: '您提的事办得怎么样。刚才逐条填的是：',
    en: 'What became of what you asked. Point by point you said:',
  },
  'rate.outcome.lead.plain': { zh: '您提的事办得怎么样。', en: 'What became of what you asked.' },
  'rate.again.note': {
    zh: '选这一档，承办单位须重新办理、再次答复，并有新的期限。',
    en: 'With this, the unit must handle it again and reply by a new date.',
  },
  'rate.reason.title': { zh: '您想说的话', en: 'In your own words' },
  'rate.reason.title.needed': {
    zh: '请写明为什么{levels}',
    en: 'Please say why: {levels}',
  },
  'rate.reason.lead': {
    zh: '可以不写。写几句，承办单位更清楚怎样改进。',
    en: 'You may leave it empty. A few words help the unit to do better.',
  },
  'rate.reason.lead.needed': {
    zh: '承办单位要按您写的意见重新办理。哪一条没办好、您希望怎么办，写清楚一些更好。',
    en: 'The unit handles it again by what you write here: what was not done well, and what you expect.',
  },
  'rate.reason.label': { zh: '意见和理由', en: 'Reasons and remarks' },
  'rate.reason.count': { zh: '{count} 字，最多 {max} 字', en: '{count} of {max} characters' },

  'rate.review.title': { zh: '看一看，再提交', en: 'Look it over, then submit' },
  'rate.review.change': { zh: '修改', en: 'Change' },
  'rate.review.changeOf': { zh: '修改：{what}', en: 'Change: {what}' },
  'rate.review.empty': { zh: '还没有选', en: 'Not chosen yet' },
  'rate.review.noReason': { zh: '没有写', en: 'Nothing written' },
  'rate.review.final': { zh: '提交以后不能更改。', en: 'After submitting, it cannot be changed.' },
  'rate.review.seen': {
    zh: '提交以后，承办单位和有关机关才能看到。',
    en: 'Only then do the unit and the offices see it.',
  },
  'rate.review.again': {
    zh: '您选了“{levels}”：{unit}须重新办理，并在新的期限内再次答复。这一次的评价会一直保留。',
    en: 'You chose “{levels}”: {unit} must handle it again and reply by a new date. This rating stays on record.',
  },
  'rate.review.submit': { zh: '提交评价', en: 'Submit the rating' },
  'rate.review.sending': { zh: '正在提交…', en: 'Submitting…' },
  'rate.review.unsure': {
    zh: '没有收到回音，不知道有没有提交成功。您填写的都在。请再点一次“提交评价”，不会重复提交。',
    en: 'No answer came, so it is not certain that it arrived. What you filled in is kept. Press “Submit” again: it cannot be given twice.',
  },

  'rate.missing.choice': { zh: '请先选一项，再点“下一步”', en: 'Please choose one, then go on' },
  'rate.missing.reason': { zh: '请先写明理由，再点“下一步”', en: 'Please give the reason, then go on' },
  'rate.missing.some': { zh: '还有几处没有填：', en: 'Some things are still open:' },
  'rate.missing.point': { zh: '第 {no} 条落实得怎么样', en: 'What became of point {no}' },
  'rate.missing.attitude': { zh: '办理态度', en: 'Attitude' },
  'rate.missing.outcome': { zh: '办理结果', en: 'Outcome' },
  'rate.missing.reasonShort': { zh: '不满意的理由', en: 'The reason' },

  'rate.save.saved': { zh: '已自动保存', en: 'Saved' },
  'rate.save.saving': { zh: '正在保存…', en: 'Saving…' },
  'rate.save.kept': {
    zh: '网络不通，已先存在这台设备上，连上后自动保存',
    en: 'No connection: kept on this device, and saved as soon as there is one',
  },
  'rate.save.refused': { zh: '没有存上：{detail}', en: 'Not saved: {detail}' },

  'rate.closed.title': { zh: '这份答复现在不能评价', en: 'This reply cannot be rated now' },
  'rate.closed.detail': {
    zh: '它已进入下一轮办理，或者这一件已经办结。请看这一件的最新情况。',
    en: 'It has gone into another round, or the matter is closed. Please look at the present state.',
  },
  'rate.toMatter': { zh: '看这一件', en: 'Look at the matter' },

  'rated.title': { zh: '谢谢您，评价已提交', en: 'Thank you. Your rating is in' },
  'rated.at': { zh: '{at} 提交', en: 'Given {at}' },
  'rated.entered': {
    zh: '这份评价由机关按您的纸质表代录。',
    en: 'This rating was entered from your paper form by the office.',
  },
  'rated.next': { zh: '接下来', en: 'What happens next' },
  'rated.again': {
    zh: '{unit}须重新办理，再次与您沟通并答复。',
    en: '{unit} must handle it again, talk with you again and send a new reply.',
  },
  'rated.again.due': {
    zh: '新的答复期限是 {date}{left}。',
    en: 'The new reply is due on {date}{left}.',
  },
  'rated.again.then': {
    zh: '新的答复到了，会请您再评一次。第一次的评价一直保留，不会被改掉。',
    en: 'When the new reply is here you will be asked again. This rating stays on record as it is.',
  },
  'rated.others': {
    zh: '还要等其他提出人评价，然后办结。',
    en: 'Other proposers have yet to rate; then it is closed.',
  },
  'rated.office': { zh: '接下来由{organ}办结。', en: 'Next it is closed by {organ}.' },
  'rated.closed': { zh: '这一件已经办结。', en: 'The matter is closed.' },
  'rated.seen': { zh: '承办单位现在可以看到您的评价。', en: 'The unit can now see your rating.' },
  'rated.more': { zh: '这一件还有答复等您评价', en: 'Another reply on this matter waits for you' },
  'rated.unit': { zh: '评价{unit}的答复', en: 'Rate the reply of {unit}' },
} as const satisfies MessageTable;
