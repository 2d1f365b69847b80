/** The menu of extensions, drawn: the puzzle piece, our row, and what to press in it. */
export function PinPicture({ isEdge }: { isEdge: boolean }) {
  return (
    <svg class="pin-picture" viewBox="0 0 220 140" width="220" height="140" aria-hidden="true">
      <rect class="pin-bar" x="1" y="1" width="218" height="34" rx="10" />
      <rect class="pin-address" x="12" y="10" width="136" height="16" rx="8" />
      <circle class="pin-ring" cx="186" cy="18" r="13" />
      <path class="pin-line" d="M180 15h3a2.5 2.5 0 1 1 5 0h4v4a2.5 2.5 0 1 1 0 4v2h-12Z" />
      <rect class="pin-menu" x="52" y="46" width="158" height="90" rx="10" />
      <rect class="pin-text" x="66" y="58" width="70" height="6" rx="3" />
      <rect class="pin-row" x="58" y="74" width="146" height="30" rx="8" />
      <g transform="translate(66 81)">
        <path class="mark-tile" d="M8 0C14 0 16 2 16 8S14 16 8 16 0 14 0 8 2 0 8 0Z" />
        <path class="mark-stroke" d="M3.2 8.2C4.4 9 5.4 10.2 6.2 12L11.5 4.5" />
      </g>
      <rect class="pin-text" x="90" y="86" width="62" height="6" rx="3" />
      <circle class="pin-ring" cx="186" cy="89" r="13" />
      {isEdge ? (
        <g class="pin-line">
          <path d="M178 89c4-6 12-6 16 0-4 6-12 6-16 0Z" />
          <circle cx="186" cy="89" r="2" />
        </g>
      ) : (
        <path class="pin-line" d="M183 82h6l-1 6 3 3h-10l3-3ZM186 91v6" />
      )}
      <rect class="pin-text" x="66" y="114" width="96" height="6" rx="3" />
    </svg>
  );
}
