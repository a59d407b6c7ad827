/** 企业微信, as its documentation describes gettoken and message/send; no real server was asked. */
import { type FakeServer, fakeServer, sendJson } from './fake-server.ts';

export type FakeWecom = FakeServer & {
  readonly sent: { readonly touser: string; readonly content: string; readonly body: string }[];
  readonly tokens: { count: number };
  /** Tokens given so far are over (42001). */
  expire: () => void;
  /** The next sends answer so. */
  readonly answers: { readonly errcode: number; readonly errmsg: string }[];
};

export const fakeWecom = async (known: {
  corpId: string;
  secret: string;
  users: readonly string[];
}): Promise<FakeWecom> => {
  const sent: FakeWecom['sent'] = [];
  const answers: { errcode: number; errmsg: string }[] = [];
  const tokens = { count: 0 };
  const recent = new Set<string>();
  let good = '';
  let msgid = 0;
  const server = await fakeServer(({ method, path, query, body }, response) => {
    if (method === 'GET' && path === '/cgi-bin/gettoken') {
      if (query.get('corpid') !== known.corpId)
        return sendJson(response, { errcode: 40013, errmsg: 'invalid corpid' });
      if (query.get('corpsecret') !== known.secret)
        return sendJson(response, { errcode: 40001, errmsg: 'invalid credential' });
      tokens.count += 1;
      good = `token-${tokens.count}`;
      return sendJson(response, { errcode: 0, errmsg: 'ok', access_token: good, expires_in: 7200 });
    }
    if (method !== 'POST' || path !== '/cgi-bin/message/send') return void response.writeHead(404).end();
    const token = query.get('access_token');
    if (token === null || token === '')
      return sendJson(response, { errcode: 41001, errmsg: 'access_token missing' });
    if (token !== good) return sendJson(response, { errcode: 42001, errmsg: 'access_token expired' });
    const next = answers.shift();
    if (next !== undefined) return sendJson(response, next);
    const message = JSON.parse(body) as {
      touser: string;
      msgtype: string;
      agentid: number;
      text: { content: string };
      enable_duplicate_check?: number;
    };
    if (message.msgtype !== 'text' || typeof message.agentid !== 'number')
      return sendJson(response, { errcode: 40008, errmsg: 'invalid message type' });
    if (!known.users.includes(message.touser))
      return sendJson(response, {
        errcode: 81013,
        errmsg: 'user & party & tag all invalid',
        invaliduser: message.touser,
      });
    // With the check on, the same request within the interval is answered like the first and not shown again.
    if (message.enable_duplicate_check !== 1 || !recent.has(body))
      sent.push({ touser: message.touser, content: message.text.content, body });
    recent.add(body);
    msgid += 1;
    return sendJson(response, {
      errcode: 0,
      errmsg: 'ok',
      invaliduser: '',
      invalidparty: '',
      msgid: `m${msgid}`,
    });
  });
  return Object.assign(server, {
    sent,
    answers,
    tokens,
    expire: () => {
      good = 'over';
    },
  });
};
