import { Picture } from './picture.tsx';

/** The clock, and the day beside it. */
export function Clock() {
  return (
    <Picture>
      <circle class="wash" cx="50" cy="45" r="33" />
      <circle cx="50" cy="45" r="33" />
      <path d="M50 24v21l14 9M50 15v4M50 71v4M20 45h4M76 45h4M102 28h46v38h-46ZM102 40h46" />
      <path class="mark" d="M120 47h10v10h-10Z" />
    </Picture>
  );
}
