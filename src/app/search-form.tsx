import { useRef } from 'preact/hooks';
import { TextField } from './text-field.tsx';

interface SearchFormProps {
  label: string;
  typed: string;
  onType: (typed: string) => void;
  /** How many were found, or that none was. */
  result: string;
  /** Leads back to all of them, where none was found. */
  showAll: string | undefined;
}

/** A field to search a list with, and what came of it. */
export function SearchForm({ label, typed, onType, result, showAll }: SearchFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // The button goes away under the finger.
  const clear = () => {
    onType('');
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      class="procedure-search"
      role="search"
      ref={form}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField label={label} type="search" value={typed} onInput={onType} />
      <p class="hint" role="status">
        {result}
      </p>
      {showAll && (
        <button type="button" onClick={clear}>
          {showAll}
        </button>
      )}
    </form>
  );
}
