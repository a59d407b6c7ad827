import { reference } from '#contract/see.ts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './ask.ts';

/** Organs, sessions, units and the ruleset's words: asked once, kept for ten minutes. */
export const useReference = () => useQuery({ ...ask(reference), staleTime: 600_000 });
