import type { MessageTable } from './message.ts';

/** Sentences of the refusals of core/submission. */
export const submissionRefusals = {
  'refusal.text-too-short': {
    zh: '正文太短：现有 {has} 字，至少 {least} 字。请把情况和分析写具体。',
    en: 'The text is too short: {has} characters, at least {least} are needed. Say what the situation is and why.',
  },
  'refusal.asks-missing': {
    zh: '至少写 {least} 条具体建议，一条一件事。',
    en: 'Write at least {least} concrete ask, one thing each.',
  },
  'refusal.asks-too-many': {
    zh: '建议条目过多，最多 {most} 条；请合并，或者按一事一议另提一件。',
    en: 'Too many asks: at most {most}. Join some, or hand in a second one.',
  },
  'refusal.invitation-none': {
    zh: '您没有受邀联名这一件，或者邀请已被收回。',
    en: 'You are not invited to co-sign this one, or the invitation was taken back.',
  },
  'refusal.invitation-closed': {
    zh: '联名已经截止。请联系领衔人重新邀请。',
    en: 'Co-signing has closed. Ask the lead proposer to invite you again.',
  },
  'refusal.invited-already': {
    zh: '所选的人都已受邀或就是提出人本人。',
    en: 'Everyone chosen is invited already, or is the author.',
  },
  'refusal.signing-comment': {
    zh: '联名须写意见，{least} 至 {most} 字。',
    en: 'Co-signing needs a comment of {least} to {most} characters.',
  },
  'refusal.signature-outdated': {
    zh: '正文改动后还有 {count} 位联名人没有重新确认。请等他们确认，或者移除后再提交。',
    en: 'The text changed and {count} co-signers have not confirmed it anew. Wait for them, or remove them first.',
  },
  'refusal.seal-missing': {
    zh: '集体提出的须上传加盖公章的扫描件，或者由召集人确认。',
    en: 'A collective submission needs the scan with the seal, or its convenor’s confirmation.',
  },
  'refusal.entered-before': {
    zh: '同一提出人的同题件已以流水号{flowNo}提交；确需再次录入的，请注明再次录入',
    en: 'The same author handed in the same title as {flowNo}; enter it once more only on purpose',
  },
  'refusal.entered-twice': {
    zh: '与第{n}行的提出人和标题相同；确需再次录入的，请注明再次录入',
    en: 'Row {n} has the same author and title; enter it once more only on purpose',
  },
  'refusal.scan-missing': {
    zh: '按纸质材料代录联名，须上传材料的扫描件；没有扫描件的，请写明原因。',
    en: 'Signatures entered from paper need a scan of it, or the reason why there is none.',
  },
  'refusal.convenor-missing': {
    zh: '须由召集人（团长）确认后才能提交。',
    en: 'The convenor must confirm before it can be handed in.',
  },
  'refusal.body-name-missing': {
    zh: '请填写提出的党派、团体、界别或者代表团名称。',
    en: 'Name the body in whose name this stands.',
  },
  'refusal.step-none': {
    zh: '没有要审核的环节，可以直接作出决定。',
    en: 'No step of the review is open: it can be decided.',
  },
  'refusal.not-under-review': {
    zh: '这一件已经作出决定或已退回提出人，不在审查中，不能批量办理。',
    en: 'This one is decided, or back with its author: it is not under review, and nothing is done with it in bulk.',
  },
  'refusal.step-other': {
    zh: '现在不是您审核的环节。',
    en: 'It is not your turn to look at this one.',
  },
  'refusal.steps-open': {
    zh: '还有审核环节没有完成，完成后才能作出决定。',
    en: 'A step of the review is still open; it comes before the decision.',
  },
  'refusal.asks-single': {
    zh: '只有一条建议，分不成几件；需要分案的，请先退回修改，由提出人逐条写明。',
    en: 'There is one ask only, so there is nothing to split. Return it, so that its author writes one by one what is asked.',
  },
  'refusal.asks-not-shared': {
    zh: '每条建议都要归入一件，并且只能归入一件。',
    en: 'Every ask goes into one part, and into one only.',
  },
  'refusal.ground-missing': {
    zh: '请至少选择一项不予立案的理由。',
    en: 'Choose at least one ground for declining.',
  },
  'refusal.ground-unknown': {
    zh: '规则集中没有这项理由（{ground}）。',
    en: 'The ruleset has no such ground ({ground}).',
  },
  'refusal.conversion-unknown': {
    zh: '规则集中没有这种转办去向（{to}）。',
    en: 'The ruleset knows no such destination ({to}).',
  },
  'refusal.text-stopped': {
    zh: '自查发现须先处理或者确认的问题，确认无误后再提交。',
    en: 'The check found something to mend or to confirm first. Then hand it in.',
  },
  'refusal.not-entered-for-you': {
    zh: '这一件不是由他人代录的。',
    en: 'Nobody entered this one for you.',
  },
  'refusal.author-unknown': {
    zh: '没有找到“{name}”，或者不是本机关的代表、委员。请核对姓名；新任的先在人员设置中登记。',
    en: 'No proposer of this organ is called {name}. Check the name, or add the person first.',
  },
  'refusal.author-twice': {
    zh: '有 {count} 位“{name}”。请写明代表团或界别：提出人写在“代表团/界别”一栏，联名人写作“{name}（某代表团）”。',
    en: '{count} people are called {name}. Name the delegation or sector: in its column for the author, as “{name} (delegation)” for a co-signer.',
  },
  'refusal.author-elsewhere': {
    zh: '写的是“{group}”的“{name}”，登记的“{name}”属于“{found}”。请核对是不是同一个人。',
    en: 'It says {name} of “{group}”, and the {name} on record is of “{found}”. Check whether it is the same person.',
  },
  'refusal.signers-many': {
    zh: '联名人过多，一件最多 {most} 人。',
    en: 'Too many co-signers: at most {most}.',
  },
  'refusal.signers-short': {
    zh: '写着共 {count} 人，只列出 {listed} 个姓名。请补齐姓名，或者删去人数。',
    en: 'It says {count} people and lists {listed} names. Complete the names, or leave the number out.',
  },
  'refusal.date-unreadable': {
    zh: '看不懂日期“{text}”。请写成 2026-03-01 这样的日期。',
    en: 'The date “{text}” cannot be read. Write it as 2026-03-01.',
  },
  'refusal.date-future': {
    zh: '纸质材料的日期 {date} 还没有到。请核对。',
    en: 'The date of the paper, {date}, is still to come. Check it.',
  },
  'refusal.organ-other': {
    zh: '这一行写的是“{text}”，正在代录的是“{organ}”。请移到对应机关的名单里。',
    en: 'This row is for “{text}”, and you enter for {organ}. Move it to that organ’s list.',
  },
  'refusal.choice-unknown': {
    zh: '看不懂“{text}”。可以写：{allowed}。',
    en: '“{text}” cannot be read. Write one of: {allowed}.',
  },
  'refusal.organ-unknown': {
    zh: '不能向这个机关提出。请重新选择。',
    en: 'You cannot hand in to this organ. Choose another.',
  },
  'refusal.file-bomb': {
    zh: '这个文件解压后大得不正常，为安全起见没有收下。请把内容复制到新文件，或者另存为 PDF 后再传。',
    en: 'The file unpacks to an abnormal size and was not taken. Copy its content into a new one, or save it as PDF.',
  },
  'refusal.file-macros': {
    zh: '这个文件带有宏，为安全起见没有收下。请另存为不带宏的文件（.docx、.xlsx）或者 PDF 后再传。',
    en: 'The file has macros and was not taken. Save it without them (.docx, .xlsx) or as PDF, and send that.',
  },
  'refusal.file-not-yours': {
    zh: '有附件不是您上传的，或者已用于别处。请重新上传。',
    en: 'A file is not of your upload, or is used elsewhere. Upload it again.',
  },
  'refusal.matter-over': {
    zh: '立案后的这一件已经办结或者撤案，不再申请撤回。',
    en: 'The matter that it became is closed or withdrawn: there is nothing left to withdraw.',
  },
  'refusal.withdrawal-not-yours': {
    zh: '本地规则不要求联名人全体同意，撤回由领衔人决定。',
    en: 'The rules here ask for no agreement of all signers: the lead decides on the withdrawal.',
  },
  'refusal.withdrawal-not-asked': {
    zh: '领衔人还没有申请撤回。',
    en: 'The lead proposer has not asked to withdraw it.',
  },
} as const satisfies MessageTable;
