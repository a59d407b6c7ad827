import { rating } from '../rating/rating.ts';

export const reply = rating;
