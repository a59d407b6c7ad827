import { expect, test } from 'vitest';
import { decisionLetter, type DecisionPaper } from './decision-letter.ts';

const paper: DecisionPaper = {
  office: '云川市人大常委会代表工作委员会',
  kind: 'suggestion',
  flowNo: '2026-0009',
  title: '关于解决办证问题的建议',
  handedInOn: '2026-03-01',
  on: '2026-03-05',
  proposers: ['林知远', '沈若川'],
  bodyName: '',
  text: '您提出的“关于解决办证问题的建议”（流水号2026-0009）收悉。\n\n请携材料到窗口办理。',
  said: { what: 'declined', grounds: ['个人事项', '已进入诉讼程序'] },
};

test('names everyone who proposed it, the coded grounds that the words leave out, and the day', () => {
  const letter = decisionLetter(paper);
  expect(letter).toMatchObject({
    mark: paper.office,
    title: '关于《关于解决办证问题的建议》不予立案的函',
    addressees: ['林知远代表', '沈若川代表'],
    salutation: '尊敬的',
    signature: { unit: paper.office, date: '2026-03-05' },
    draft: false,
  });
  expect(letter.paragraphs).toEqual([
    '您提出的“关于解决办证问题的建议”（流水号2026-0009）收悉。',
    '请携材料到窗口办理。',
    '不予立案的理由：个人事项；已进入诉讼程序。',
  ]);
});

test('says which one it answers where the office’s words do not, and repeats no ground that they give', () => {
  const { paragraphs } = decisionLetter({
    ...paper,
    text: '属于个人事项，已进入诉讼程序。',
  });
  expect(paragraphs).toEqual([
    '2026年3月1日提交的《关于解决办证问题的建议》（流水号2026-0009）收悉。',
    '属于个人事项，已进入诉讼程序。',
  ]);
});

test('writes to the body in whose name it stands, and lists the parts of a split', () => {
  const letter = decisionLetter({
    ...paper,
    kind: 'proposal',
    bodyName: '民进云川市委员会',
    said: {
      what: 'split',
      parts: [
        { flowNo: '2026-0010', title: '关于甲的提案' },
        { flowNo: '2026-0011', title: '关于乙的提案' },
      ],
    },
  });
  expect(letter.addressees).toEqual(['民进云川市委员会']);
  expect(letter).not.toHaveProperty('salutation');
  expect(letter.paragraphs.slice(-2)).toEqual([
    '一、《关于甲的提案》（流水号2026-0010）',
    '二、《关于乙的提案》（流水号2026-0011）',
  ]);
});
