import type { MessageTable } from './message.ts';

/** Reading a Word document in: why not, and what was left out. */
export const submissionWordMessages = {
  'refusal.word.empty': { zh: '文件是空的。请重新选择。', en: 'The file is empty. Choose another.' },
  'refusal.word.tooLarge': {
    zh: '文件太大。请压缩其中的图片后再导入。',
    en: 'The file is too large. Make its pictures smaller.',
  },
  'refusal.word.tooLong': {
    zh: '文档太长（段落超过五千或者文字超过二十万）。请只保留建议、提案的正文。',
    en: 'The document is too long (over 5,000 paragraphs or 200,000 characters). Keep only the text itself.',
  },
  'refusal.word.tooSlow': {
    zh: '文档太复杂，没有读完。请把正文复制到新文档后再导入。',
    en: 'The document took too long to read. Copy its text into a new one.',
  },
  'refusal.word.tooComplex': {
    zh: '文档结构太复杂，不能安全读取。请把正文复制到新文档后再导入。',
    en: 'The document is too complex to be read safely. Copy its text into a new one.',
  },
  'refusal.word.bomb': {
    zh: '文档解压后大得不正常，为安全起见不予读取。请把正文复制到新文档后再导入。',
    en: 'The document unpacks to an abnormal size and was refused. Copy its text into a new one.',
  },
  'refusal.word.macros': {
    zh: '文档带有宏，为安全起见不予读取。请在 Word 中“另存为”“Word 文档 (.docx)”后再导入。',
    en: 'The document has macros and was refused. Save it as “Word Document (.docx)” and import that.',
  },
  'refusal.word.encrypted': {
    zh: '文档设有密码。请取消密码后再导入。',
    en: 'The document is protected by a password. Remove it first.',
  },
  'refusal.word.unsafeXml': {
    zh: '文档含有外部引用声明，为安全起见不予读取。请用 Word 或 WPS 打开、另存为 .docx 后再导入。',
    en: 'The document declares external entities and was refused. Open it and save it anew as .docx.',
  },
  'refusal.word.damaged': {
    zh: '文档已损坏或者不完整。请用 Word 或 WPS 打开、另存为 .docx 后再导入。',
    en: 'The document is damaged. Open it and save it anew as .docx.',
  },
  'refusal.word.oldWord': {
    zh: '这是旧版文档（.doc 或 .wps）。请用 Word 或 WPS 打开，选“另存为”“Word 文档 (.docx)”，再导入新文件。',
    en: 'This is an old document (.doc). Open it, choose “Save as”, “Word Document (.docx)”, and import that.',
  },
  'refusal.word.otherFormat': {
    zh: '这不是 Word 文档。请导入 .docx 文件。',
    en: 'This is not a Word document. Import a .docx file.',
  },
  'word.left.tracked': {
    zh: '有 {count} 处修订：新增的已采用，删除的已去掉。',
    en: '{count} tracked changes: additions were taken, deletions left out.',
  },
  'word.left.comments': { zh: '有 {count} 条批注没有带入。', en: '{count} comments were left out.' },
  'word.left.footnotes': { zh: '有 {count} 条脚注、尾注没有带入。', en: '{count} notes were left out.' },
  'word.left.textBoxes': {
    zh: '有 {count} 个文本框没有带入，请检查是否缺字。',
    en: '{count} text boxes were left out: check whether words are missing.',
  },
  'word.left.objects': {
    zh: '有 {count} 个嵌入对象没有带入，可作附件上传。',
    en: '{count} embedded objects were left out; upload them as files.',
  },
  'word.left.links': {
    zh: '有 {count} 处外部链接，只留下了文字。',
    en: 'Of {count} outside links only the words were kept.',
  },
  'word.left.hiddenText': {
    zh: '有 {count} 处隐藏文字没有带入。',
    en: '{count} pieces of hidden text were left out.',
  },
  'word.left.tables': {
    zh: '有 {count} 个表格太大，只带入了一部分。',
    en: '{count} tables were too large and taken in part.',
  },
  'word.left.pictures': {
    zh: '有 {count} 张图片没有带入（只支持 JPEG 和 PNG，每张不超过 10 MB）。',
    en: '{count} pictures were left out (only JPEG and PNG, up to 10 MB each).',
  },
  'word.left.moved': {
    zh: '建议部分的 {count} 个表格或者图片移到了分析部分。',
    en: '{count} tables or pictures among the asks were moved to the analysis.',
  },
} as const satisfies MessageTable;
