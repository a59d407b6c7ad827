/** One client, one kept-alive connection to each server, requests in turn: what a person at a screen waits for. */
import http from 'node:http';

export type Ask = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Answer = { readonly ms: number; readonly status: number; readonly text: string };

export type Target = { readonly ask: (ask: Ask) => Promise<Answer>; readonly close: () => void };

export const targetAt = (port: number): Target => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = ({ method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? null : JSON.stringify(body);
      const began = performance.now();
      const request = http.request(
        {
          ...{ host: '127.0.0.1', port, method, path, agent },
          headers: { ...headers, ...(payload === null ? {} : { 'content-type': 'application/json' }) },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            const ms = performance.now() - began;
            resolve({ ms, status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
          });
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(payload ?? undefined);
    });
  return { ask, close: () => agent.destroy() };
};

export type Figures = {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const figuresOf = (answers: readonly Answer[]): Figures => {
  const sorted = answers.map((answer) => answer.ms).sort((a, b) => a - b);
  const bytes = answers.reduce((sum, answer) => sum + answer.text.length, 0) / Math.max(1, answers.length);
  return { n: sorted.length, p50: at(sorted, 0.5), p95: at(sorted, 0.95), bytes: Math.round(bytes) };
};

const must = (answer: Answer, ask: Ask): Answer => {
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${ask.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return answer;
};

export type Pair = { readonly a: Ask; readonly b: Ask };

/** Asks both servers in turn, who is first changing each time; the first `warm` pairs are not counted. */
export const paired = async (
  a: Target,
  b: Target,
  pairs: readonly Pair[],
  warm: number,
): Promise<{ readonly a: Figures; readonly b: Figures }> => {
  const answers: { a: Answer[]; b: Answer[] } = { a: [], b: [] };
  for (const [index, pair] of pairs.entries()) {
    const one = async (side: 'a' | 'b'): Promise<void> => {
      const answer = must(await (side === 'a' ? a : b).ask(pair[side]), pair[side]);
      if (index >= warm) answers[side].push(answer);
    };
    await one(index % 2 === 0 ? 'a' : 'b');
    await one(index % 2 === 0 ? 'b' : 'a');
  }
  return { a: figuresOf(answers.a), b: figuresOf(answers.b) };
};

/** Asks one server; for questions that have no counterpart worth asking as often. */
export const alone = async (target: Target, asks: readonly Ask[], warm: number): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (const [index, ask] of asks.entries()) {
    const answer = must(await target.ask(ask), ask);
    if (index >= warm) answers.push(answer);
  }
  return answers;
};
