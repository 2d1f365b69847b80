/** What no file system of Windows, macOS or Linux takes, and what nobody can see. */
const forbidden = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** Names of devices of Windows, whatever their extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Characters: in UTF-8, with the extension, they stay within the 255 octets of Linux. */
const longest = 60;

/**
 * A file name under which a copy can be kept anywhere: the name as it was, Ñ and & too, without
 * what a file system would not take. In: the name, and its extension without the dot. `fallback`
 * is the name, without extension, for when there is none left.
 */
export function fileName(name: string, extension: string, fallback: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const dot = last.toLowerCase().lastIndexOf(`.${extension}`);
  const hasExtension = dot >= 0 && dot === last.length - extension.length - 1;
  const stem = clean(hasExtension ? last.slice(0, dot) : '') || clean(fallback) || 'efirma';
  return `${stem}.${extension}`;
}

function clean(stem: string): string {
  const shown = stem
    .replaceAll(forbidden, '')
    .normalize('NFC')
    .replace(/^[\s.]+/, '');
  const short = [...shown]
    .slice(0, longest)
    .join('')
    .replace(/[\s.]+$/, '');
  return devices.test(short) ? `_${short}` : short;
}
