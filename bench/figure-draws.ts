/** The years of a city for the measures of figures, and how its rows differ: by themselves alone. */
export const firstYear = 2016;
export const lastYear = 2025;

/** A number from 0 to `below` - 1 that hangs on the row and on `salt` alone, as SQL. */
export const draw = (id: string, salt: number, below: number): string =>
  `(abs(hashint8extended(${id}, ${salt}) % ${below}))`;
