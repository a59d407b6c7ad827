import { readFileSync } from 'node:fs';

export const now = (): string => readFileSync('/dev/null', 'utf8');
