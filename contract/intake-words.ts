/** What lists and forms know of the review: the trees of categories, and the panels. */
import { z } from 'zod';
import { id, idParam, named } from './schemas.ts';

export const intakeFilter = {
  /** A branch of the tree of categories: with everything under it. */
  categoryId: idParam.optional(),
  /** Filed from what this panel reviewed; for the offices. */
  panelId: idParam.optional(),
} as const;

export const intakeWords = {
  /** The trees of categories that organs file by, those in use; parents before their children. */
  categories: z.array(named.extend({ organId: id, nameEn: z.string(), depth: z.number().int() })),
  /** Panels that review; for the offices, empty for everybody else. */
  panels: z.array(named.extend({ organId: id })),
} as const;
