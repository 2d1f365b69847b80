import { Picture } from './picture.tsx';

/** What stands to the right of an address. */
export function AddressRight() {
  return (
    <Picture>
      <path d="M8 26V12h52v14M8 26h144v56H8ZM8 42h144" />
      <path d="M16 34h92M84 48h62v28H84ZM92 57h40M92 67h28" />
      <circle class="mark" cx="126" cy="34" r="7" />
      <path d="M123 37l3-7 3 7M124 35h4M141 31v.1M141 34v.1M141 37v.1" />
    </Picture>
  );
}
