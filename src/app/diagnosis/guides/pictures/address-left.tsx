import { Picture } from './picture.tsx';

/** What stands to the left of an address. */
export function AddressLeft() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M40 34h100M16 48h64v28H16ZM24 57h24M24 67h32" />
      <circle class="mark" cx="24" cy="34" r="7" />
      <path d="M21 32h6M21 36h6" />
    </Picture>
  );
}
