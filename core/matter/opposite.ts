/** Words that ask for the contrary of each other. They only make a person look again; they decide nothing. */
const contraries: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['增设', '新增', '设置', '开通', '恢复', '加装'],
    ['取消', '撤销', '拆除', '关停', '停用', '撤除'],
  ],
  [
    ['允许', '放开', '放宽', '解除'],
    ['禁止', '限制', '严禁', '收紧', '禁限'],
  ],
  [
    ['提高', '上调', '增加', '扩大', '延长'],
    ['降低', '下调', '减少', '缩小', '缩短', '压缩'],
  ],
  [['保留'], ['取消', '拆除', '搬迁', '撤销']],
];

const says = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Whether one of the two texts asks for what the other wants undone; a text that says both is no evidence. */
export const seemOpposite = (one: string, other: string): boolean =>
  contraries.some(([wanted, unwanted]) => {
    const [oneFor, oneAgainst] = [says(one, wanted), says(one, unwanted)];
    const [otherFor, otherAgainst] = [says(other, wanted), says(other, unwanted)];
    return (
      (oneFor && !oneAgainst && otherAgainst && !otherFor) ||
      (oneAgainst && !oneFor && otherFor && !otherAgainst)
    );
  });
