/** The words of a submission and their number: a page counts and shows them as the server does. */
export { countCharacters, plainText } from '#core/submission/rich-text.ts';
