/**
 * The part of a title that says what is wanted: 关于加快推进停车场建设的建议 → 停车场建设. Half-width, lower case, without
 * 关于…的建议 and the verbs of every title; commas stay, they part what is wanted from what it is good for.
 */
export const cleanTitle = (title: string): string => {
  let text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s　"'“”‘’「」『』《》〈〉〔〕【】[\]()<>*#·]+/gu, '')
    .replace(/[;:。!?、]+/gu, ',')
    .replace(/^(?:第?\d+(?:号|[.,、:-]+|(?=关于)))+/u, '')
    .replace(/^(?:案由|标题|题目|提案|建议)[,:]/u, '')
    .replace(/^关于/u, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(
        /(?:的)?(?:几点|若干|有关|相关|一些|几条|对策|意见|的?建设性)?(?:建议|提案|议案|意见|意见建议|对策|思考|请求|报告|议案建议|建议意见)(?:案)?$/u,
        '',
      )
      .replace(/(?:的|,)$/u, '');
  }
  return text === '' ? title.normalize('NFKC').toLowerCase() : text;
};
