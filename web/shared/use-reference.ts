import { reference } from '#contract/see.ts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './ask.ts';

/** Organs, sessions, units and the ruleset's words: asked once, kept for ten minutes. */
export const useReference = () => useQuery({ ...ask(reference), staleTime: 600_000 });

/** The city's day, as its server knows it; unknown until it has said so. */
export const useToday = (): string | undefined => useReference().data?.jurisdiction.today;
