/**
 * What a catalogue may weigh. A city's year is some hundred matters; ten thousand matters with their whole texts
 * are some 45 MB as CSV, and they still pass.
 */
export const workbookLimits = {
  fileBytes: 64 * 1024 * 1024,
  /** Old binary files are held in memory whole, several times over. */
  xlsBytes: 24 * 1024 * 1024,
  zipEntries: 4_000,
  /** Unpacked size of one part, and of all parts together, as declared and as met. */
  partBytes: 160 * 1024 * 1024,
  unpackedBytes: 320 * 1024 * 1024,
  /** Above `ratioFrom` bytes a part may unpack to this many times its packed size; real sheets reach some fifty. */
  ratio: 200,
  ratioFrom: 16 * 1024 * 1024,
  sheets: 100,
  rows: 100_000,
  columns: 500,
  /** Cells with text, over all sheets. */
  cells: 2_500_000,
  /** Cells of all kinds: formatted but empty ones come by the million. */
  emptyCells: 5_000_000,
  /** Characters, over all sheets, counted once for every cell that shows them. */
  characters: 48_000_000,
  merges: 200_000,
  /** One field of delimited text. */
  field: 1_000_000,
  /** One tag or one run of text. */
  xmlToken: 4 * 1024 * 1024,
  milliseconds: 20_000,
  heapMegabytes: 512,
} as const;
