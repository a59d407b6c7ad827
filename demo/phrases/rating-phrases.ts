/** Reasons that proposers give with an unsatisfied rating; `{what}` is the ask that it is about. */
export const dissatisfiedReasons: readonly string[] = [
  '办理态度是好的，但{what}只讲了下一步打算，没有时间表，群众看不到变化。',
  '答复对{what}避重就轻，大段介绍工作成绩，没有正面回应我提的问题。',
  '我到现场看过，{what}和答复写的不一样，请实事求是再核实。',
  '{what}去年也是这样答复的，一年过去了还在“研究”，不能接受。',
  '承办人打过一次电话就没有下文，{what}怎么定的我不清楚。',
  '{what}推给其他部门，没有说清到底谁来牵头、什么时候办。',
  '答复引用的政策文件我都看过，关键是{what}在基层落不了地，希望拿出具体办法。',
  '说{what}暂不具备条件，但没有说明缺什么条件、怎样创造条件。',
];

export const mixedRemarks: readonly string[] = [
  '态度认真，沟通及时，希望{what}抓紧落实。',
  '总体认可，{what}还需要再加把劲。',
  '承办同志很负责，条件限制可以理解，请继续跟进{what}。',
  '答复具体，但{what}的效果还要看一段时间。',
];

export const goodRemarks: readonly string[] = [
  '办理同志多次到现场，{what}解决得很扎实，群众满意。',
  '答复逐条回应，有数据、有措施，感谢。',
  '从提出到落实三个月，{what}变化看得见。',
  '沟通充分，答复实在，希望长期坚持。',
];

export const secondRoundRemarks: readonly string[] = [
  '重新办理后，{what}有了明确的责任人和时间表，认可。',
  '主要负责同志亲自上门，{what}有了实质进展，予以认可。',
  '二次答复比第一次实在，{what}希望说到做到。',
];
