/** Whom the cells of a paper form name, and who of the organ that is. */
import { describe, expect, test } from 'vitest';
import { knownGroup, namedIn, oneNamed } from './one-named.ts';
import { peopleOnPaper } from './people-on-paper.ts';

const of = (name: string, group: string) => ({ name, group });
const east = of('张三', '城东代表团');
const west = of('张三', '城西代表团');

describe('one who is called so', () => {
  const meant = (people: readonly (typeof east)[], name: string, group: string) => {
    const found = oneNamed(people, { name, group }, 'author');
    return 'person' in found ? found.person : found.refusal.code;
  };

  test.each([
    ['the only one, without a group', [east], '', east],
    ['the only one, in his group', [east], '城东 代表团', east],
    ['the only one has another group', [east], '城西代表团', 'author-elsewhere'],
    ['the only one has none in the register', [of('张三', '')], '城西代表团', of('张三', '')],
    ['of two by the group', [east, west], '城西代表团', west],
    ['of two without a group', [east, west], '', 'author-twice'],
    ['of two in neither group', [east, west], '城南代表团', 'author-twice'],
    ['nobody', [], '城西代表团', 'author-unknown'],
  ])('%s', (_, people, group, expected) => {
    expect(meant(people, '张三', group)).toEqual(expected);
  });

  test('the refusal names the group that was found', () => {
    expect(oneNamed([east], west, 'author')).toEqual({
      refusal: {
        code: 'author-elsewhere',
        params: { name: '张三', group: '城西代表团', found: '城东代表团' },
        at: 'author',
      },
    });
    expect(meant([east], '', '城东代表团')).toBe('field-empty');
  });

  test('a bracket is a group where the organ has such a one, a workplace else', () => {
    const groups = ['城东代表团', '城西代表团'];
    expect(knownGroup(namedIn('张三（城西代表团）'), groups)).toEqual(west);
    expect(knownGroup(namedIn('张三 (市第一中学)'), groups)).toEqual(of('张三', ''));
    expect(knownGroup(namedIn('张三'), groups)).toEqual(of('张三', ''));
  });
});

describe('people on a paper form', () => {
  test.each([
    ['张三', '', '张三', []],
    ['张三、李四、王五', '', '张三', ['李四', '王五']],
    ['张三、李四', '李四、王五', '张三', ['李四', '王五']],
    ['张三，李 四', '李四（城东代表团）', '张三', ['李四（城东代表团）']],
    ['张三（市一中校长、高级教师）', '', '张三（市一中校长、高级教师）', []],
    ['', '李四', '', ['李四']],
  ])('author "%s", co-signers "%s"', (cell, others, author, coSigners) => {
    expect(peopleOnPaper(cell, others)).toEqual({ author, coSigners, refusals: [] });
  });

  test.each([
    ['张三等5名代表', '', [['author', 5, 1]]],
    ['张三等5名代表', '李四、王五', [['author', 5, 3]]],
    ['张三等三名代表', '李四、王五', []],
    ['张三等代表', '', []],
    ['张三', '李四等2人', []],
    ['张三', '李四等3人', [['coSigners', 3, 2]]],
    ['张三、李四', '王五等3人', []],
  ])('author "%s", co-signers "%s": numbers that exceed the names', (cell, others, expected) => {
    const { refusals } = peopleOnPaper(cell, others);
    expect(refusals.map(({ at, params }) => [at, params['count'], params['listed']])).toEqual(expected);
  });
});
