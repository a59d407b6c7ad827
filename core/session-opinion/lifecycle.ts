import type { Lifecycle } from '../lifecycle.ts';
import type { ReferralState, SessionOpinionState, SessionRecordState } from './session-opinion.ts';

/*
 * In these tables `handler` is the recorder of the group, `organ-office` the office of the organ whose session it is,
 * `supervisor` the government's office, which checks and forwards as well.
 */

export type SessionRecordAction =
  | 'startRecord'
  | 'saveRecord'
  | 'submitRecord'
  | 'discardRecord'
  | 'checkRecord';
export type SessionRecordNeed = 'somethingSaid' | 'heldByToday';

/** THE TABLE of one group's notes. A record is the first of two reviews: by group collected, by department sent. */
export const sessionRecordLifecycle = {
  startRecord: {
    name: { zh: '新建记录', en: 'Begin a record' },
    from: ['unwritten'],
    to: 'draft',
    by: ['handler', 'organ-office'],
    needs: [],
    clause: 'practice (国务院办公厅 2023): staff listen to every group and bring the notes back',
  },
  saveRecord: {
    name: { zh: '保存记录', en: 'Save the record' },
    from: ['draft'],
    to: 'same',
    by: ['handler', 'organ-office'],
    needs: [],
    clause: 'product: a draft is its group’s own',
  },
  submitRecord: {
    name: { zh: '提交记录', en: 'Submit the record' },
    from: ['draft'],
    to: 'submitted',
    by: ['handler', 'organ-office'],
    needs: ['heldByToday', 'somethingSaid'],
    clause: 'practice (国务院办公厅 2023): by group collected',
  },
  discardRecord: {
    name: { zh: '作废草稿', en: 'Discard the draft' },
    from: ['draft'],
    to: 'discarded',
    by: ['handler', 'organ-office'],
    needs: [],
    clause: 'law 9: the draft stays on record',
  },
  checkRecord: {
    name: { zh: '审核记录', en: 'Check the record' },
    from: ['submitted'],
    to: 'checked',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'practice (国务院办公厅 2023): two reviews before anything leaves',
  },
} as const satisfies Lifecycle<SessionRecordAction, SessionRecordState, SessionRecordNeed>;

export type SessionOpinionAction =
  | 'editOpinion'
  | 'cutOpinion'
  | 'mergeOpinion'
  | 'checkOpinion'
  | 'dropOpinion'
  | 'restoreOpinion'
  | 'joinSame'
  | 'separate'
  | 'forwardOpinion'
  | 'linkMatter';
export type SessionOpinionNeed = 'neighbour' | 'noTwins' | 'unitsNamed';

/** THE TABLE of one opinion. It has no reply clock and no rating: it is no matter. */
export const sessionOpinionLifecycle = {
  editOpinion: {
    name: { zh: '修改', en: 'Edit' },
    from: ['received', 'checked'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'practice: the office corrects wording, class and units before it forwards',
  },
  cutOpinion: {
    name: { zh: '拆分', en: 'Cut in two' },
    from: ['received', 'checked'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: '一事一议: one opinion, one concern; nothing of the text is lost',
  },
  mergeOpinion: {
    name: { zh: '并入上一条', en: 'Add to the one before' },
    from: ['received', 'checked'],
    to: 'merged',
    by: ['supervisor', 'organ-office'],
    needs: ['noTwins', 'neighbour'],
    clause: 'product: what was cut too small is one opinion again',
  },
  checkOpinion: {
    name: { zh: '审核通过', en: 'Pass' },
    from: ['received'],
    to: 'checked',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'practice (国务院办公厅 2023): the first of two reviews',
  },
  dropOpinion: {
    name: { zh: '不转办', en: 'Do not forward' },
    from: ['received', 'checked'],
    to: 'dropped',
    by: ['supervisor', 'organ-office'],
    needs: ['noTwins'],
    clause: 'law 9: it stays on record with the reason',
  },
  restoreOpinion: {
    name: { zh: '恢复', en: 'Take up again' },
    from: ['dropped'],
    to: 'received',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'law 9: nothing destroys',
  },
  joinSame: {
    name: { zh: '与另一条相同', en: 'Same as another' },
    from: ['received', 'checked'],
    to: 'joined',
    by: ['supervisor', 'organ-office'],
    needs: ['noTwins'],
    clause: 'practice: said by several, sent once; every speaker is kept',
  },
  separate: {
    name: { zh: '取消相同', en: 'Take apart' },
    from: ['joined'],
    to: 'checked',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'law 9: joining is reversible',
  },
  forwardOpinion: {
    name: { zh: '转办', en: 'Forward' },
    from: ['checked', 'forwarded'],
    to: 'forwarded',
    by: ['supervisor', 'organ-office'],
    needs: ['unitsNamed'],
    clause: 'practice (国务院办公厅 2023; 深圳 2018, 1266 opinions): to the departments on the same day',
  },
  linkMatter: {
    name: { zh: '关联建议提案', en: 'Link to a matter' },
    from: ['received', 'checked', 'forwarded', 'joined'],
    to: 'same',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'product: what was said in the group may be filed later',
  },
} as const satisfies Lifecycle<SessionOpinionAction, SessionOpinionState, SessionOpinionNeed>;

export type ReferralAction =
  | 'answerReferral'
  | 'closeReferral'
  | 'sendBackAnswer'
  | 'handBackReferral'
  | 'recallReferral';
export type ReferralNeed = never;

/** THE TABLE of one opinion at one unit. */
export const referralLifecycle = {
  answerReferral: {
    name: { zh: '回应', en: 'Record the answer' },
    from: ['sent'],
    to: 'answered',
    by: ['unit-office', 'unit-leader'],
    needs: [],
    clause: 'practice (国务院办公厅 2023): by visit, video or telephone, and told to the speaker',
  },
  closeReferral: {
    name: { zh: '办结', en: 'Close' },
    from: ['answered'],
    to: 'closed',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'practice: closed by the office, never by the unit',
  },
  sendBackAnswer: {
    name: { zh: '退回补充', en: 'Not enough' },
    from: ['answered'],
    to: 'sent',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'product: an answer that does not do is returned with a reason',
  },
  handBackReferral: {
    name: { zh: '退回转办', en: 'Hand back' },
    from: ['sent'],
    to: 'handedBack',
    by: ['unit-office', 'unit-leader'],
    needs: [],
    clause: 'practice: what is not the unit’s own goes back with a reason',
  },
  recallReferral: {
    name: { zh: '撤回转办', en: 'Recall' },
    from: ['sent'],
    to: 'recalled',
    by: ['supervisor', 'organ-office'],
    needs: [],
    clause: 'law 9: what was sent to the wrong unit stays on record',
  },
} as const satisfies Lifecycle<ReferralAction, ReferralState, ReferralNeed>;
