import { Picture } from './picture.tsx';

/** A common window, with the address of a portal. */
export function BrowserWindow() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M16 19h24M24 56h50M24 66h36M100 56h36v18h-36Z" />
      <path class="mark" d="M16 29h128v10H16Z" />
      <path d="M22 34h60" />
    </Picture>
  );
}
