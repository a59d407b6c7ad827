/** Figures of what came out: classes, adoption, satisfaction, and what is done after the reply. */
import type { Ruleset } from '../ruleset.ts';
import type { Text } from '../words.ts';
import { type Flag, noValue } from './columns.ts';
import type { FigureSet } from './expression.ts';
import { anchored, type Figure, partOf, practice, type Variant } from './figure.ts';
import { countOf, shareOf, usual, variant } from './handling-figures.ts';
import * as sets from './sets.ts';

const final: Text = { zh: '最终答复', en: 'final replies' };
const first: Text = { zh: '首轮答复', en: 'replies of the first round' };
const perReply = practice('按答复（件次）计，会办不计', 'per reply, without assisting units');

const has = (set: FigureSet<'reply'>, name: Text, flag: Flag): FigureSet<'reply'> =>
  partOf(set, name, { has: flag });

/** One share for each class of the ruleset in force: `classShare:A`. */
const classShares = (ruleset: Ruleset): readonly Figure[] =>
  ruleset.resultClasses.map(({ code, name }) => {
    const title: Text = { zh: `${code}类占比`, en: `share of class ${code}` };
    const ofClass = (set: FigureSet<'reply'>): FigureSet<'reply'> =>
      partOf(
        set,
        { zh: `${code}类答复（${name.zh}）`, en: `replies of class ${code} (${name.en})` },
        {
          is: 'class',
          in: [code],
        },
      );
    return shareOf({ id: `classShare:${code}`, name: title, group: 'quality', source: perReply }, [
      variant('final', final, ofClass(sets.classed), sets.classed),
      variant('first', first, ofClass(sets.firstClassed), sets.firstClassed),
    ]);
  });

/** A set of replies by the points that they answer. */
const pointsOf = (set: FigureSet<'reply'>, name: Text): FigureSet<'reply'> => ({
  ...set,
  name,
  unit: 'points',
  counting: { sum: 'points' },
});
const points = pointsOf(sets.finalReplies, { zh: '最终答复回应的要点', en: 'points answered' });
const pointsAdopted: FigureSet<'reply'> = {
  ...points,
  name: { zh: '被采纳的要点', en: 'points adopted' },
  counting: { sum: 'pointsAdopted' },
};

const qualityFigures = (ruleset: Ruleset): readonly Figure[] => [
  countOf(
    'repliesIssued',
    'quality',
    { ...sets.finalReplies, name: { zh: '答复件次', en: 'replies' } },
    perReply,
    [
      variant('rounds', { zh: '各轮合计', en: 'of every round' }, sets.replies),
      variant('first', first, sets.firstReplies),
      variant('later', { zh: '重新办理', en: 'of later rounds' }, sets.laterReplies),
    ],
  ),
  countOf('repliesClassed', 'quality', sets.classed, perReply),
  countOf(
    'pointsAnswered',
    'quality',
    points,
    practice('逐条编号的要点，按最终答复逐条回应计', 'numbered asks, as the final replies answer them'),
    [variant('adopted', pointsAdopted.name, pointsAdopted)],
  ),
  ...classShares(ruleset),
];

const adoptionFigures: readonly Figure[] = [
  shareOf(
    {
      id: 'resolutionRate',
      name: { zh: '解决率', en: 'resolution rate' },
      group: 'quality',
      source: practice('解决类占有类别的答复', 'of replies with a class'),
    },
    [
      variant(
        'final',
        final,
        has(sets.classed, { zh: '已解决的答复', en: 'solved' }, 'resolved'),
        sets.classed,
      ),
      variant(
        'first',
        first,
        has(sets.firstClassed, { zh: '已解决的答复', en: 'solved' }, 'resolved'),
        sets.firstClassed,
      ),
    ],
  ),
  shareOf(
    {
      id: 'resolvedOrAdoptedRate',
      name: { zh: '解决采纳率', en: 'solved or adopted' },
      group: 'quality',
      source: practice('解决或采纳的答复占有类别的答复', 'solved or adopted, of replies with a class'),
    },
    [
      variant(
        'final',
        final,
        partOf(
          sets.classed,
          { zh: '解决或采纳的答复', en: 'solved or adopted' },
          { any: [{ has: 'resolved' }, { has: 'adopted' }] },
        ),
        sets.classed,
      ),
    ],
  ),
  shareOf(
    {
      id: 'adoptionRate',
      name: { zh: '采纳率', en: 'adoption rate' },
      group: 'quality',
      decimals: 2,
      source: practice('采纳与结果类别分开记（45件答复采纳40件：88.89 %）', 'apart from the class; 40 of 45'),
    },
    [
      variant(
        'replies',
        final,
        has(sets.finalReplies, { zh: '采纳的答复', en: 'replies that adopt' }, 'adopted'),
        sets.finalReplies,
      ),
      variant('points', { zh: '按要点', en: 'by points' }, pointsAdopted, points),
    ],
  ),
];

const rated = (set: FigureSet<'reply'>): FigureSet<'reply'> =>
  partOf(set, { zh: `已评价的${set.name.zh}`, en: `${set.name.en}, rated` }, { by: 'rated' });

type RatedDimension = 'outcome' | 'attitude';

/**
 * Rated in that dimension: a list of an earlier year may tell one of the two, and the other is not a bad one. In the
 * month of the verdict, not of the reply.
 */
const ratedIn = (set: FigureSet<'reply'>, dimension: RatedDimension): FigureSet<'reply'> =>
  anchored(
    partOf(
      set,
      { zh: `已评价的${set.name.zh}`, en: `${set.name.en}, rated` },
      { all: [{ by: 'rated' }, { not: { is: dimension, in: [noValue] } }] },
    ),
    'rated',
  );

const rounds = {
  final: sets.finalReplies,
  first: sets.firstReplies,
} as const;
const dimensionWords = {
  outcome: { zh: '办理结果', en: 'outcome' },
  attitude: { zh: '办理态度', en: 'attitude' },
} as const;

/** Two dimensions, two rounds, with or without 基本满意: none of them is ever mixed with another. */
const satisfactionVariants = (): readonly Variant[] =>
  (['outcome', 'attitude'] as const).flatMap((dimension) =>
    (['final', 'first'] as const).flatMap((round) =>
      (['with', 'without'] as const).map((basic): Variant => {
        const base = ratedIn(rounds[round], dimension);
        const flag: Flag = `${dimension}${basic === 'with' ? 'Accepted' : 'Satisfied'}`;
        const level: Text =
          basic === 'with'
            ? { zh: '含基本满意', en: 'fairly satisfied included' }
            : { zh: '不含基本满意', en: 'without fairly satisfied' };
        const name: Text = {
          zh: `${dimensionWords[dimension].zh}，${rounds[round].name.zh}，${level.zh}`,
          en: `${dimensionWords[dimension].en}, ${rounds[round].name.en}, ${level.en}`,
        };
        return variant(
          `${dimension}-${round}-${basic}`,
          name,
          has(base, { zh: '满意的答复', en: 'satisfied' }, flag),
          base,
        );
      }),
    ),
  );

const unsatisfied = (set: FigureSet<'reply'>, flag: Flag): FigureSet<'reply'> =>
  partOf(set, { zh: '不满意的答复', en: 'not satisfied' }, { not: { has: flag } });

const keepFirst = practice(
  '首轮不满意转为满意后仍计入首轮',
  'a first verdict stays counted after it was turned',
);

const satisfactionFigures = (): readonly Figure[] => [
  shareOf(
    {
      id: 'satisfactionRate',
      name: { zh: '满意率', en: 'satisfaction' },
      group: 'satisfaction',
      beside: ['responseRate'],
      source: practice(
        '分母是已评价的答复；未评价的不算满意',
        'of replies rated; silence is not satisfaction',
      ),
    },
    satisfactionVariants(),
  ),
  shareOf(
    {
      id: 'responseRate',
      name: { zh: '反馈率', en: 'response rate' },
      group: 'satisfaction',
      source: practice('已评价的答复占已签发的答复', 'replies rated, of replies issued'),
    },
    [
      variant('final', final, rated(sets.finalReplies), sets.finalReplies),
      variant('first', first, rated(sets.firstReplies), sets.firstReplies),
    ],
  ),
  shareOf(
    {
      id: 'firstUnsatisfiedRate',
      name: { zh: '首次不满意率', en: 'first verdict: not satisfied' },
      group: 'satisfaction',
      beside: ['responseRate'],
      source: keepFirst,
    },
    (['outcome', 'attitude'] as const).map((dimension) => {
      const base = ratedIn(sets.firstReplies, dimension);
      return variant(dimension, dimensionWords[dimension], unsatisfied(base, `${dimension}Accepted`), base);
    }),
  ),
  shareOf(
    {
      id: 'secondSatisfactionRate',
      name: { zh: '二次办理满意率', en: 'satisfaction after handling again' },
      group: 'satisfaction',
      source: practice(
        '重新办理且已评价的答复中满意（含基本满意）的',
        'of replies of later rounds that were rated',
      ),
    },
    (['outcome', 'attitude'] as const).map((dimension) => {
      const base = ratedIn(sets.laterReplies, dimension);
      return variant(
        dimension,
        dimensionWords[dimension],
        has(base, { zh: '满意的答复', en: 'satisfied' }, `${dimension}Accepted`),
        base,
      );
    }),
  ),
];

const toPublish = partOf(
  sets.finalReplies,
  { zh: '应主动公开的答复', en: 'replies to be published' },
  {
    is: 'disclosure',
    in: ['proactive'],
  },
);
const notSecret = partOf(
  sets.finalReplies,
  { zh: '未定为不公开的答复', en: 'replies not withheld' },
  {
    not: { is: 'disclosure', in: ['notPublic'] },
  },
);
const published = (set: FigureSet<'reply'>): FigureSet<'reply'> =>
  partOf(set, { zh: '已公开的答复', en: 'published' }, { by: 'published' });
const followed = has(sets.classed, { zh: '须跟踪的答复', en: 'replies under follow-up' }, 'followUp');
const settled: Text = { zh: '跟踪已落实的答复', en: 'promises delivered' };

const promised = {
  ...followed,
  name: { zh: '答复中的承诺（须跟踪的答复）', en: 'promises: replies under follow-up' },
};
const kept = partOf(promised, settled, { by: 'settled' });
const unkept = partOf(
  promised,
  { zh: '承诺未落实的答复', en: 'promises not delivered yet' },
  { not: { by: 'settled' } },
);

const afterReplyFigures: readonly Figure[] = [
  countOf(
    'promises',
    'afterReply',
    promised,
    practice(
      '承诺随答复记，不逐条记；要点数是这些答复所回应的',
      'a promise is a reply’s, not one point’s; points are those such replies answer',
    ),
    [
      variant('kept', kept.name, kept),
      variant('open', unkept.name, unkept),
      variant(
        'points',
        { zh: '承诺涉及的要点', en: 'points of promises' },
        pointsOf(promised, { zh: '承诺涉及的要点', en: 'points of promises' }),
      ),
      variant(
        'pointsKept',
        { zh: '已落实承诺涉及的要点', en: 'points of promises delivered' },
        pointsOf(kept, { zh: '已落实承诺涉及的要点', en: 'points of promises delivered' }),
      ),
    ],
  ),
  shareOf(
    {
      id: 'publicationRate',
      name: { zh: '公开率（上网率）', en: 'publication rate' },
      group: 'afterReply',
      source: practice('非涉密的答复均上网', 'all that is not secret is published'),
    },
    [
      variant('toPublish', toPublish.name, published(toPublish), toPublish),
      variant('notSecret', notSecret.name, published(notSecret), notSecret),
      variant('all', final, published(sets.finalReplies), sets.finalReplies),
    ],
  ),
  shareOf(
    {
      id: 'turnedToSolvedRate',
      name: { zh: '转A率（跟踪转化率）', en: 'promises turned to solved' },
      group: 'afterReply',
      source: practice('须跟踪的答复中已落实的', 'of replies under follow-up'),
    },
    [variant('all', usual, partOf(followed, settled, { by: 'settled' }), followed)],
  ),
  shareOf(
    {
      id: 'deliveryRate',
      name: { zh: '落实率', en: 'delivery rate' },
      group: 'afterReply',
      source: practice('答复时已解决或跟踪后落实的', 'solved when answered, or delivered since'),
    },
    [
      variant(
        'all',
        usual,
        partOf(
          sets.classed,
          { zh: '已解决或已落实的答复', en: 'solved or delivered' },
          { any: [{ has: 'resolved' }, { by: 'settled' }] },
        ),
        sets.classed,
      ),
    ],
  ),
];

/** Every figure whose definition does not depend on the intake or the way of a matter. */
export const resultFigures = (ruleset: Ruleset): readonly Figure[] => [
  ...qualityFigures(ruleset),
  ...adoptionFigures,
  ...satisfactionFigures(),
  ...afterReplyFigures,
];
