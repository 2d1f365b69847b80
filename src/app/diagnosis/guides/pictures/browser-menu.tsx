import { Picture } from './picture.tsx';

/** The menu of the browser, behind three dots. */
export function BrowserMenu() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M16 34h108M92 46h54v32H92M92 46v32M100 56h36M100 67h28" />
      <circle class="mark" cx="140" cy="34" r="7" />
      <path d="M140 30.5v.1M140 34v.1M140 37.5v.1" />
    </Picture>
  );
}
