/** What a report prints is what was measured, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureCatalogue, findFigure } from '#core/figures/catalogue.ts';
import { printed, valueText } from '#core/figures/rate.ts';
import { national } from '#rulesets/national.ts';
import { compareEditions, compareValues } from './compare.ts';
import { checkFigure, isAskable } from './decide.ts';
import { rowsPath } from '../figures/rows-path.ts';
import { fieldKey, hasMoved, questionOf, tableKey } from './question.ts';
import { rank } from './rank.ts';
import { fieldText, renderReport, renderRuns } from './render.ts';
import {
  type Cell,
  type FieldValue,
  fieldsOf,
  type FigureField,
  noValues,
  reportKinds,
  type ReportScope,
  tablesOf,
  wordings,
} from './report.ts';
import { fromTemplate, runsOf } from './template.ts';
import { templates } from './templates.ts';
import { countInWords, shareInWords } from './wording.ts';

const figures = figureCatalogue(national);
const scope: ReportScope = {
  kind: 'congressAnnual',
  period: { kind: 'year', year: 2026 },
  organId: 1,
  unitId: null,
};
const asOf = '2026-11-20';

const cell = (numerator: number, denominator: number | null): Cell => {
  const shape = { shows: denominator === null ? ('count' as const) : ('percent' as const), decimals: 1 };
  const value = valueText({ numerator, denominator }, shape);
  return { numerator, denominator, value, text: printed(value, shape.shows) };
};
const valueOf = (numerator: number, denominator: number | null): FieldValue => ({
  ...cell(numerator, denominator),
  name: { zh: '指标', en: 'figure' },
  shows: denominator === null ? 'count' : 'percent',
  unit: 'replies',
  origin: 'counted',
  asOf: '2026-11-20T15:59:59.999Z',
  explanation: { zh: '口径', en: 'what it counts' },
  compared: null,
});
const field = (more: Partial<FigureField> = {}): FigureField => ({
  key: 'f1',
  figure: 'replyRate.all',
  filters: {},
  decimals: null,
  part: 'value',
  wording: 'exact',
  whenNone: 'say',
  ...more,
});
const measures = fc
  .record({
    denominator: fc.integer({ min: 0, max: 2_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ denominator, share }) => ({ denominator, numerator: Math.floor(denominator * share) }));

/** The number in a text: 约1300 → 1300, 超过43 % → 43. */
const numberIn = (text: string): number => Number(/\d+(?:\.\d+)?/.exec(text)?.[0] ?? Number.NaN);

describe('wordings', () => {
  test('say what the field says', () => {
    expect(countInWords(1358, 'over', 'zh')).toBe('1300余');
    expect(countInWords(267, 'many', 'zh')).toBe('260多');
    expect(countInWords(298, 'nearly', 'zh')).toBe('近300');
    expect(countInWords(1358, 'about', 'en')).toBe('about 1400');
    expect(shareInWords({ numerator: 482, denominator: 1103 }, 'about', '43.7 %', 'zh')).toBe('约44 %');
    expect(shareInWords({ numerator: 482, denominator: 1103 }, 'over', '43.7 %', 'zh')).toBe('超过43 %');
  });

  test('of a number are true, or the exact number stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.constantFrom(...wordings), (n, wording) => {
        const text = countInWords(n, wording, 'zh');
        const said = numberIn(text);
        const less = said < n && (wording === 'over' || wording === 'many');
        const near = Math.abs(said - n) * 20 <= Math.max(said, n) && (wording === 'about' || said > n);
        expect(text === String(n) || less || near).toBe(true);
      }),
    );
  });

  test('of a share never make it whole, nothing, or larger than it is', () => {
    fc.assert(
      fc.property(measures, fc.constantFrom(...wordings), ({ numerator, denominator }, wording) => {
        const exact = cell(numerator, denominator).text;
        const text = shareInWords({ numerator, denominator }, wording, exact, 'zh');
        const share = (numerator / denominator) * 100;
        const said = numberIn(text);
        const less = said < share && share - said <= 1 && (wording === 'over' || wording === 'many');
        const near = Math.abs(said - share) <= 0.500001 && (wording === 'about' || said > share);
        expect(text === exact || (said > 0 && said < 100 && (less || near))).toBe(true);
      }),
    );
  });
});

describe('rendering', () => {
  const how = (value: FieldValue | null, one = field()) => ({
    scope,
    language: 'zh' as const,
    values: { ...noValues, figures: { [fieldKey(scope, asOf, one)]: value } },
  });

  test('never changes a number: an exact field prints what was measured, part by part', () => {
    fc.assert(
      fc.property(measures, ({ numerator, denominator }) => {
        const value = valueOf(numerator, denominator);
        expect(fieldText(field({ part: 'numerator' }), value, 'zh')).toBe(String(numerator));
        expect(fieldText(field({ part: 'denominator' }), value, 'en')).toBe(String(denominator));
        expect(fieldText(field(), value, 'zh')).toBe(denominator === 0 ? null : value.text);
      }),
    );
  });

  test('without a denominator prints no percentage, in any wording', () => {
    for (const wording of wordings) {
      const one = field({ wording });
      const text = renderRuns(
        [{ text: '答复率' }, { field: one }, { text: '。' }],
        asOf,
        how(valueOf(0, 0), one),
      );
      expect(text.map((run) => run.text).join('')).toBe('答复率（没有可计算的基数）。');
    }
  });

  test('leaves out the sentence, and only it, where the field says so', () => {
    const one = field({ whenNone: 'omit' });
    const runs = [{ text: '共3件。答复率' }, { field: one }, { text: '，居首。其后。' }];
    const text = (value: FieldValue | null) =>
      renderRuns(runs, asOf, how(value, one))
        .map((run) => run.text)
        .join('');
    expect(text(valueOf(0, 0))).toBe('共3件。其后。');
    expect(text(null)).toBe('共3件。其后。');
    expect(text(valueOf(1, 4))).toBe('共3件。答复率25.0 %，居首。其后。');
  });

  test('says of a figure that is not computed yet that it is not', () => {
    const [run] = renderRuns([{ field: field() }], asOf, { scope, language: 'zh', values: noValues });
    expect(run?.text).toBe('〔待计算〕');
  });

  test('of paragraphs left to people prints nothing, not even the heading', () => {
    const empty = { kind: 'paragraph', key: 'p', runs: [], hint: '写问题' } as const;
    const content = { title: '', asOf, sections: [{ key: 's', heading: '问题', blocks: [empty] }] };
    expect(renderReport(content, { scope, language: 'zh', values: noValues })).toEqual([]);
  });
});

describe('a table', () => {
  const table = {
    kind: 'table',
    key: 't',
    caption: '表',
    rows: 'unit',
    figures: ['a'],
    filters: {},
    ranked: false,
    least: 0,
  } as const;
  const tableWith = (total: number) => {
    const value = {
      asOf,
      columns: [{ figure: 'a', name: { zh: '件', en: 'n' }, explanation: { zh: '', en: '' } }],
      rows: [1, 2].map((n) => ({ key: String(n), name: { zh: `单位${n}`, en: '' }, cells: [cell(n, null)] })),
      total: [cell(total, null)],
      truncated: false,
    };
    const content = { title: '', asOf, sections: [{ key: 's', heading: '', blocks: [table] }] };
    const values = { ...noValues, tables: { [tableKey(scope, asOf, table)]: value } };
    return JSON.stringify(renderReport(content, { scope, language: 'zh', values }));
  };

  test('says so where its rows do not give its total, and only there', () => {
    expect(tableWith(3)).not.toContain('各行之和');
    expect(tableWith(2)).toContain('各行之和不等于合计');
  });
});

describe('a ranking', () => {
  const cells = fc.array(measures, { maxLength: 30 });

  test('goes by exact shares; ties share a place and the next is skipped', () => {
    const rows = [cell(2, 3), cell(9, 10), cell(4, 6), cell(1, 2), cell(1, 1)];
    expect(rank(rows, (one) => one, 2).map(({ row, place }) => [row.numerator, place])).toEqual([
      [9, 1],
      [2, 2],
      [4, 2],
      [1, 4],
      [1, null],
    ]);
  });

  test('places everybody once, and nobody before a larger share', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const rows = list.map(({ numerator, denominator }) => cell(numerator, denominator));
        const ranked = rank(rows, (one) => one, 1);
        expect(ranked).toHaveLength(rows.length);
        expect(rows.filter((row) => !ranked.some((one) => one.row === row))).toEqual([]);
        ranked.forEach(({ row, place }) => {
          const better = rows.filter(
            (one) =>
              one.value !== null &&
              BigInt(one.numerator) * BigInt(row.denominator ?? 1) >
                BigInt(row.numerator) * BigInt(one.denominator ?? 1),
          );
          expect(place).toBe(row.value === null ? null : better.length + 1);
        });
      }),
    );
  });
});

describe('templates', () => {
  const filling = (language: 'zh' | 'en') => ({
    language,
    classes: national.resultClasses,
    names: { city: '云川市', organ: '云川市人大常委会', unit: '市交通局', period: '2026年' },
    asOf,
  });

  test.each(reportKinds)(
    '%s: every figure is in the catalogue, and one that its keeper may ask for',
    (kind) => {
      const unitId = kind === 'unit' ? 7 : null;
      for (const language of ['zh', 'en'] as const) {
        const content = fromTemplate(templates[kind], filling(language));
        expect(content.title).not.toMatch(/[{}]/);
        const own = { ...scope, kind, unitId };
        for (const { figure, filters } of fieldsOf(content))
          expect([figure, checkFigure(figures, own, figure, filters)]).toEqual([figure, null]);
        for (const { figures: names, filters, rows } of tablesOf(content))
          for (const name of names)
            expect([name, checkFigure(figures, own, name, { ...filters, [rows]: 'any' })]).toEqual([
              name,
              null,
            ]);
        const keys = fieldsOf(content).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    },
  );

  test.each(reportKinds)('%s: both languages print the same parts of the same figures', (kind) => {
    const parts = (language: 'zh' | 'en') =>
      fieldsOf(fromTemplate(templates[kind], filling(language)))
        .map(({ figure, part, filters }) => `${figure} ${part} ${JSON.stringify(filters)}`)
        .toSorted();
    expect([...new Set(parts('en'))]).toEqual([...new Set(parts('zh'))]);
  });

  test.each(reportKinds)(
    '%s: a share is printed with a rule for the day when there is nothing to divide by',
    (kind) => {
      const bare = fieldsOf(fromTemplate(templates[kind], filling('zh'))).filter(
        ({ figure, part, whenNone }) =>
          findFigure(figures, figure)?.figure.shows === 'percent' &&
          part !== 'numerator' &&
          part !== 'denominator' &&
          whenNone !== 'omit',
      );
      expect(bare).toEqual([]);
    },
  );

  test('of empty figures say no percentage at all', () => {
    const content = fromTemplate(templates.congressAnnual, filling('zh'));
    const none = Object.fromEntries(
      fieldsOf(content).map((one) => {
        const shows = findFigure(figures, one.figure)?.figure.shows;
        return [fieldKey(scope, asOf, one), valueOf(0, shows === 'count' ? null : 0)];
      }),
    );
    const text = JSON.stringify(
      renderReport(content, { scope, language: 'zh', values: { ...noValues, figures: none } }),
    );
    expect(text).not.toContain('%');
    expect(text).toContain('已交办');
  });

  test('read a field from its braces', () => {
    expect(runsOf('共{assignments|numerator|kind=proposal&role=sole|omit}件', 'k')).toEqual([
      { text: '共' },
      {
        field: field({
          key: 'k-1',
          figure: 'assignments',
          part: 'numerator',
          filters: { kind: 'proposal', role: 'sole' },
          whenNone: 'omit',
        }),
      },
      { text: '件' },
    ]);
  });
});

describe('questions', () => {
  test('are narrowed to the report, whatever a field says', () => {
    const unit: ReportScope = { ...scope, kind: 'unit', organId: null, unitId: 7 };
    const asked = questionOf(unit, asOf, field({ filters: { unit: '8', year: '2020', kind: 'proposal' } }));
    expect(asked.filters).toEqual({ unit: '7', year: '2026', kind: 'proposal' });
    expect(asked.compareYear).toBe(2025);
    expect(rowsPath(asked)).toBe(
      '/figures/rows?figure=replyRate.all&kind=proposal&year=2026&unit=7&asOf=2026-11-20',
    );
  });

  test('are compared with the same day of the year before', () => {
    const compared = (day: string) => questionOf(scope, day, field()).compareAsOf;
    expect(compared('2026-06-30')).toBe('2025-06-30');
    expect(compared('2024-02-29')).toBe('2023-02-28');
    expect(compared('2025-02-28')).toBe('2024-02-28');
    const session: ReportScope = { ...scope, period: { kind: 'session', year: 2026, sessionId: 3 } };
    expect(questionOf(session, '2026-06-30', field()).compareAsOf).toBeNull();
  });

  test('that a session cannot narrow are not asked', () => {
    const session: ReportScope = { ...scope, period: { kind: 'session', year: 2026, sessionId: 3 } };
    expect(isAskable(figures, session, 'supervisionActs', {})).toBe(false);
    expect(isAskable(figures, session, 'replyRate.due', {})).toBe(true);
    expect(isAskable(figures, scope, 'supervisionActs', { actKind: 'call' })).toBe(true);
    expect(isAskable(figures, { ...scope, unitId: 7 }, 'mattersFiled', {})).toBe(false);
  });

  test('have moved when a number behind them did', () => {
    expect(hasMoved(valueOf(1, 3), valueOf(1, 3))).toBe(false);
    expect(hasMoved(valueOf(1, 3), valueOf(2, 6))).toBe(true);
    expect(hasMoved(valueOf(1, 3), null)).toBe(true);
  });
});

describe('editions', () => {
  const paragraph = (text: string, one = field()) =>
    ({ kind: 'paragraph', key: 'p1', runs: [{ text }, { field: one }], hint: '' }) as const;
  const edition = (text: string, value: FieldValue) => ({
    content: { title: '', asOf, sections: [{ key: 's', heading: '进度', blocks: [paragraph(text)] }] },
    values: { ...noValues, figures: { [fieldKey(scope, asOf, field())]: value } },
  });

  test('differ where they read differently: in the words, or in a number', () => {
    const before = edition('答复率', valueOf(1, 4));
    expect(compareEditions(before, before, scope, 'zh')).toEqual([]);
    expect(compareEditions(before, edition('答复率', valueOf(1, 2)), scope, 'zh')).toEqual([
      { key: 'p1', heading: '进度', before: '答复率25.0 %', after: '答复率50.0 %' },
    ]);
    expect(
      compareValues(before, edition('率', valueOf(1, 2))).map(({ before: old, after }) => [old, after]),
    ).toEqual([['25.0 %', '50.0 %']]);
  });
});

describe('a value that holds what keys are put together with', () => {
  const leads = (leader: string) => field({ filters: { leader } });
  const dated = (day: string, one: FigureField, value: FieldValue) => ({
    content: {
      title: '',
      asOf: day,
      sections: [
        {
          key: 's',
          heading: '',
          blocks: [{ kind: 'paragraph', key: 'p', runs: [{ field: one }], hint: '' }],
        },
      ],
    } as const,
    values: { ...noValues, figures: { [fieldKey(scope, day, one)]: value } },
  });

  test('is one question, found again in an edition of another day', () => {
    const changes = compareValues(
      dated('2026-06-30', leads('a|b'), valueOf(1, 4)),
      dated(asOf, leads('a|b'), valueOf(1, 2)),
    );
    expect(changes.map(({ before, after }) => [before, after])).toEqual([['25.0 %', '50.0 %']]);
  });

  test('is no other question', () => {
    const keys = ['a|b', 'a', 'a%7Cb', 'a&year=2026', 'a=b'].map((leader) =>
      fieldKey(scope, asOf, leads(leader)),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.map((key) => key.split('|').length)).toEqual(keys.map(() => 5));
  });
});
