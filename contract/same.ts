/** Whether two values say the same: forms and drafts ask it of what they hold, the rules of what they are given. */
export { same } from '#core/same.ts';
