/** Brings the tests' one matter to a state through the product's own endpoints. */
import type { CastName, Product } from './product.ts';

export type Stages =
  | 'filed'
  | 'assigned'
  | 'signed'
  | 'handBack'
  | 'waiting'
  | 'drafting'
  | 'inReview'
  | 'cleared'
  | 'issued'
  | 'rated'
  | 'round2'
  | 'closed';

export type OneMatter = {
  readonly matterId: number;
  readonly leadDuty: number;
  readonly assistDuty: number;
  readonly replyId: number;
  readonly ratingId: number;
  readonly coRatingId: number;
};

type Page = {
  version: number;
  assignments: { id: number; version: number; unit: { id: number } }[];
  replies: { id: number; version: number; round: number }[];
  ratings: { id: number; version: number; proposer: { id: number } }[];
};

let serial = 0;

const must = async (
  product: Product,
  who: CastName,
  method: string,
  url: string,
  asked = {},
): Promise<Record<string, number>> => {
  const answer = await product.ask(who, method, url, asked);
  if (answer.status >= 300) throw new Error(`${who} ${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as Record<string, number>;
};

const page = async (product: Product, matterId: number): Promise<Page> =>
  (await must(product, 'supervisor', 'GET', `/api/matters/${matterId}`)) as never;

export const replyContent = (pointNos: readonly number[], canary = '答复内容') => ({
  opening: '感谢您对公共交通的关心。',
  answers: pointNos.map((no) => ({
    no,
    answer: `${canary}第${no}条：已列入今年计划。`,
    adoption: 'adopted',
  })),
  closing: '感谢支持。',
  resultClass: 'A',
  disclosure: 'proactive',
  disclosureReason: '',
  contactPerson: '经办人',
  contactPhone: '19900000001',
});

export const verdict = (outcome = 'satisfied', pointNos: readonly number[] = [1, 2]) => ({
  attitude: 'satisfied',
  outcome,
  reason: outcome === 'dissatisfied' ? '没有说明开工时间。' : '',
  points: pointNos.map((no) => ({ no, verdict: 'done' })),
});

type Step = (product: Product, matter: OneMatter) => Promise<Partial<OneMatter>>;

const duty = async (product: Product, matter: OneMatter, id: number) => {
  const found = (await page(product, matter.matterId)).assignments.find((one) => one.id === id);
  return found?.version ?? 0;
};

const reply = async (product: Product, matter: OneMatter) =>
  (await page(product, matter.matterId)).replies.find((one) => one.id === matter.replyId)?.version ?? 0;

const onReply = async (
  product: Product,
  matter: OneMatter,
  who: CastName,
  path: string,
  body: unknown = {},
) => {
  const version = await reply(product, matter);
  await must(product, who, 'POST', `/api/replies/${matter.replyId}/${path}`, { version, body });
};

/** The handler of the lead unit has talked with the proposer: the kind of contact that must come before a reply. */
export const contactProposer = async (product: Product, matter: OneMatter): Promise<void> => {
  const contact = {
    stage: 'before',
    channel: 'visit',
    at: product.now(),
    place: '代表单位',
    who: '科长',
    rank: 'sectionHead',
    proposerPresent: true,
    proposerIds: [product.people['leadProposer']],
    said: '当面听取了意见。',
    fileIds: [],
  };
  await must(product, 'leadHandler', 'POST', `/api/assignments/${matter.leadDuty}/contacts`, {
    body: contact,
  });
};

const draft: Step = async (product, matter) => {
  const { id } = await must(product, 'leadHandler', 'POST', `/api/assignments/${matter.leadDuty}/replies`);
  const started = { ...matter, replyId: id ?? 0 };
  await onReply(product, started, 'leadHandler', 'save', { content: replyContent([1, 2]) });
  return { replyId: id ?? 0 };
};

const steps: readonly (readonly [Stages, Step])[] = [
  [
    'assigned',
    async (product, matter) => {
      const { version } = await page(product, matter.matterId);
      const { leadUnit, assistUnit } = product.place;
      const duties = [
        { unitId: leadUnit, role: 'lead' },
        { unitId: assistUnit, role: 'assist' },
      ];
      const body = { duties, responsibleLeader: '分管市长' };
      await must(product, 'supervisor', 'POST', `/api/matters/${matter.matterId}/assign`, { version, body });
      const { assignments } = await page(product, matter.matterId);
      const of = (unitId: number) => assignments.find((one) => one.unit.id === unitId)?.id ?? 0;
      return { leadDuty: of(leadUnit), assistDuty: of(assistUnit) };
    },
  ],
  [
    'signed',
    async (product, matter) => {
      for (const [who, id] of [
        ['leadOffice', matter.leadDuty],
        ['assistOffice', matter.assistDuty],
      ] as const)
        await must(product, who, 'POST', `/api/assignments/${id}/sign-for`, {
          version: await duty(product, matter, id),
        });
      const { leadHandler = 0, leadLeader = 0 } = product.people;
      const body = { sectionId: product.place.leadSection, handlerId: leadHandler, leaderId: leadLeader };
      const version = await duty(product, matter, matter.leadDuty);
      await must(product, 'leadOffice', 'POST', `/api/assignments/${matter.leadDuty}/sub-assign`, {
        version,
        body,
      });
      return {};
    },
  ],
  [
    'drafting',
    async (product, matter) => {
      await contactProposer(product, matter);
      const opinion = { text: '会办意见：同意。', dissent: null, contactPerson: '会办人' };
      const version = await duty(product, matter, matter.assistDuty);
      await must(product, 'assistOffice', 'POST', `/api/assignments/${matter.assistDuty}/opinions`, {
        version,
        body: opinion,
      });
      return draft(product, matter);
    },
  ],
  ['inReview', async (product, matter) => onReply(product, matter, 'leadHandler', 'submit').then(() => ({}))],
  [
    'cleared',
    async (product, matter) => {
      for (const who of ['leadHead', 'leadOffice', 'leadLeader'] as const)
        await onReply(product, matter, who, 'approve');
      return {};
    },
  ],
  [
    'issued',
    async (product, matter) => {
      const body = { documentNo: '', copies: ['市人大'], opinionsMissingReason: null };
      await onReply(product, matter, 'leadOffice', 'issue', body);
      const { ratings } = await page(product, matter.matterId);
      const of = (name: string) => ratings.find((one) => one.proposer.id === product.people[name])?.id ?? 0;
      return { ratingId: of('leadProposer'), coRatingId: of('coProposer') };
    },
  ],
];

/** Takes a matter whose reply is drafted through its clearance, and issues the reply. */
export const answerDraft = async (product: Product, matter: OneMatter): Promise<OneMatter> => {
  let answered = matter;
  for (const [, step] of steps.slice(steps.findIndex(([name]) => name === 'inReview')))
    answered = { ...answered, ...(await step(product, answered)) };
  return answered;
};

/** The second round's reply, from its contact to its issue. `issued`: the matter with its ratings. */
export const answerAgain = async (product: Product, matter: OneMatter): Promise<OneMatter> => {
  await contactProposer(product, matter);
  return answerDraft(product, { ...matter, ...(await draft(product, matter)) });
};

const rateAs = async (product: Product, matter: OneMatter, outcome: string) => {
  const { ratings } = await page(product, matter.matterId);
  const version = ratings.find((one) => one.id === matter.ratingId)?.version ?? 0;
  await must(product, 'leadProposer', 'POST', `/api/ratings/${matter.ratingId}/rate`, {
    version,
    body: verdict(outcome),
  });
};

/** An extension is asked for, and the clock stopped. */
const waiting = async (product: Product, matter: OneMatter): Promise<OneMatter> => {
  const at = `/api/assignments/${matter.leadDuty}`;
  const body = { until: '2026-07-01', reason: '需与多部门会商', fileIds: [] };
  const version = () => duty(product, matter, matter.leadDuty);
  await must(product, 'leadHandler', 'POST', `${at}/ask-extension`, { version: await version(), body });
  const pause = { version: await version(), body: { reason: '代表出国' } };
  await must(product, 'supervisor', 'POST', `${at}/pause-clock`, pause);
  return matter;
};

/** Files a matter of two proposers with two points, and brings it to the stage. */
export const bringTo = async (product: Product, stage: Stages): Promise<OneMatter> => {
  serial += 1;
  const { leadProposer, coProposer } = product.people;
  const filed = await must(product, 'congressOffice', 'POST', '/api/matters', {
    body: {
      sessionId: product.place.session,
      inSession: true,
      caseNo: `2026${String(serial).padStart(4, '0')}`,
      title: `关于优化公交线网的建议${serial}`,
      body: '现有公交线路重复。建议：一、优化线网；二、增加班次。',
      category: '交通',
      publicConsent: 'full',
      filedOn: '2026-01-15',
      proposerIds: [leadProposer, coProposer],
      points: ['优化线网', '增加班次'],
    },
  });
  let matter: OneMatter = {
    matterId: filed['id'] ?? 0,
    leadDuty: 0,
    assistDuty: 0,
    replyId: 0,
    ratingId: 0,
    coRatingId: 0,
  };
  if (stage === 'filed') return matter;
  for (const [name, step] of steps) {
    if (stage === 'handBack' && name === 'signed') break;
    matter = { ...matter, ...(await step(product, matter)) };
    if (name === stage) return matter;
    if (stage === 'waiting' && name === 'signed') return waiting(product, matter);
  }
  if (stage === 'handBack') {
    const body = { reason: '不属本单位职责', rightUnitId: product.place.otherUnit, basis: '三定方案' };
    const version = await duty(product, matter, matter.leadDuty);
    await must(product, 'leadOffice', 'POST', `/api/assignments/${matter.leadDuty}/hand-back`, {
      version,
      body,
    });
    return matter;
  }
  await rateAs(product, matter, stage === 'round2' ? 'dissatisfied' : 'satisfied');
  if (stage !== 'closed') return matter;
  const { version } = await page(product, matter.matterId);
  await must(product, 'congressOffice', 'POST', `/api/matters/${matter.matterId}/close`, {
    version,
    body: { reason: null },
  });
  return matter;
};
