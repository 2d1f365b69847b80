/** The mark: a pen that has just drawn the short arm of a check mark and is its long arm. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 16 16" width="32" height="32" aria-hidden="true">
      <path class="mark-tile" d="M8 0C14 0 16 2 16 8S14 16 8 16 0 14 0 8 2 0 8 0Z" />
      <path class="mark-stroke" d="M3.2 8.2C4.4 9 5.4 10.2 6.2 12" />
      <g transform="translate(6.1 13.2) rotate(-54)">
        <path class="mark-nib" d="M-.6 0C1-.4 2.6-1.8 4.8-1.7V1.7C2.6 1.8 1 .4-.6 0Z" />
        <path class="mark-barrel" d="M5.4-1.7H9.6C10.9-1.7 11.4-.9 11.4 0S10.9 1.7 9.6 1.7H5.4Z" />
      </g>
    </svg>
  );
}

/** The mark with the name beside it. */
export function Brand() {
  return (
    <span class="brand">
      <Mark />
      <span>
        Firma <b>Lista</b>
      </span>
    </span>
  );
}
