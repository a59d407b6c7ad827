/** Texts about accounts: what the policies ask, what a session lacks, what the audit trail calls things. */
import type { MessageTable } from './message.ts';

export const accountMessages = {
  'account.policy.mlps3': {
    zh: '8–128 个字符，包含大写字母、小写字母、数字、其他符号中的至少 3 种；不含用户名，不用常见词、键盘顺序、日期；90 天更换一次，不能与最近 5 次相同。',
    en: '8 to 128 characters with at least 3 of: upper case, lower case, digits, other characters; not the user name, no common words, keyboard runs or dates; changed every 90 days, none of the last 5.',
  },
  'account.policy.asvs': {
    zh: '12–128 个字符，不限字符种类，可用中文和空格；不用常见词、键盘顺序、日期和本单位名称。无需定期更换。',
    en: '12 to 128 characters of any kind, Chinese and spaces included; no common words, keyboard runs, dates or names of this place. No regular change.',
  },
  'account.limit.secondFactor': { zh: '请输入动态口令', en: 'Enter the code of your authenticator' },
  'account.limit.password': { zh: '请先修改密码', en: 'First choose a new password' },
  'account.limit.enrolment': {
    zh: '管理员须先绑定动态口令',
    en: 'Administrators first set up an authenticator',
  },
  'account.service.post': { zh: '服务账号', en: 'Service account' },

  'account.event.signIn': { zh: '登录', en: 'Signed in' },
  'account.event.signInFailed': { zh: '登录失败', en: 'Failed to sign in' },
  'account.event.secondFactor': { zh: '通过动态口令验证', en: 'Gave the second factor' },
  'account.event.secondFactorFailed': { zh: '动态口令错误', en: 'Gave a wrong code' },
  'account.event.confirmIdentity': { zh: '再次验证身份', en: 'Confirmed identity' },
  'account.event.confirmIdentityFailed': { zh: '再次验证身份失败', en: 'Failed to confirm identity' },
  'account.event.signOut': { zh: '退出登录', en: 'Signed out' },
  'account.event.endSessions': { zh: '结束登录', en: 'Ended sessions' },
  'account.event.changePassword': { zh: '修改密码', en: 'Changed the password' },
  'account.event.changePasswordFailed': { zh: '修改密码时当前密码错误', en: 'Gave a wrong present password' },
  'account.event.enrolTotp': { zh: '开始绑定动态口令', en: 'Began to set up an authenticator' },
  'account.event.confirmTotp': { zh: '绑定动态口令', en: 'Set up an authenticator' },
  'account.event.removeTotp': { zh: '解除动态口令', en: 'Removed the authenticator' },
  'account.event.firstAdministrator': { zh: '建立第一名系统管理员', en: 'Made the first administrator' },
  'account.event.firstAdministratorFailed': {
    zh: '一次性令牌无效',
    en: 'Gave a one-time token that is not valid',
  },
  'account.event.createAccount': { zh: '建立账号', en: 'Made an account' },
  'account.event.disableAccount': { zh: '停用账号', en: 'Disabled an account' },
  'account.event.enableAccount': { zh: '启用账号', en: 'Enabled an account' },
  'account.event.unlockAccount': { zh: '解除登录锁定', en: 'Unlocked an account' },
  'account.event.resetPassword': { zh: '重设密码', en: 'Reset a password' },
  'account.event.resetTotp': { zh: '管理员解除动态口令', en: 'Removed a person’s authenticator' },
  'account.event.createApiToken': { zh: '新建接口令牌', en: 'Made an API token' },
  'account.event.revokeApiToken': { zh: '吊销接口令牌', en: 'Revoked an API token' },
} as const satisfies MessageTable;
