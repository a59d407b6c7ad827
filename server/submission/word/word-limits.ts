/** What a proposal's document may hold; the longest that offices have seen are a tenth of it. */
export const wordLimits = {
  paragraphs: 5_000,
  characters: 200_000,
  pictures: 30,
  pictureBytes: 10 * 1024 * 1024,
  picturesBytes: 18 * 1024 * 1024,
  rows: 500,
  columns: 30,
  milliseconds: 15_000,
  heapMegabytes: 256,
} as const;
