import * as own from '#contract/account.ts';
import * as feeds from '#contract/feed.ts';
import * as others from '#contract/accounts.ts';
import { type Route, route } from '../platform/route.ts';
import type { AccountDeps } from './account-deps.ts';
import { accounts, apiTokens } from './account-lists.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  endSessionsOf,
  resetPassword,
  resetTotp,
  unlockAccount,
} from './administer.ts';
import { createApiToken, revokeApiToken } from './api-tokens.ts';
import { changePassword, confirmIdentity } from './change-password.ts';
import { feedLink, makeFeedLink, revokeFeedLink } from './feed-links.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { endOtherSessions, endOwnSession, me, ownSessions, setPreferences } from './own-account.ts';
import { confirmTotp, enrolTotp, giveSecondFactor, removeTotp } from './second-factor.ts';
import { signIn, signOut } from './sign-in.ts';

/** Every endpoint about accounts. `deps` is the same value that `authenticator` gets. */
export const accountRoutes = (deps: AccountDeps): readonly Route[] => [
  route(own.me, me(deps)),
  route(own.signIn, signIn(deps)),
  route(own.giveSecondFactor, giveSecondFactor(deps)),
  route(own.signOut, signOut(deps)),
  route(own.confirmIdentity, confirmIdentity(deps)),
  route(own.changePassword, changePassword(deps)),
  route(own.enrolTotp, enrolTotp(deps)),
  route(own.confirmTotp, confirmTotp(deps)),
  route(own.removeTotp, removeTotp(deps)),
  route(own.setPreferences, setPreferences),
  route(own.ownSessions, ownSessions(deps)),
  route(own.endOwnSession, endOwnSession(deps)),
  route(own.endOtherSessions, endOtherSessions(deps)),
  route(feeds.feedLink, feedLink),
  route(feeds.makeFeedLink, makeFeedLink(deps)),
  route(feeds.revokeFeedLink, revokeFeedLink),
  route(own.createFirstAdministrator, createFirstAdministrator),
  route(others.accounts, accounts(deps)),
  route(others.createAccount, createAccount(deps)),
  route(others.disableAccount, disableAccount(deps)),
  route(others.enableAccount, enableAccount(deps)),
  route(others.unlockAccount, unlockAccount),
  route(others.resetPassword, resetPassword(deps)),
  route(others.resetTotp, resetTotp(deps)),
  route(others.endSessionsOf, endSessionsOf(deps)),
  route(others.apiTokens, apiTokens),
  route(others.createApiToken, createApiToken(deps)),
  route(others.revokeApiToken, revokeApiToken(deps)),
];
