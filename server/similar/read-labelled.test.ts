import { describe, expect, test } from 'vitest';
import { readLabelled } from './read-labelled.ts';

describe('labelled titles', () => {
  test('are pairs of titles, or of titles with bodies', () => {
    const read = readLabelled(
      '\uFEFF{"a":"加装电梯","b":{"title":"增设电梯","body":"补贴"},"duplicate":true}\r\n\n{"a":"甲","b":"乙","duplicate":false}',
    );
    expect(read).toMatchObject({ kind: 'pairs', pairs: [{ duplicate: true }, { duplicate: false }] });
  });

  test('are pairs under other names too, with labels in figures and words', () => {
    const read = readLabelled(
      [
        '{"title1":"一","title2":"二","label":1}',
        '{"titleA":{"title":"一","body":"文"},"titleB":"二","label":"0"}',
        '{"text1":"一","text2":"二","same":"重复"}',
        '{"left":"一","right":"二","isDuplicate":"different"}',
      ].join('\n'),
    );
    expect(read).toMatchObject({
      kind: 'pairs',
      pairs: [
        { a: { title: '一' }, b: { title: '二' }, duplicate: true },
        { a: { title: '一', asks: '文' }, duplicate: false },
        { duplicate: true },
        { duplicate: false },
      ],
    });
  });

  test('are whole groups on one line, named or not', () => {
    const read = readLabelled(
      '{"titles":["一","二"]}\n{"group":"乙","items":[{"title":"三","body":"文"},"四"]}\n{"title":"五","group":null}',
    );
    expect(read).toMatchObject({
      kind: 'groups',
      level: 'duplicate',
      texts: [
        { title: '一', group: '#1' },
        { title: '二', group: '#1' },
        { title: '三', asks: '文', group: '乙' },
        { title: '四', group: '乙' },
        { group: null },
      ],
    });
  });

  test('are groups under any of three names; null is a text of no group', () => {
    const read = readLabelled(
      '{"title":"一","group":"甲"}\n{"title":"二","topicGroup":null,"topic":"乙"}\n{"title":"三","topic":7}',
    );
    expect(read).toMatchObject({
      kind: 'groups',
      level: 'duplicate',
      texts: [{ group: '甲' }, { group: null }, { group: '7' }],
    });
  });

  test('that name only a topic are held to the same topic, not to the same ask', () => {
    expect(readLabelled('{"title":"一","topicGroup":"甲"}')).toMatchObject({ level: 'related' });
  });

  test.each([
    ['', 1],
    ['{"title":"一","group":"甲"}\n{oops', 2],
    ['{"title":"一","group":"甲"}\n"二"', 2],
    ['{"title":"一","group":"甲"}\n\n{"group":"甲"}', 3],
    ['{"title":"一"}\n{"title":"二"}', 1],
    ['{"a":"一","b":"二","duplicate":true}\n{"a":"一","b":"二","duplicate":"yes"}', 2],
    ['{"a":"一","duplicate":true}', 1],
    ['{"title":"一","group":"甲"}\n{"a":"一","b":"二","duplicate":true}', 2],
    ['[1]', 1],
    ['{"titles":["一","二"]}\n{"titles":["一",3]}', 2],
    ['{"title1":"一","title2":"二","label":"组名"}', 1],
  ])('%j cannot be read at line %i, in both languages', (content, line) => {
    const read = readLabelled(content);
    expect(read).toMatchObject({ line });
    expect('line' in read && read.zh.length > 0 && read.en.length > 0).toBe(true);
  });
});
