import { Picture } from './picture.tsx';

/** A letter that is sent. */
export function Envelope() {
  return (
    <Picture>
      <path class="wash" d="M30 18h84v56H30Z" />
      <path d="M30 18h84v56H30ZM30 20l42 32 42-32M30 72l30-28M114 72 84 44" />
      <path class="mark" d="M122 46h26M138 36l11 10-11 10" />
    </Picture>
  );
}
