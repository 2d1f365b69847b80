import { t } from '../../i18n.ts';
import type { PreviewItem } from '../../messages.ts';
import { formatAmount } from '../../ui/format.ts';

export const pauseMinutes = [1, 10, 30] as const;

export interface PauseChoice {
  extensions: string[];
  minutes: (typeof pauseMinutes)[number];
}

/** From here on an extension is suspicious enough to be named; 0 to 100. */
const possibleScore = 30;
const suspiciousScore = 60;

/** How suspicious an extension is, in the two words that a person is told; none below. */
export function suspicionOf(score: number | undefined): 'high' | 'possible' | 'none' {
  if (score === undefined || score < possibleScore) return 'none';
  return score >= suspiciousScore ? 'high' : 'possible';
}

/** The most suspicious first; those that nobody may touch last. */
export function bySuspicion(items: readonly PreviewItem[]): PreviewItem[] {
  return items.toSorted(
    (one, other) =>
      Number(one.isForced ?? false) - Number(other.isForced ?? false) ||
      (other.score ?? 0) - (one.score ?? 0),
  );
}

/** So few points tell nobody apart: what was seen in the page can have been either. */
const nearly = 10;

/** Ticked at first: the most suspicious, and whatever is nearly as suspicious. */
export function firstChoice(items: readonly PreviewItem[]): PauseChoice {
  const free = items.filter(({ isForced, score }) => !isForced && suspicionOf(score) !== 'none');
  const most = Math.max(...free.map(({ score = 0 }) => score));
  return {
    extensions: free.flatMap(({ id, score = 0 }) =>
      id !== undefined && score >= most - nearly ? [id] : [],
    ),
    minutes: 10,
  };
}

/** «Pausar 2 extensiones 10 minutos»: what the button that says yes will do. */
export function pauseLabel({ extensions, minutes }: PauseChoice): string {
  const time = formatAmount(minutes, 'minute');
  return extensions.length === 1
    ? t('pause_confirm_one', time)
    : t('pause_confirm_other', String(extensions.length), time);
}
