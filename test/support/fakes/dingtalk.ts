/** 钉钉, as its documentation describes gettoken and asyncsend_v2; no real server was asked. */
import { type FakeServer, fakeServer, sendJson } from './fake-server.ts';

export type FakeDingtalk = FakeServer & {
  readonly sent: { readonly userid: string; readonly content: string }[];
  readonly tokens: { count: number };
  expire: () => void;
  readonly answers: { readonly errcode: number; readonly errmsg: string; readonly sub_code?: string }[];
};

export const fakeDingtalk = async (known: { appKey: string; appSecret: string }): Promise<FakeDingtalk> => {
  const sent: { userid: string; content: string }[] = [];
  const answers: { errcode: number; errmsg: string }[] = [];
  const tokens = { count: 0 };
  let good = '';
  let task = 0;
  const server = await fakeServer(({ method, path, query, body }, response) => {
    if (method === 'GET' && path === '/gettoken') {
      if (query.get('appkey') !== known.appKey || query.get('appsecret') !== known.appSecret)
        return sendJson(response, { errcode: 40089, errmsg: '不合法的corpid或corpsecret' });
      tokens.count += 1;
      good = `ding-${tokens.count}`;
      return sendJson(response, { errcode: 0, access_token: good, errmsg: 'ok', expires_in: 7200 });
    }
    if (method !== 'POST' || path !== '/topapi/message/corpconversation/asyncsend_v2')
      return void response.writeHead(404).end();
    if (query.get('access_token') !== good)
      return sendJson(response, {
        errcode: 88,
        sub_code: '40014',
        sub_msg: '不合法的access_token',
        errmsg: 'ding talk error[subcode=40014,submsg=不合法的access_token]',
        request_id: 'r1',
      });
    const next = answers.shift();
    if (next !== undefined) return sendJson(response, next);
    const message = JSON.parse(body) as {
      agent_id: number;
      userid_list: string;
      msg: { msgtype: string; text: { content: string } };
    };
    if (typeof message.agent_id !== 'number' || message.msg.msgtype !== 'text')
      return sendJson(response, { errcode: 40035, errmsg: '不合法的参数' });
    task += 1;
    const { content } = message.msg.text;
    // One person gets the same content once a day; the answer does not tell.
    if (!sent.some((one) => one.userid === message.userid_list && one.content === content))
      sent.push({ userid: message.userid_list, content });
    return sendJson(response, { errcode: 0, errmsg: 'ok', task_id: task, request_id: `r${task}` });
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
