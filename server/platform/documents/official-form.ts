/**
 * The paper of GB/T 9704-2012 (5.2, 5.3; the letter form 10.1), in millimetres and points. The Typst templates
 * (templates/gb9704.typ) hold the same figures for PDF; the tests measure both formats against these.
 */
export const officialForm = {
  page: { width: 210, height: 297 },
  margin: { top: 37, left: 28, right: 26, bottom: 35 },
  /** 3号 body on a grid of 22 lines of 28 characters that fills the type area. */
  grid: { lines: 22, characters: 28, width: 156, height: 225 },
  size: { mark: 42, title: 22, body: 16, small: 14, note: 10.5 },
  letter: {
    /** Top edge of the mark from the paper's top edge. */
    markTop: 30,
    /** From the mark's bottom edge to the first double line, which is thick over thin. */
    lineGap: 4,
    /** From the second double line, thin over thick, to the paper's bottom edge. */
    lineBottom: 20,
    lineWidth: 170,
    /** Points: the thick line, the gap and the thin line of a double line. */
    stroke: { thick: 2.25, gap: 1.5, thin: 0.75 },
  },
  /** From the type area's bottom edge to the dash of the page number. */
  pageNumberGap: 7,
  red: 'E60012',
} as const;

/** Points in a millimetre. */
export const pointsPerMm = 72 / 25.4;
