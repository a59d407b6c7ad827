import { rule } from '../../core/rule.ts';

export const matter = rule;
