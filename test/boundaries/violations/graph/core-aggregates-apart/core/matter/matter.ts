import { draft } from '../reply/draft.ts';

export const matter = draft;
