import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import { PictureDrawing, pictureIds, pictureName, pictures } from '../ui/pictures.tsx';
import { suggestWord } from './suggestion.ts';

interface SafetyChoiceProps {
  picture: string;
  word: string;
  onPicture: (picture: string) => void;
  onWord: (word: string) => void;
}

/** Long enough for a word, short enough for every window. */
const longestWord = 24;

/** Choosing the picture and word by which our windows are known. */
export function SafetyChoice({ picture, word, onPicture, onWord }: SafetyChoiceProps) {
  const id = useId();
  return (
    <div class="safety-choice">
      <fieldset>
        <legend>{t('picture_legend')}</legend>
        <div class="picture-grid">
          {pictureIds.map((each) => (
            <label key={each} class="picture-option">
              <input
                type="radio"
                name={`${id}-picture`}
                value={each}
                checked={each === picture}
                onChange={() => onPicture(each)}
              />
              <PictureDrawing drawing={pictures[each]} />
              <span>{pictureName(each)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for={`${id}-word`}>{t('word_label')}</label>
        <div class="with-button">
          <input
            id={`${id}-word`}
            value={word}
            maxLength={longestWord}
            autocomplete="off"
            aria-describedby={`${id}-hint`}
            onInput={(event) => onWord(event.currentTarget.value)}
          />
          <button type="button" onClick={() => onWord(suggestWord(word))}>
            {t('word_suggest')}
          </button>
        </div>
        <p class="hint" id={`${id}-hint`}>
          {t('word_hint')}
        </p>
      </div>
    </div>
  );
}
