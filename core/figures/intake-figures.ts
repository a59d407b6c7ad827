/** Figures of what came in: submissions, and the matters filed from them. */
import { type Figure, partOf, practice, setOf } from './figure.ts';
import { counted, countOf, shareOf, usual, variant } from './handling-figures.ts';
import * as sets from './sets.ts';

const submitted = setOf(
  'submission',
  { zh: '收到的来件', en: 'submissions received' },
  {
    all: [{ by: 'submitted' }, { not: { by: 'withdrawn' } }],
  },
);
const filedSubmissions = partOf(submitted, { zh: '立案的来件', en: 'submissions filed' }, { by: 'filed' });

export const intakeFigures: readonly Figure[] = [
  countOf('submissionsReceived', 'intake', submitted, practice('撤回的不计', 'without those withdrawn')),
  shareOf(
    {
      id: 'filingRate',
      name: { zh: '立案率', en: 'filing rate' },
      group: 'intake',
      source: practice('立案件数占提交件数（某市政协2023年：554/679 = 81.6 %）', 'filed of submitted'),
    },
    [variant('all', usual, filedSubmissions, submitted)],
  ),
  countOf(
    'mattersFiled',
    'intake',
    sets.filed,
    practice('含后来撤案、并案的', 'with those withdrawn or merged later'),
    [
      variant('standing', sets.standing.name, sets.standing),
      variant('withdrawn', sets.withdrawn.name, sets.withdrawn),
      variant('merged', sets.merged.name, sets.merged),
    ],
  ),
  shareOf(
    {
      id: 'priorityShare',
      name: { zh: '重点件占比', en: 'share of priority matters' },
      group: 'intake',
      source: counted,
    },
    [variant('all', usual, sets.priorityMatters, sets.standing)],
  ),
];
