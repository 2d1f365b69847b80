import { Picture } from './picture.tsx';

/** A window of settings that looks for updates. */
export function SettingsUpdate() {
  return (
    <Picture>
      <path d="M8 8h144v74H8ZM8 22h144" />
      <path d="M48 22v60M16 34h22M16 46h22M16 58h22M60 38h78M60 50h50" />
      <path class="mark" d="M84 60h54v15H84Z" />
      <path d="M92 67.5h38" />
    </Picture>
  );
}
