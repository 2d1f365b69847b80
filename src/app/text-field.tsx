import { useId } from 'preact/hooks';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string | undefined;
  type?: 'text' | 'search' | 'email' | 'datetime-local';
  /** One value a line. */
  lines?: boolean;
}

/** A text with its label, and what to know about it. */
export function TextField({ label, value, onInput, hint, type = 'text', lines }: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    autocomplete: 'off',
    spellcheck: false,
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
  } as const;
  // Preact has attributes of its own for each type: those used here are of all of them.
  const kind = { type } as { type: 'text' };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea
          {...shared}
          rows={2}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...kind}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
      {hint !== undefined && (
        <span id={`${id}-hint`} class="hint">
          {hint}
        </span>
      )}
    </div>
  );
}
