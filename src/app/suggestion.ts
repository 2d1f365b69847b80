import { t } from '../i18n.ts';
import { pictureIds, type PictureId } from '../ui/pictures.tsx';

/** A picture by chance, so that a page that imitates us can not count on the first one. */
export function suggestPicture(): PictureId {
  return anyOf(pictureIds);
}

/** A word by chance, other than the one that is there. */
export function suggestWord(current = ''): string {
  return anyOf(
    t('word_suggestions')
      .split(' ')
      .filter((word) => word !== current),
  );
}

function anyOf<Item>(items: readonly Item[]): Item {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  const item = items[chance % items.length];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}
