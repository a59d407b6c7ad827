import type { PublicConsent } from '../words.ts';

/** For whom a booklet is printed: the offices themselves, or anybody. */
export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];

/**
 * How much of a matter a booklet prints. What is for everybody follows the word of who proposed it 是否同意公开: in
 * full, the title alone, or nothing; who was not asked has not agreed (shipped default, domain practice). What
 * stays inside the offices is whole.
 */
export const printedOf = (consent: PublicConsent, audience: Audience): 'whole' | 'title' | 'nothing' => {
  if (audience === 'internal') return 'whole';
  switch (consent) {
    case 'full':
      return 'whole';
    case 'titleOnly':
      return 'title';
    case 'no':
    case 'unasked':
      return 'nothing';
    default:
      return consent satisfies never;
  }
};
