import { Picture } from './picture.tsx';

/** A box to tick, and the arrow that asks for another test. */
export function Captcha() {
  return (
    <Picture>
      <path class="wash" d="M16 20h128v50H16Z" />
      <path d="M16 20h128v50H16ZM56 40h42M56 51h28" />
      <path class="mark" d="M28 35h18v18H28Z" />
      <path d="m32 44 4 5 8-10M133 45a9 9 0 1 1-3-7M131 32v7h-7" />
    </Picture>
  );
}
