import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';

interface SwitchProps {
  isOn: boolean;
  isDisabled: boolean;
  onTurn: () => void;
  children: ComponentChildren;
}

/** Something that is on or off, which its words say too. */
export function Switch({ isOn, isDisabled, onTurn, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      aria-disabled={isDisabled}
      onClick={() => !isDisabled && onTurn()}
    >
      <span class="switch-track" aria-hidden="true" />
      <span>{children}</span>
      <span class="switch-state">{t(isOn ? 'switch_on' : 'switch_off')}</span>
    </button>
  );
}
