import type { TextClass } from '../diagnosis/index.ts';

const notJudged: ReadonlySet<TextClass | undefined> = new Set([
  undefined,
  'blank',
  'maintenance',
  'session_invalid',
  'captcha',
  'file_absent',
  'frame_missing',
  'unreachable',
  'service_unavailable',
  'widget_unavailable',
  'revocation_unavailable',
] as const);

/** Whether a portal that says this has turned nobody down; so does what nobody knows. */
export function judgesNobody(text: TextClass | undefined): boolean {
  return notJudged.has(text);
}
