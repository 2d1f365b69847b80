import { Picture } from './picture.tsx';

/** The picture of a profile, and the menu that it opens. */
export function Profile() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M16 34h100M88 46h58v32H88ZM106 57h30" />
      <circle class="mark" cx="136" cy="34" r="7" />
      <path d="M132.5 37.5a4 4 0 0 1 7 0M136 32v.1M106 69h26" />
      <path class="mark" d="M97 65v8M93 69h8" />
    </Picture>
  );
}
