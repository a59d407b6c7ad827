import type { DemoOrgan, DemoSession, OrganKey } from './demo.ts';

const ordinals = ['一', '二', '三', '四', '五'];

const ordinalEn = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

type Days = {
  readonly year: number;
  readonly opens: string;
  readonly closes: string;
  readonly assignedOn: string;
};

const sessionsOf = (organ: OrganKey, days: readonly Days[]): readonly DemoSession[] =>
  days.map(({ year, opens, closes, assignedOn }, index) => {
    const number = index + 3;
    const ordinal = ordinals[number - 1] ?? '';
    return {
      key: `${organ}-${year}`,
      number,
      name: {
        zh:
          organ === 'congress'
            ? `云川市第十五届人民代表大会第${ordinal}次会议`
            : `政协云川市第十三届委员会第${ordinal}次会议`,
        en: `${ordinalEn[number - 1] ?? ''} Session of the ${organ === 'congress' ? '15th Yunchuan People’s Congress' : '13th Yunchuan CPPCC Committee'}`,
      },
      year,
      opens,
      closes,
      assignedOn,
    };
  });

export const organs: readonly DemoOrgan[] = [
  {
    key: 'congress',
    kind: 'suggestion',
    name: { zh: '云川市人民代表大会', en: 'Yunchuan People’s Congress' },
    short: { zh: '市人大', en: 'People’s Congress' },
    office: {
      zh: '云川市人大常委会代表工作委员会',
      en: 'Deputies’ Affairs Commission of the Standing Committee',
    },
    terms: [
      {
        key: 'congress-15',
        number: 15,
        name: { zh: '第十五届', en: '15th term' },
        from: '2022-01-10',
        to: '2027-01-31',
        sessions: sessionsOf('congress', [
          { year: 2024, opens: '2024-01-30', closes: '2024-02-02', assignedOn: '2024-02-29' },
          { year: 2025, opens: '2025-02-11', closes: '2025-02-14', assignedOn: '2025-03-11' },
          { year: 2026, opens: '2026-01-27', closes: '2026-01-30', assignedOn: '2026-02-27' },
        ]),
      },
    ],
  },
  {
    key: 'cppcc',
    kind: 'proposal',
    name: { zh: '中国人民政治协商会议云川市委员会', en: 'Yunchuan CPPCC Committee' },
    short: { zh: '市政协', en: 'CPPCC' },
    office: { zh: '政协云川市委员会提案委员会', en: 'Proposals Committee' },
    terms: [
      {
        key: 'cppcc-13',
        number: 13,
        name: { zh: '第十三届', en: '13th term' },
        from: '2022-01-09',
        to: '2027-01-31',
        sessions: sessionsOf('cppcc', [
          { year: 2024, opens: '2024-01-29', closes: '2024-02-01', assignedOn: '2024-02-29' },
          { year: 2025, opens: '2025-02-10', closes: '2025-02-13', assignedOn: '2025-03-11' },
          { year: 2026, opens: '2026-01-26', closes: '2026-01-29', assignedOn: '2026-02-27' },
        ]),
      },
    ],
  },
];
