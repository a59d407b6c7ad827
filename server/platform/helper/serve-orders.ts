import process from 'node:process';

export type HelperAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly fault: string };

/** The helper's side: carries out each order that comes, and ends with the process that gives them. */
export const serveOrders = <Order, Answer>(work: (order: Order) => Answer | Promise<Answer>): void => {
  const answer = async (order: Order): Promise<HelperAnswer> => {
    try {
      return { ok: true, answer: await work(order) };
    } catch (error) {
      return { ok: false, fault: error instanceof Error ? error.message : String(error) };
    }
  };
  const serve = async (order: Order): Promise<void> => {
    process.send?.(await answer(order));
  };
  process.on('message', ({ order }: { readonly order: Order }) => {
    void serve(order);
  });
  process.on('disconnect', () => process.exit());
};
