import { randomUUID } from 'node:crypto';
import { addressPattern, matches } from '#contract/channel-fields.ts';
import * as endpoints from '#contract/channel.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Scene } from '../platform/http.ts';
import { type Route, route } from '../platform/route.ts';
import * as store from './channel.store.ts';
import { viewChannels, viewMessages, viewOwnChannels } from './channel.views.ts';
import { checkChannel, goesElsewhere } from './check-channel.ts';
import { composeTest } from './compose-message.ts';
import type { NoticeHub } from './notice-hub.ts';
import { findPlace } from './recipient.views.ts';
import { resendMessage, type ResendDeps } from './resend-message.ts';

export type ChannelDeps = ResendDeps & {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  readonly hub: NoticeHub;
};

const journal = (
  { tx, actor, at }: Pick<Scene<Endpoint>, 'tx' | 'actor' | 'at'>,
  command: string,
  data: unknown,
): Promise<number> => record(tx, actor, at, { stream: 'setup', command, matterId: null, data });

const save = ({ seal }: ChannelDeps): Route =>
  route(endpoints.saveChannel, async (scene) => {
    const { tx, actor, params, body } = scene;
    const j = actor.jurisdictionId;
    const stored = await store.lockChannel(tx, j, params.kind);
    if (stored.version !== scene.version) return no('stale', { current: stored.version });
    const checked = checkChannel(params.kind, body, (name) => stored.secrets[name] !== undefined);
    if (!checked.ok) return no('field-invalid', { field: checked.field }, checked.field);
    const moved = goesElsewhere(params.kind, stored.settings, checked.settings);
    const kept = Object.keys(stored.secrets).find((name) => checked.secrets[name] === undefined);
    if (moved && kept !== undefined) return no('channel-secret-again', { field: kept }, kept);
    const secrets: Record<string, string> = { ...stored.secrets };
    for (const [name, text] of Object.entries(checked.secrets)) {
      if (text === '') delete secrets[name];
      else secrets[name] = seal(text);
    }
    const { enabled, digestMinutes } = body;
    const { settings } = checked;
    const version = await store.saveChannel(tx, j, params.kind, {
      enabled,
      settings,
      secrets,
      digestMinutes,
    });
    // That a secret was changed is for the record; what it is, is not.
    await journal(scene, 'setup.channel', {
      kind: params.kind,
      enabled,
      settings,
      digestMinutes,
      secretsChanged: Object.keys(checked.secrets),
    });
    return answer({ version });
  });

const test = ({ seal, publicUrl }: ChannelDeps): Route =>
  route(endpoints.testChannel, async (scene) => {
    const { tx, actor, at, params, body, language } = scene;
    const j = actor.jurisdictionId;
    const { kind } = params;
    if (!(await store.lockChannel(tx, j, kind)).enabled) return no('channel-off');
    if (kind !== 'webhook' && !matches(addressPattern[kind], body.to))
      return no('field-invalid', { field: 'to' }, 'to');
    const id = `msg_${randomUUID()}`;
    const place = await findPlace(tx, j);
    const content = composeTest(actor, language, { place, publicUrl }, at.instant);
    await store.insertTest(tx, j, { id, kind, content, toSealed: seal(body.to) });
    await journal(scene, 'setup.channelTested', { kind, messageId: id });
    return answer({ messageId: id });
  });

const setupRoutes = (deps: ChannelDeps): readonly Route[] => [
  route(endpoints.channels, async ({ tx, actor }) =>
    answer({ linked: deps.publicUrl !== null, items: await viewChannels(tx, actor.jurisdictionId) }),
  ),
  save(deps),
  test(deps),
  route(endpoints.channelMessages, async ({ tx, actor }) =>
    answer({ items: await viewMessages(tx, actor.jurisdictionId) }),
  ),
  route(endpoints.resendMessage, async (scene) => {
    const { tx, actor, params } = scene;
    const { messageId } = params;
    const sent = await resendMessage(deps, { tx, actor }, messageId);
    if (!sent.ok) return sent;
    await journal(scene, 'setup.messageResent', { messageId, sentAs: sent.body.id });
    return answer(undefined);
  }),
];

const addressOf = ({ open }: ChannelDeps, sealed: string | null): string => {
  if (sealed === null) return '';
  try {
    return open(sealed);
  } catch {
    // Sealed with a key that is gone: the person writes it anew.
    return '';
  }
};

const ownRoutes = (deps: ChannelDeps): readonly Route[] => [
  route(endpoints.ownChannels, async ({ tx, actor }) => {
    const own = await viewOwnChannels(tx, actor.jurisdictionId, actor.personId);
    return answer({
      items: own.map(({ addressSealed, ...one }) => ({ ...one, address: addressOf(deps, addressSealed) })),
    });
  }),
  route(endpoints.saveOwnChannel, async (scene) => {
    const { tx, actor, at, params, body } = scene;
    const { kind } = params;
    const { address, ordinary, urgent } = body;
    if (address !== '' && !matches(addressPattern[kind], address))
      return no('field-invalid', { field: 'address' }, 'address');
    await store.saveOwnChannel(tx, actor.jurisdictionId, {
      personId: actor.personId,
      kind,
      addressSealed: address === '' ? null : deps.seal(address),
      ordinary,
      urgent,
    });
    // Where somebody is told is for the record; his address is not.
    await record(tx, actor, at, {
      stream: `person:${actor.personId}`,
      command: 'ownChannel.save',
      matterId: null,
      data: { kind, address: address !== '', ordinary, urgent },
    });
    return answer(undefined);
  }),
  route(endpoints.noticeStream, async ({ actor, caller }) => {
    const { signInId } = caller;
    if (signInId === null) return no('forbidden');
    if (!deps.hub.hasRoom(actor)) return no('too-many', { seconds: 60 });
    return answer({ open: (sink) => deps.hub.attach(actor, signInId, sink) });
  }),
];

export const channelRoutes = (deps: ChannelDeps): readonly Route[] => [
  ...setupRoutes(deps),
  ...ownRoutes(deps),
];
