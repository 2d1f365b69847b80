import { Picture } from './picture.tsx';

/** A shield that stays, and a list that grows by one. */
export function Shield() {
  return (
    <Picture>
      <path
        class="wash"
        d="M42 8c10 7 18 9 28 9 0 32-8 50-28 64-20-14-28-32-28-64 10 0 18-2 28-9Z"
      />
      <path d="M42 8c10 7 18 9 28 9 0 32-8 50-28 64-20-14-28-32-28-64 10 0 18-2 28-9ZM30 44l9 10 16-20M88 20h62v52H88ZM98 32h42M98 44h42" />
      <path class="mark" d="M104 54v10M99 59h10M116 59h24" />
    </Picture>
  );
}
