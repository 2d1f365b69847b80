import { format } from 'prettier';
import type { Table } from './tables.ts';

/** The document with the table in its place, as prettier writes it. */
export async function inDocument(text: string, { name, head, rows, path }: Table): Promise<string> {
  const place = new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=\\n<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`${path} has no <!-- ${name} --> section`);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const table = await format(lines.join('\n'), { parser: 'markdown' });
  return text.replace(place, () => `\n${table}`);
}
