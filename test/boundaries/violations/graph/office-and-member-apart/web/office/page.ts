import { part } from '../member/part.ts';

export const page = part;
