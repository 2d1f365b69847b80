import { redact } from '../diagnosis/index.ts';
import type { DocumentShape, FieldShape } from './inspect-inputs.ts';

const mostDocuments = 20;

/**
 * Documents and their fields as a text that a person can send to somebody: no value, no label, no
 * query, and no digit outside the name of a host, so that nothing in it can name anybody.
 */
export function formText(documents: readonly DocumentShape[]): string {
  return documents.slice(0, mostDocuments).map(describe).join('\n\n');
}

function describe({ origin, path, targets, fields }: DocumentShape): string {
  return [
    `${hostOf(origin)}${masked(path)}`,
    ...targets.map((target) => `  form → ${placeOf(target)}`),
    ...fields.map(fieldLine),
  ].join('\n');
}

function fieldLine({ tag, type, id, name, disabled }: FieldShape): string {
  return [
    `  ${masked(tag)}${type && `[${masked(type)}]`}`,
    id && ` id=${masked(id)}`,
    name && ` name=${masked(name)}`,
    disabled ? ' disabled' : '',
  ].join('');
}

function placeOf(target: string): string {
  if (!URL.canParse(target)) return '***';
  const { protocol, host, pathname } = new URL(target);
  return protocol === 'https:' ? `${hostOf(`https://${host}`)}${masked(pathname)}` : protocol;
}

/** Only hosts of the portals' own sites are told; others may say something of the person. */
function hostOf(origin: string): string {
  return /^https:\/\/(?:[a-z-]+\.)*(?:imss|sat)\.gob\.mx$/.test(origin) ? origin : '***';
}

/** Word by word, because what goes together hides what is personal; then without any digit. */
function masked(text: string): string {
  return text
    .normalize('NFC')
    .split('/')
    .map(
      (part) =>
        part &&
        redact(part)
          .replaceAll(/\d/g, '#')
          .replaceAll(/[^\p{L}#*._:[\]$-]/gu, '_'),
    )
    .join('/');
}
