import { Picture } from './picture.tsx';

/** A window of settings, and the switch to press; or the one that is to stay off. */
export function SettingsSwitch({ isOff = false }: { isOff?: boolean }) {
  return (
    <Picture>
      <path d="M8 8h144v74H8ZM8 22h144" />
      <path d="M48 22v60M16 34h22M16 46h22M16 58h22M60 38h40M60 52h52M60 66h34" />
      <rect class="mark" x="120" y="30" width="26" height="15" rx="7.5" />
      <circle class="dot" cx={isOff ? 128 : 138} cy="37.5" r="4" />
    </Picture>
  );
}
