import { Picture } from './picture.tsx';

/** The icon of the Wi-Fi, and the list of networks that it opens. */
export function WifiMenu() {
  return (
    <Picture>
      <path d="M70 6h82v60H70ZM80 18h44M80 30h56M80 54h36" />
      <path class="mark" d="M76 36h70v12H76Z" />
      <path d="M82 42h40M8 72h144" />
      <path class="mark" d="M118 79a13 13 0 0 1 18 0M122 83a7 7 0 0 1 10 0" />
      <circle class="dot" cx="127" cy="86.5" r="1.5" />
    </Picture>
  );
}
