export const rating = 1;
