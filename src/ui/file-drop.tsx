import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { useFocusOnChange } from './use-focus.ts';

interface FileDropProps {
  /** How many were brought so far. */
  count: number;
  onFiles: (files: Iterable<File>) => void;
}

/** Takes files that are dropped or chosen. The button is ours: the browser's speaks its language. */
export function FileDrop({ count, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  // Who takes a file off the list is left without the button that did it.
  const choose = useFocusOnChange<HTMLButtonElement>(count);
  const [over, setOver] = useState(false);
  return (
    <div
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onFiles([...event.dataTransfer.files]);
      }}
    >
      <p class="drop-title">{t('import_drop')}</p>
      <p class="hint">{t('import_drop_hint')}</p>
      <button type="button" ref={choose} onClick={() => input.current?.click()}>
        {t('import_choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('import_choose')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
