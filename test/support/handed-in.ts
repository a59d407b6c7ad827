import { blankForm } from '#core/submission/blank.ts';
import type { CastName, Product } from './product.ts';

const paragraph = (text: string) => [{ type: 'paragraph', text }];

/** Of which organ somebody is follows from what he has there: the cast gets a matter of each. */
export const seatInBoth = async (product: Product): Promise<void> => {
  const { session, cppccSession } = product.place;
  for (const [who, sessionId] of [
    ['congressOffice', session],
    ['cppccOffice', cppccSession],
  ] as const) {
    const body = {
      sessionId,
      inSession: true,
      caseNo: '20269001',
      title: '往年的一件',
      body: '',
      category: null,
      publicConsent: 'unasked',
      filedOn: '2026-01-15',
      proposerIds: [product.people['leadProposer'], product.people['coProposer']],
      points: ['一'],
    };
    const { status, text } = await product.ask(who, 'POST', '/api/matters', { body });
    if (status !== 200) throw new Error(text);
  }
};

/** A submission that its author has handed in to an organ; answers with its id. Throws when the product refuses. */
export const handedIn = async (
  product: Product,
  author: CastName,
  organ: 'congress' | 'cppcc',
  title: string,
  category: string | null = null,
): Promise<number> => {
  const send = async (url: string, asked: object): Promise<{ id: number; version: number }> => {
    const { status, text, body } = await product.ask(author, 'POST', url, asked);
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`);
    return body;
  };
  const form = { ...blankForm, publicConsent: 'full', category };
  const text = {
    title,
    facts: paragraph('滨河路与学府街交叉口每天早晚高峰有两千多名学生过街，没有信号灯，去年发生碰撞十一起。'),
    analysis: paragraph('路口视距不足，行人与右转车辆争道，协管员只在早高峰在岗。'),
    asks: ['在滨河路与学府街交叉口增设行人信号灯', '在路口四角设置安全岛'],
  };
  const body = { organId: product.place[organ], authorId: null, text, form };
  const begun = await send('/api/submissions', { body });
  await send(`/api/submissions/${begun.id}/submit`, { body: { confirmed: [] }, version: begun.version });
  return begun.id;
};
