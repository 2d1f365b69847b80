import { Picture } from './picture.tsx';

/** A modem without its plug. */
export function Modem() {
  return (
    <Picture>
      <path class="wash" d="M14 46h76v26H14Z" />
      <path d="M14 46h76v26H14ZM28 46V14M76 46V14M24 59h4M38 59h4M52 59h4M90 60h18" />
      <path class="mark" d="M108 53h12v14h-12ZM120 57h7M120 63h7" />
      <path d="M140 48h12v24h-12ZM145 56v.1M145 64v.1" />
    </Picture>
  );
}
