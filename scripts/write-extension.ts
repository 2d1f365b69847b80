import { mkdir, writeFile } from 'node:fs/promises';

/**
 * Writes an extension of other people into a folder, to be loaded beside ours.
 * @param files by name, besides the manifest
 * @returns the folder
 */
export async function writeExtension(
  folder: string,
  manifest: { name: string } & Record<string, unknown>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const whole = { manifest_version: 3, version: '1.0', ...manifest };
  const all = { ...files, 'manifest.json': JSON.stringify(whole) };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(all)) await writeFile(`${folder}/${name}`, text);
  return folder;
}
