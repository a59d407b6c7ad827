/** One person's look at one matter: what every part of the page is composed from. */
import type { matterPage } from '#contract/matter-page.ts';
import type { Standing } from '#core/access.ts';
import type { LoadedCase } from '../case/load-case.store.ts';
import type { Scene } from '#core/case/context.ts';
import type { z } from 'zod';
import type { Surroundings } from './surroundings.ts';

export type MatterPage = z.input<typeof matterPage>;

export type Look = {
  readonly file: LoadedCase;
  readonly around: Surroundings;
  readonly scene: Scene;
  readonly onMatter: ReadonlySet<Standing>;
  /** Only a proposer, or another unit: sees what has left the house, not how it is made. */
  readonly outside: boolean;
};

export const unitName = (look: Look, id: number): string =>
  look.around.units.find((unit) => unit.id === id)?.name ?? String(id);

export const personName = (look: Look, id: number): string =>
  look.around.people.find((person) => person.id === id)?.name ?? String(id);
