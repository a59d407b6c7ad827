import { absenceRefusals } from './absence-refusals.ts';
import { assignRoundRefusals } from './assign-round-refusals.ts';
import { clockRefusals } from './clock-refusals.ts';
import { figureRefusals } from './figure-refusals.ts';
import { historyRefusals } from './history.ts';
import { mergeRefusals } from './merge.ts';
import type { MessageTable } from './message.ts';
import { objectionRefusals } from './objection.ts';
import { reportRefusals } from './report-refusals.ts';
import { sessionOpinionRefusals } from './session-opinion-refusals.ts';
import { submissionRefusals } from './submission-refusals.ts';
import { supervisionRefusalMessages } from './supervision-refusals.ts';

/** What happened, why, and what to do: one sentence or two for every refusal code. */
export const refusalMessages = {
  ...absenceRefusals,
  ...assignRoundRefusals,
  ...submissionRefusals,
  ...mergeRefusals,
  ...historyRefusals,
  ...objectionRefusals,
  ...sessionOpinionRefusals,
  ...reportRefusals,
  ...clockRefusals,
  ...figureRefusals,
  'refusal.title.refused': { zh: '未能办理', en: 'Not done' },
  'refusal.title.fault': { zh: '系统故障', en: 'System fault' },

  'refusal.invalid-request': {
    zh: '提交的内容不完整或格式不对，请按提示修改后再提交。',
    en: 'The request is incomplete or malformed. Correct the fields shown and send it again.',
  },
  'refusal.sign-in-required': {
    zh: '您尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or your session has ended. Please sign in again.',
  },
  'refusal.forbidden': {
    zh: '您的角色不能使用此功能。如工作需要，请联系系统管理员授权。',
    en: 'Your role does not include this. If your work needs it, ask the system administrator.',
  },
  'refusal.cross-site': {
    zh: '请求来自其他网站，已拒绝。请在本系统页面内操作。',
    en: 'The request came from another site and was refused. Please act from this system’s own pages.',
  },
  'refusal.key-missing': {
    zh: '缺少 Idempotency-Key，无法保证重复提交的安全。',
    en: 'The Idempotency-Key header is missing, so a repeat could not be told from a new command.',
  },
  'refusal.key-reused': {
    zh: '同一个 Idempotency-Key 已用于另一项内容，请换新的键再提交。',
    en: 'This Idempotency-Key was used for a different request. Use a new key.',
  },
  'refusal.version-missing': {
    zh: '缺少 If-Match 版本号，请刷新页面后再操作。',
    en: 'The If-Match version is missing. Reload the page and try again.',
  },
  'refusal.too-large': {
    zh: '文件或内容过大（上限 {max}）。',
    en: 'The file or text is too large (limit {max}).',
  },
  'refusal.wrong-type': {
    zh: '文件类型不符：内容与允许的类型不一致。允许：{allowed}。',
    en: 'Wrong file type: the content is not one of the permitted kinds ({allowed}).',
  },
  'refusal.too-many': {
    zh: '操作过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'refusal.unavailable': {
    zh: '系统暂时不可用，您的内容未丢失，请稍后再试。',
    en: 'The system is not available for the moment. Nothing was lost; please try again shortly.',
  },
  'refusal.fault': {
    zh: '系统出错，本次操作没有生效。请把编号 {requestId} 告诉管理员。',
    en: 'Something failed and nothing was changed. Please give the number {requestId} to your administrator.',
  },

  'refusal.not-found': { zh: '没有找到，或者您无权查看。', en: 'Not found, or not open to you.' },
  'refusal.not-yours': { zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
  'refusal.wrong-state': {
    zh: '当前状态下不能进行这一步，可能他人已经办理，请刷新查看。',
    en: 'This step is not possible in the present state; someone may have acted already. Reload to see.',
  },
  'refusal.stale': {
    zh: '您看到的内容已被他人更新，请刷新后在最新内容上操作，您填写的内容已保留。',
    en: 'Someone has changed this since you opened it. Reload and act on the current version; what you typed is kept.',
  },
  'refusal.own-work': {
    zh: '送审人不能审核自己送审的稿件，请由本级其他人员审核。',
    en: 'Nobody clears his own work. Another person of this level must approve it.',
  },
  'refusal.field-empty': { zh: '请填写此项。', en: 'Please fill this in.' },
  'refusal.field-too-long': { zh: '内容过长，最多 {max} 字。', en: 'Too long: at most {max} characters.' },
  'refusal.field-invalid': {
    zh: '此项内容不正确，请检查。',
    en: 'This value is not valid. Please check it.',
  },
  'refusal.plan-empty': { zh: '请至少选择一个承办单位。', en: 'Choose at least one handling unit.' },
  'refusal.plan-unit-twice': {
    zh: '同一单位被选了两次，请去掉重复。',
    en: 'One unit was chosen twice. Remove the duplicate.',
  },
  'refusal.plan-several-leads': {
    zh: '只能有一个主办（承办）单位；各自答复请选“分办”。',
    en: 'There can be only one lead or sole unit. If each replies by itself, choose “separate”.',
  },
  'refusal.plan-mixed-roles': {
    zh: '办理方式不能混用：独办时没有会办；分办时没有主办。',
    en: 'These roles do not fit together: a sole unit has no assistants, separate units have no lead.',
  },
  'refusal.plan-assist-only': {
    zh: '只有会办单位，没有答复单位。请确定主办、独办或分办单位。',
    en: 'Assisting units alone cannot reply. Choose a lead, a sole unit, or separate units.',
  },
  'refusal.plan-one-separate': {
    zh: '分办至少要有两个单位；只有一个单位时，请选由一个单位办理并答复的方式。',
    en: 'Separate handling needs at least two units; with one, choose the way in which one unit handles and replies.',
  },
  'refusal.unit-unknown': { zh: '没有这个单位。', en: 'There is no such unit.' },
  'refusal.unit-closed': {
    zh: '“{unit}”已撤销，不能再交办。',
    en: '“{unit}” has been closed and cannot be assigned.',
  },
  'refusal.unit-already-has-duty': {
    zh: '“{unit}”已在办理本件，不能重复交办。',
    en: '“{unit}” already has a duty on this matter.',
  },
  'refusal.unit-outside-power': {
    zh: '“{unit}”不在督查室的管理范围内，请由人大代工委或政协提案委交办。',
    en: '“{unit}” is outside the supervising office’s power. The office of the congress or CPPCC must assign it.',
  },
  'refusal.leader-missing': { zh: '请写明责任领导。', en: 'Name the responsible leader.' },
  'refusal.not-a-draft-plan': {
    zh: '交办方案已确定，不能再改。',
    en: 'The plan is settled and can no longer be changed.',
  },
  'refusal.hand-back-window-over': {
    zh: '退办期限已于 {until} 届满，期满未提出即视为接受。确有问题请联系交办机关。',
    en: 'The window for handing back ended on {until}; silence counts as acceptance. Speak to the assigning office if there is a real mistake.',
  },
  'refusal.hand-back-to-self': {
    zh: '应办单位不能是本单位，请写明应由哪个单位办理。',
    en: 'The right unit cannot be your own. Name the unit that should have it.',
  },
  'refusal.hand-back-decided': {
    zh: '退办申请已于 {on} 裁定，不能再次申请。',
    en: 'The hand-back was decided on {on} and cannot be asked for again.',
  },
  'refusal.hand-back-answered': {
    zh: '本单位已经答复，不能再退办或撤回。',
    en: 'The reply has been issued; it cannot be handed back or revoked.',
  },
  'refusal.section-not-of-unit': {
    zh: '所选科室不属于本单位。',
    en: 'That section does not belong to the unit.',
  },
  'refusal.person-not-of-unit': {
    zh: '所选人员不属于本单位，或没有相应角色。',
    en: 'That person does not belong to the unit, or has not the role.',
  },
  'refusal.handler-missing': { zh: '请先指定经办人。', en: 'Name a handler first.' },
  'refusal.points-missing': {
    zh: '请先把建议拆分成条目，答复时逐条回应。',
    en: 'First split the matter into numbered points: the reply will answer each.',
  },
  'refusal.points-locked': {
    zh: '已有答复发出或正在审核，题目、正文和条目现在不能改。',
    en: 'A reply has been issued or is under review, so the text and its points cannot be changed now.',
  },
  'refusal.contact-in-future': { zh: '沟通时间不能晚于现在。', en: 'A contact cannot lie in the future.' },
  'refusal.contact-before-assignment': {
    zh: '沟通时间不能早于交办日（{assignedOn}）。',
    en: 'A contact cannot be earlier than the assignment ({assignedOn}).',
  },
  'refusal.contact-required': {
    zh: '先协商后答复：还缺少规定的沟通记录。请先与提出人沟通并记录。',
    en: 'Talk first, then reply: a contact that the rules demand is missing. Speak with the proposer and record it.',
  },
  'refusal.opinion-only-assist': {
    zh: '只有会办单位提交会办意见。',
    en: 'Only assisting units give an opinion.',
  },
  'refusal.opinion-missing': {
    zh: '还有会办意见未到：{units}。请催收，或说明不等待的理由。',
    en: 'Opinions are missing: {units}. Wait for them, or state why you do not.',
  },
  'refusal.opinion-closed': {
    zh: '主办单位已答复，会办意见不能再改。',
    en: 'The lead has replied; opinions are closed.',
  },
  'refusal.reply-only-own': {
    zh: '会办单位不直接答复提出人，请向主办单位提交会办意见。',
    en: 'An assisting unit never replies to the proposer. Give your opinion to the lead.',
  },
  'refusal.reply-point-unanswered': {
    zh: '第 {points} 条尚未答复或未选是否采纳，不能送审或签发。',
    en: 'Point {points} has no answer or no decision on adoption, so the reply cannot leave.',
  },
  'refusal.reply-class-missing': { zh: '请选择办理结果类别。', en: 'Choose the result class.' },
  'refusal.reply-class-unknown': {
    zh: '办理结果“{class}”不在现行规则中。',
    en: 'Result class “{class}” is not in the ruleset in force.',
  },
  'refusal.reply-disclosure-missing': {
    zh: '请确定公开属性：答复起草与公开审查同步进行。',
    en: 'Decide the disclosure attribute: it is reviewed together with the draft.',
  },
  'refusal.reply-disclosure-reason': {
    zh: '不主动公开的，请写明理由。',
    en: 'State why the reply is not published.',
  },
  'refusal.reply-contact-person-missing': {
    zh: '请填写联系人和联系电话。',
    en: 'Give the contact person and phone number.',
  },
  'refusal.reply-open-already': {
    zh: '本轮答复已经起草，请打开继续。',
    en: 'The reply of this round exists already. Open it and go on.',
  },
  'refusal.review-level-unknown': {
    zh: '只能退回到经办人或当前审核层级之前的层级。',
    en: 'A reply can be sent back only to the drafter or to a level below the present one.',
  },
  'refusal.document-no-taken': {
    zh: '发文字号“{documentNo}”已被使用，请换一个。',
    en: 'Document number “{documentNo}” is taken. Use another.',
  },
  'refusal.file-missing': {
    zh: '附件已不在，或已用在别处。请重新选择文件后再试。',
    en: 'An attached file is gone or already used elsewhere. Choose the file again and retry.',
  },
  'refusal.rating-given': {
    zh: '本轮评价已经提交，不能更改。',
    en: 'This round has been rated already; a sealed rating does not change.',
  },
  'refusal.rating-not-open': {
    zh: '这份答复现在不能评价：已进入下一轮办理，或本件已办结、撤案。',
    en: 'This reply cannot be rated now: a later round has begun, or the matter has ended.',
  },
  'refusal.rating-level-unknown': { zh: '请选择评价档次。', en: 'Choose a level of satisfaction.' },
  'refusal.rating-reason-missing': {
    zh: '选择不满意时，请写明理由，承办单位将据此重新办理。',
    en: 'Please say why you are not satisfied: the unit will handle it again by your reason.',
  },
  'refusal.rating-point-missing': {
    zh: '请对第 {points} 条选择落实情况。',
    en: 'Say what became of point {points}.',
  },
  'refusal.rating-scan-missing': {
    zh: '代录纸质评价须上传原件扫描件。',
    en: 'A paper form is entered only together with its scan.',
  },
  'refusal.close-unrated-reason': {
    zh: '提出人尚未评价。沉默不等于满意；如需办结，请写明理由。',
    en: 'The proposer has not rated. Silence is not satisfaction: to close all the same, state why.',
  },
  'refusal.reopen-no-duty': {
    zh: '没有可重新办理的承办单位，请先交办。',
    en: 'There is no unit to handle it again. Assign it first.',
  },
  'refusal.case-no-taken': {
    zh: '本次会议已有案号“{caseNo}”。',
    en: 'Case number “{caseNo}” exists already in this session.',
  },
  'refusal.unit-has-open-duties': {
    zh: '该单位还有 {count} 件在办，请先移交。',
    en: 'The unit still has {count} open duties. Hand them over first.',
  },
  'refusal.unit-own-parent': {
    zh: '单位不能隶属于自己或自己的科室。',
    en: 'A unit cannot stand below itself.',
  },
  'refusal.name-taken': { zh: '“{name}”已经存在。', en: '“{name}” exists already.' },
  'refusal.person-has-open-duties': {
    zh: '该人员名下还有 {count} 件在办，请先移交。',
    en: 'This person still has {count} open matters. Hand them over first.',
  },
  'refusal.admin-alone': {
    zh: '系统管理员、审计管理员不能兼任其他角色（三员分立）。',
    en: 'Whoever administers or audits the system holds no other role.',
  },
  'refusal.last-administrator': {
    zh: '不能停用最后一名系统管理员。',
    en: 'The last system administrator cannot be disabled.',
  },

  // accounts
  'refusal.sign-in-failed': { zh: '用户名或密码不正确。', en: 'The user name or password is not right.' },
  'refusal.code-wrong': {
    zh: '验证码不正确或已经用过，请等待下一个验证码再试。',
    en: 'The code is wrong or was used already. Wait for the next one and try again.',
  },
  'refusal.account-locked': {
    zh: '连续输错次数过多，该用户名已暂停登录，请 {minutes} 分钟后再试，或联系系统管理员解锁。',
    en: 'Too many failed attempts: this user name is locked. Try again in {minutes} minutes, or ask the system administrator to unlock it.',
  },
  'refusal.source-locked': {
    zh: '本机地址登录失败次数过多，请 {minutes} 分钟后再试。',
    en: 'Too many failed sign-ins from your address. Try again in {minutes} minutes.',
  },
  'refusal.session-limited': {
    zh: '登录尚未完成，请先按提示完成：输入验证码、修改密码或绑定动态口令。',
    en: 'Your sign-in is not complete. First do what is asked: enter the code, change the password, or set up the authenticator.',
  },
  'refusal.confirm-first': {
    zh: '为保护账号，请先再次输入密码，然后重试。',
    en: 'To protect the account, give your password once more and then try again.',
  },
  'refusal.temporary-password-dead': {
    zh: '临时密码已过期，请联系系统管理员重新设置。',
    en: 'The temporary password has expired. Ask the system administrator for a new one.',
  },
  'refusal.password-wrong': { zh: '当前密码不正确。', en: 'The present password is not right.' },
  'refusal.password-too-short': {
    zh: '密码至少 {min} 个字符。',
    en: 'A password has at least {min} characters.',
  },
  'refusal.password-too-long': {
    zh: '密码最多 {max} 个字符。',
    en: 'A password has at most {max} characters.',
  },
  'refusal.password-too-simple': {
    zh: '密码须包含大写字母、小写字母、数字、其他符号中的至少 {kinds} 种。',
    en: 'A password needs at least {kinds} of: upper case, lower case, digits, other characters.',
  },
  'refusal.password-has-name': {
    zh: '密码不能包含用户名。',
    en: 'A password must not contain the user name.',
  },
  'refusal.password-common': {
    zh: '这个密码太容易被猜到（常用词、键盘顺序、日期、重复或单位名称）。请换一个。',
    en: 'This password is too easy to guess (common words, keyboard runs, dates, repeats, names of this place). Choose another.',
  },
  'refusal.password-used': {
    zh: '不能使用当前密码或最近 {count} 次用过的密码。',
    en: 'The present password and the {count} before it cannot be used again.',
  },
  'refusal.username-invalid': {
    zh: '用户名为 2–64 个字符，可用文字、数字和 . _ - @，不含空格。',
    en: 'A user name has 2 to 64 characters: letters, digits and . _ - @, no spaces.',
  },
  'refusal.account-exists': { zh: '此人已有账号。', en: 'This person has an account already.' },
  'refusal.account-own': {
    zh: '自己的账号请在“个人设置”中修改。',
    en: 'Change your own account in your personal settings.',
  },
  'refusal.account-none': { zh: '此人没有可用的账号。', en: 'This person has no account in use.' },
  'refusal.person-closed': {
    zh: '此人已停用，不能建立账号或令牌。',
    en: 'This person is closed; no account or token can be made.',
  },
  'refusal.totp-on': {
    zh: '动态口令已经绑定。更换手机请先解除绑定。',
    en: 'An authenticator is set up already. To change it, remove it first.',
  },
  'refusal.totp-off': { zh: '还没有绑定动态口令。', en: 'No authenticator is set up.' },
  'refusal.one-time-token-dead': {
    zh: '一次性令牌无效、已使用或已过期。请在服务器上重新生成。',
    en: 'The one-time token is not valid, was used, or has expired. Make a new one on the server.',
  },
  'refusal.administrator-exists': {
    zh: '已有系统管理员，不能再用一次性令牌建立。',
    en: 'There is a system administrator already; the one-time token can no longer make one.',
  },
  'refusal.token-expiry': {
    zh: '令牌须有到期日：晚于今天，最长一年。',
    en: 'A token needs an expiry date: after today and within one year.',
  },
  'refusal.export-too-large': {
    zh: '一次最多导出 {most} 件。请用筛选条件分几次导出，例如按年度。',
    en: 'One export holds at most {most} matters. Narrow the filter and export in parts, for example by year.',
  },
  'refusal.due-range': {
    zh: '到期日的范围不对：起 {from} 晚于止 {to}。请把起止日期对调。',
    en: 'The due dates are the wrong way round: from {from} is after {to}. Exchange the two.',
  },
  'refusal.days-too-many': {
    zh: '日历一次最多看 {most} 天。',
    en: 'The calendar shows at most {most} days at once.',
  },
  'refusal.token-of-person': {
    zh: '令牌只能发给服务账号，不能以人员的名义签发。请新建服务账号。',
    en: 'A token is for a service account, never in a person’s name. Make a service account.',
  },
  ...supervisionRefusalMessages,
  'refusal.channel-secret-again': {
    zh: '服务器地址或发送方式已改，请重新填写密钥：原来填的密钥不会发往新的地址',
    en: 'The address or the way of sending changed: enter the secret again, for the stored one is never sent elsewhere',
  },
  'refusal.message-outdated': {
    zh: '这条消息所涉的事项已与收件人无关，或者他已不再接收，不必重发。',
    en: 'What this message was about no longer concerns its person, or he no longer receives it: there is nothing to send again.',
  },
  'refusal.channel-off': {
    zh: '此渠道没有启用。请先启用并保存。',
    en: 'This channel is not in use. Switch it on and save it first.',
  },
  'refusal.grant-invalid': {
    zh: '角色与单位（机构）不匹配，或该角色不能授予服务账号。',
    en: 'The role does not fit the unit or organ, or cannot be given to a service account.',
  },
} as const satisfies MessageTable;
