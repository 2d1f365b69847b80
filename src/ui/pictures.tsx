import type { VNode } from 'preact';
import { t } from '../i18n.ts';

interface Picture {
  name: string;
  drawing: VNode;
}

/** The pictures a person can choose from, drawn in two inks: lines, and `wash` for the filling. */
export const pictures = {
  cactus: (
    <>
      <path class="wash" d="M19 42V14a5 5 0 0 1 10 0v28Z" />
      <path d="M19 42V14a5 5 0 0 1 10 0v28M19 30h-3a5 5 0 0 1-5-5v-4M29 26h3a5 5 0 0 0 5-5v-5M10 42h28" />
    </>
  ),
  luna: (
    <>
      <path class="wash" d="M29 8a17 17 0 1 0 11 24A14 14 0 0 1 29 8Z" />
      <path d="M29 8a17 17 0 1 0 11 24A14 14 0 0 1 29 8ZM38 10v6M35 13h6" />
    </>
  ),
  barco: (
    <>
      <path class="wash" d="M26 7v22h14C39 20 34 12 26 7Z" />
      <path d="M26 5v24M26 7c8 5 13 13 14 22H26M22 14c-5 4-8 9-9 15h9ZM7 33h34l-5 8H12Z" />
    </>
  ),
  taza: (
    <>
      <path class="wash" d="M9 20h24v12a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8Z" />
      <path d="M9 20h24v12a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8ZM33 23h3a5 5 0 0 1 0 10h-3M16 14c-2-3 2-4 0-7M25 14c-2-3 2-4 0-7" />
    </>
  ),
  guitarra: (
    <>
      <path class="wash" d="M24 22c5 3 2 6 4 9 5 7-3 13-10 10S9 31 14 27c4-2 4-9 10-5Z" />
      <path d="M24 22c5 3 2 6 4 9 5 7-3 13-10 10S9 31 14 27c4-2 4-9 10-5ZM22 26 37 9M34 6l6 6M17 31l4 4" />
      <circle cx="20.5" cy="31" r="2.5" />
    </>
  ),
  pez: (
    <>
      <path class="wash" d="M5 24c7-10 19-12 28 0-9 12-21 10-28 0Z" />
      <path d="M5 24c7-10 19-12 28 0-9 12-21 10-28 0ZM33 24l10-8v16ZM20 18c3 4 3 8 0 12M12 22.5v.1" />
    </>
  ),
  montana: (
    <>
      <path class="wash" d="m20 10 7 11-4 3-3-3-3 3-4-3Z" />
      <path d="M4 40 20 10l20 30ZM13 23l4 3 3-3 3 3 5-3M31 26l5-6 9 20h-5" />
    </>
  ),
  flor: (
    <>
      <circle class="wash" cx="24" cy="17" r="5" />
      <path d="M24 12c-3-9 9-8 5 1M29 15c9-3 8 9-1 6M27 21c3 9-9 8-6 0M19 19c-9 3-8-9 1-6M24 25v18M24 37c-7 1-9-3-9-6 5 0 8 2 9 6ZM24 34c5 1 8-2 8-5-4 0-7 1-8 5Z" />
      <circle cx="24" cy="17" r="5" />
    </>
  ),
  cometa: (
    <>
      <path class="wash" d="M29 5 41 17 25 29 17 21Z" />
      <path d="M29 5 41 17 25 29 17 21ZM29 5l-4 24M17 21l24-4M25 29c-6 1-3 7-8 7s-3 7-9 6M16 33l3 5M9 39l3 5" />
    </>
  ),
  gato: (
    <>
      <path class="wash" d="M10 8l8 6h12l8-6v18a14 14 0 0 1-28 0Z" />
      <path d="M10 8l8 6h12l8-6v18a14 14 0 0 1-28 0ZM18 24v1M30 24v1M22 30h4l-2 2ZM24 32v3M5 28l8 1M5 34l8-1M43 28l-8 1M43 34l-8-1" />
    </>
  ),
  pan: (
    <>
      <path class="wash" d="M6 30c0-12 8-18 18-18s18 6 18 18c0 5-3 7-7 7H13c-4 0-7-2-7-7Z" />
      <path d="M6 30c0-12 8-18 18-18s18 6 18 18c0 5-3 7-7 7H13c-4 0-7-2-7-7ZM16 16c2 6 0 14-3 21M24 12v25M32 16c-2 6 0 14 3 21" />
    </>
  ),
  sombrero: (
    <>
      <path class="wash" d="M15 30c1-9 3-20 9-20s8 11 9 20Z" />
      <path d="M15 30c1-9 3-20 9-20s8 11 9 20M15 27c6 2 12 2 18 0M4 27c0 7 9 11 20 11s20-4 20-11c-3 3-7 3-11 3-6 1-12 1-18 0-4 0-8 0-11-3Z" />
    </>
  ),
} satisfies Record<string, VNode>;

export type PictureId = keyof typeof pictures;

export const pictureIds = Object.keys(pictures) as PictureId[];

/** The picture kept in the settings; undefined for a name that this version does not draw. */
export function pictureOf(id: string): Picture | undefined {
  const known = pictureIds.find((each) => each === id);
  return known && { name: pictureName(known), drawing: pictures[known] };
}

export function pictureName(id: PictureId): string {
  return t(`picture_${id}`);
}

/** A picture alone; its name belongs to whatever stands beside it. */
export function PictureDrawing({ drawing }: { drawing: VNode }) {
  return (
    <svg class="picture" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      {drawing}
    </svg>
  );
}
