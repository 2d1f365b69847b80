import { causes, type CauseId } from './causes/index.ts';
import type { Evidence } from './evidence.ts';
import { ruleLayers, type Rule } from './rules/index.ts';

/** Evidence within a layer is correlated: at most this much of it counts for or against a cause. */
const layerCap = { most: 60, least: -30 };

/** A rule that spoke of a cause, and how loudly: decibans, before the cap. */
export interface Reason {
  rule: Rule;
  weight: number;
}

export interface RankedCause {
  id: CauseId;
  /** Decibans: the prior and all that was seen. */
  score: number;
  /** 0 to 1, among all causes that were ranked. */
  posterior: number;
  /** In the order of the evidence table. */
  reasons: Reason[];
}

/**
 * Every cause but those in `except`, the likeliest first: the prior plus the weights of the rules
 * that speak, capped by layer; equals keep the order of the list.
 */
export function rank(evidence: Evidence, except: readonly CauseId[] = []): RankedCause[] {
  const ranked = new Map<CauseId, RankedCause>();
  for (const { id, prior } of causes) {
    if (!except.includes(id)) ranked.set(id, { id, score: prior, posterior: 0, reasons: [] });
  }
  for (const layer of ruleLayers) addLayer(ranked, layer, evidence);
  return withPosteriors([...ranked.values()].toSorted((one, other) => other.score - one.score));
}

function addLayer(
  ranked: ReadonlyMap<CauseId, RankedCause>,
  layer: readonly Rule[],
  evidence: Evidence,
): void {
  const sums = new Map<RankedCause, number>();
  for (const rule of layer.filter(({ when }) => when(evidence))) {
    for (const [id, weight] of Object.entries(rule.weights) as [CauseId, number][]) {
      const cause = ranked.get(id);
      if (!cause) continue;
      cause.reasons.push({ rule, weight });
      sums.set(cause, (sums.get(cause) ?? 0) + weight);
    }
  }
  for (const [cause, sum] of sums) {
    cause.score += Math.min(layerCap.most, Math.max(layerCap.least, sum));
  }
}

/** Softmax of 10^(score / 10). The best is taken as the unit, so that nothing overflows. */
function withPosteriors(sorted: RankedCause[]): RankedCause[] {
  const best = sorted[0]?.score ?? 0;
  const odds = sorted.map(({ score }) => 10 ** ((score - best) / 10));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return sorted.map((cause, index) => ({ ...cause, posterior: (odds[index] ?? 0) / total }));
}
