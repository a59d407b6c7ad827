/** A Word document read in as the text of a submission. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { attachedFile, block } from './submission-shapes.ts';

/** A Word document as a text: paragraphs, headings, lists, tables and pictures; everything else is left out. */
export const importWord = endpoint({
  id: 'importWord',
  method: 'POST',
  path: '/api/submissions/import-word',
  tag: 'submissions',
  summary: { zh: '从 Word 文档读入', en: 'Read a Word document in' },
  access: {
    kind: 'roles',
    roles: ['proposer', 'congress-office', 'cppcc-office'],
    rows: 'the pictures are the uploader’s until a draft takes them up',
  },
  scope: 'none',
  upload: true,
  command: true,
  perMinute: 20,
  response: z.object({
    title: z.string(),
    facts: z.array(block),
    analysis: z.array(block),
    asks: z.array(z.string()),
    /** What was left out or changed on the way, as sentences in the caller's language. */
    left: z.array(z.object({ code: z.string(), count: z.number().int(), detail: z.string() })),
    pictures: z.array(attachedFile),
  }),
});
