import { letterPdf } from '../platform/documents/documents.ts';

export const issue = letterPdf;
