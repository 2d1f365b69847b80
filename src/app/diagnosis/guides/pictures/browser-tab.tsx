import { Picture } from './picture.tsx';

/** The cross of a tab. */
export function BrowserTab() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M16 19h24M16 34h128M24 54h60M24 66h44" />
      <circle class="mark" cx="51" cy="19" r="6" />
      <path d="m48.5 16.5 5 5M53.5 16.5l-5 5" />
    </Picture>
  );
}
