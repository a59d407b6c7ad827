/** What a submission has when nothing was written yet: the form on the phone begins with what the server begins with. */
export { blankForm, blankText } from '#core/submission/blank.ts';
