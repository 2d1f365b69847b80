import { askedRules } from './asked.ts';
import { credentialRules } from './credential.ts';
import { environmentRules } from './environment.ts';
import { httpRules } from './http.ts';
import { pageRules } from './page.ts';
import type { Rule } from './rule.ts';
import { textRules } from './texts.ts';
import { transportRules } from './transport.ts';

export type { Rule } from './rule.ts';

/**
 * The evidence table, a layer each: what one layer says hangs together, so that it is capped as a
 * whole. Weights are authored, not measured: no public figures exist for these failures.
 */
export const ruleLayers: readonly (readonly Rule[])[] = [
  transportRules,
  httpRules,
  pageRules,
  credentialRules,
  textRules,
  environmentRules,
  askedRules,
];
