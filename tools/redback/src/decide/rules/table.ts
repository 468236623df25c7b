import { ALLOW_RULES } from './allow-rules.ts';
import { PRESENCE_RULES } from './presence-rules.ts';
import { REVIEW_RULES } from './review-rules.ts';
import type { Rule } from './rule.ts';
import { SAFETY_RULES } from './safety-rules.ts';

const NO_RULE: Rule = { name: 'no-rule', verdict: 'refuse', reason: 'no rule speaks for it', standing: 'open', applies: () => true };

/** Every rule in the order in which they are asked; the last one refuses. A person's decision comes before all of them. */
export const RULES: readonly Rule[] = [...PRESENCE_RULES, ...SAFETY_RULES, ...REVIEW_RULES, ...ALLOW_RULES, NO_RULE];

/** The name that stands for a person's decision in a manifest. */
export const DECISION = 'decision';
