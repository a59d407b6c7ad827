/** A small ruleset without a fault, and its parts: what each test of a faulty one changes in one place. */
import type { IntakeOf } from '#core/intake-rules.ts';
import { type DeadlineRule, dutyKinds, type Ruleset } from '#core/ruleset.ts';

export const source = { cite: { zh: '试行规定', en: 'Test rules' }, verified: true } as const;
export const name = { zh: '名', en: 'Name' } as const;

export const rule = (duty: DeadlineRule['duty'], part: Partial<DeadlineRule> = {}): DeadlineRule => ({
  duty,
  base: 'assigned',
  amount: { unit: 'month', count: 1 },
  source,
  ...part,
});

export const titles = {
  suggestion: '关于{caseNo}号建议的答复',
  proposal: '关于{caseNo}号提案的答复',
} as const;

export const reminders: Ruleset['reminders'] = {
  steps: [
    { days: -3, to: ['handler'], urgent: false },
    { days: 1, to: ['unit-office'], urgent: true },
  ],
  quiet: { from: '20:00', until: '08:00' },
  source,
};

export const intake: IntakeOf = {
  vetting: [],
  review: [{ code: 'pre', by: 'panel', name }],
  stepsSource: source,
  text: { titleMost: 60, bodyLeast: 50, bodyMost: 2_500, asksLeast: 1, asksMost: 20 },
  textSource: source,
  declineGrounds: [{ code: 'personal', name, hints: [] }],
  groundsSource: source,
  conversions: [{ code: 'letter', name }],
  conversionsSource: source,
  coSigning: { comment: null, openDays: 7, source },
  collected: { daysBefore: 90, source },
  withdrawal: { allSigners: true, source },
  collective: { confirmedBy: 'either', source },
};

export const sound: Ruleset = {
  id: 'test',
  version: 1,
  name,
  effectiveFrom: '2026-01-01',
  caution: { zh: '', en: '' },
  roleNames: { lead: name, sole: name, separate: name, assist: name },
  resultClasses: [
    { code: 'A', name, resolved: true, followUp: false },
    { code: 'B', name, resolved: false, followUp: true },
  ],
  resultClassSource: source,
  satisfaction: [
    { code: 'good', name, opensRound: false },
    { code: 'fair', name, opensRound: false },
    { code: 'bad', name, opensRound: true },
  ],
  satisfactionSource: source,
  contactDuties: [{ stage: 'before', channels: [], proposerPresent: false, source }],
  faceToFace: ['visit'],
  faceToFaceSource: source,
  reviewLevels: [{ by: 'unit-leader', name }],
  reviewSource: source,
  deadlines: dutyKinds.filter((duty) => duty !== 'rate').map((duty) => rule(duty)),
  undatedDuties: [{ duty: 'rate', source }],
  extensions: [],
  lights: { soon: 10, urgent: 3, source },
  reminders,
  handBack: { silenceIsAcceptance: true, source },
  reassignRestartsClock: false,
  opinionsRequired: true,
  opinionsSource: source,
  caseNo: { pattern: '{year}{serial:4}', source },
  documentNo: { pattern: '{prefix}〔{year}〕{serial}号', source },
  letter: { copies: [name], title: titles, offSessionTitle: titles, source },
  rating: { who: 'lead', onSilence: 'unrated', source },
  urging: {
    ladder: [
      {
        level: 'blue',
        name,
        afterSlips: 0,
        daysLate: null,
        acknowledgedBy: ['unitOffice'],
        acknowledgeWorkdays: 2,
      },
      {
        level: 'orange',
        name,
        afterSlips: 1,
        daysLate: 6,
        acknowledgedBy: ['unitOffice'],
        acknowledgeWorkdays: 2,
      },
      {
        level: 'red',
        name,
        afterSlips: 2,
        daysLate: 16,
        acknowledgedBy: ['unitLeader'],
        acknowledgeWorkdays: 1,
      },
    ],
    texts: { early: '早', late: '迟', undated: '无' },
    reportWorkdays: 10,
    slipNo: '催办〔{year}〕{serial}号',
    noticeNo: '督办〔{year}〕{serial}号',
    source,
  },
  intake: { suggestion: intake, proposal: intake },
  sessionOpinions: { classes: [{ code: 'other', name, hints: [] }], source },
  region: 'CN',
};
