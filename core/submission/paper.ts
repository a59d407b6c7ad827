import { type Refusal, refuse } from '../refusal.ts';

/**
 * Signatures that the office enters from paper need the scan of it, or the reason why there is none, so that whoever is
 * named can see on what he was entered (product). Null: it has one.
 */
export const checkPaper = (paper: {
  /** How many signed on it beside the author. */
  readonly onPaper: number;
  readonly fileIds: readonly number[];
  readonly noScanReason: string;
}): Refusal | null =>
  paper.onPaper === 0 || paper.fileIds.length > 0 || paper.noScanReason.trim() !== ''
    ? null
    : refuse('scan-missing', {}, 'fileIds');
