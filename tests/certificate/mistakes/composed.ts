import type { Mistake, Part } from './mistake.ts';

/** What tells nothing of which half it was meant to be. */
const silent = [
  'empty_file',
  'html',
  'zip',
  'zip_encrypted',
  'zip_truncated',
  'not_recognised',
  'rar_or_7z',
  'cloud_placeholder',
  'blank',
  'mangled_text',
  'other_file',
];

/** With these nothing is left, or nothing is lacking, where another mistake would be. */
const alone = ['cer-sin', 'key-sin', 'key-otro-cer'];

/** In the order in which they are made: the password is that of the key. */
const composable: readonly Part[] = ['certificate', 'key', 'password', 'surroundings'];

/** Two or three different mistakes at once, picked at random among those that can be made at once. */
export function composed(mistakes: readonly Mistake[], random: () => number): Mistake[] {
  const count = random() < 0.5 ? 2 : 3;
  for (;;) {
    const parts = shuffled(composable, random).slice(0, count);
    const made = composable.flatMap((part) => {
      if (!parts.includes(part)) return [];
      const choice = mistakes.filter((mistake) => mistake.part === part);
      return choice[Math.floor(random() * choice.length)] ?? [];
    });
    if (canBeMadeAtOnce(made)) return made;
  }
}

/**
 * Not when the only file that is left, or neither of two, tells which half it was meant to be; nor
 * when one mistake takes away what another needs.
 */
function canBeMadeAtOnce(made: readonly Mistake[]): boolean {
  const ids = new Set(made.map(({ id }) => id));
  const halves = made.filter(({ part }) => part === 'certificate' || part === 'key');
  if (halves.length === 2) {
    if (halves.some(({ id }) => alone.includes(id))) return false;
    if (halves.every(({ label: { detail } }) => silent.includes(detail ?? ''))) return false;
  }
  // That password begins with no letter.
  if (ids.has('key-codificacion-windows') && made.some(({ id }) => id.startsWith('pwd-inicial'))) {
    return false;
  }
  const otherKind = ['cer-del-imss', 'cer-otro-certificado', 'cer-de-sello'];
  return !(ids.has('renovada') && otherKind.some((id) => ids.has(id)));
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
