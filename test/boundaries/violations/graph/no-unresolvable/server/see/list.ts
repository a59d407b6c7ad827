import { gone } from './gone.ts';

export const list = gone;
