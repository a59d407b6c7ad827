import type { TextLimits } from '../intake-rules.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { countCharacters, plainText } from './rich-text.ts';
import type { SubmissionText } from './submission.ts';

/**
 * What a text still lacks before it may be handed in: a title, facts, asks that say something (一事一议,
 * 有情况有分析有具体建议: 上海市代表建议规定 2015), within the ruleset's lengths. Empty: nothing.
 */
export const lackingIn = (text: SubmissionText, limits: TextLimits): readonly Refusal[] => {
  const title = countCharacters(text.title);
  const facts = countCharacters(plainText(text.facts));
  const body = facts + countCharacters(plainText(text.analysis));
  const asks = text.asks.filter((ask) => ask.trim() !== '');
  const whole = body + countCharacters(asks.join(''));
  return [
    title === 0 ? refuse('field-empty', { field: 'title' }, 'title') : null,
    title > limits.titleMost
      ? refuse('field-too-long', { field: 'title', max: limits.titleMost }, 'title')
      : null,
    facts === 0 ? refuse('field-empty', { field: 'facts' }, 'facts') : null,
    facts > 0 && body < limits.bodyLeast
      ? refuse('text-too-short', { least: limits.bodyLeast, has: body }, 'facts')
      : null,
    asks.length < limits.asksLeast ? refuse('asks-missing', { least: limits.asksLeast }, 'asks') : null,
    asks.length > limits.asksMost ? refuse('asks-too-many', { most: limits.asksMost }, 'asks') : null,
    limits.bodyMost !== null && whole > limits.bodyMost
      ? refuse('field-too-long', { field: 'body', max: limits.bodyMost }, 'facts')
      : null,
  ].filter((one) => one !== null);
};

/** The first of what it lacks; null: nothing. */
export const checkComplete = (text: SubmissionText, limits: TextLimits): Refusal | null =>
  lackingIn(text, limits)[0] ?? null;
