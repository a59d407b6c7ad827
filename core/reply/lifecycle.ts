import type { Lifecycle } from '../lifecycle.ts';
import type { ReplyState } from './reply.ts';

export type ReplyAction = 'save' | 'submit' | 'amendInReview' | 'approve' | 'sendBack' | 'recall' | 'issue';

export type ReplyNeed =
  | 'matterOpen'
  | 'dutyInHand'
  | 'everyPointAnswered'
  | 'classChosen'
  | 'disclosureDecided'
  | 'contactPersonNamed'
  | 'requiredContacts'
  | 'opinionsIn'
  | 'notOwnWork'
  | 'notOwnAsStandIn';

/** THE TABLE of one reply. `reviewer` is whoever holds the role of the current level of clearance. */
export const replyLifecycle = {
  save: {
    name: { zh: '保存草稿', en: 'Save the draft' },
    from: ['draft', 'sentBack'],
    to: 'same',
    by: ['handler', 'section-head', 'unit-office'],
    needs: ['matterOpen', 'dutyInHand'],
    clause: 'product',
  },
  submit: {
    name: { zh: '送审', en: 'Submit for review' },
    from: ['draft', 'sentBack'],
    to: 'inReview',
    by: ['handler', 'section-head', 'unit-office'],
    needs: [
      'matterOpen',
      'dutyInHand',
      'everyPointAnswered',
      'classChosen',
      'disclosureDecided',
      'contactPersonNamed',
      'requiredContacts',
    ],
    clause: 'law 5; law 4; 国办发〔2014〕46号: disclosure is reviewed together with the draft',
  },
  amendInReview: {
    name: { zh: '审核修改', en: 'Amend while reviewing' },
    from: ['inReview'],
    to: 'same',
    by: ['reviewer'],
    needs: ['matterOpen', 'dutyInHand'],
    clause: 'practice: three-level review (深圳市公安局 2023)',
  },
  approve: {
    name: { zh: '审核通过', en: 'Approve' },
    from: ['inReview'],
    to: ['inReview', 'cleared'],
    by: ['reviewer'],
    needs: [
      'matterOpen',
      'dutyInHand',
      'notOwnWork',
      'everyPointAnswered',
      'classChosen',
      'disclosureDecided',
      'contactPersonNamed',
    ],
    clause: 'practice: three-level review (深圳市公安局 2023); the number of levels is the ruleset’s',
  },
  sendBack: {
    name: { zh: '退回修改', en: 'Send back' },
    from: ['inReview', 'cleared'],
    to: ['sentBack', 'inReview'],
    by: ['reviewer', 'unit-office', 'unit-leader'],
    needs: ['matterOpen', 'dutyInHand'],
    clause: 'practice (浙江): replies that miss the point are sent back',
  },
  recall: {
    name: { zh: '撤回', en: 'Recall' },
    from: ['inReview'],
    to: 'draft',
    by: ['handler'],
    needs: ['matterOpen', 'dutyInHand'],
    clause: 'product',
  },
  issue: {
    name: { zh: '签发', en: 'Issue' },
    from: ['cleared'],
    to: 'issued',
    by: ['unit-office', 'unit-leader'],
    needs: [
      'matterOpen',
      'dutyInHand',
      'everyPointAnswered',
      'classChosen',
      'disclosureDecided',
      'contactPersonNamed',
      'requiredContacts',
      'opinionsIn',
      'notOwnAsStandIn',
    ],
    clause: 'law 4, law 5; product: the lead waits for the opinions, or says why not',
  },
} as const satisfies Lifecycle<ReplyAction, ReplyState, ReplyNeed>;
