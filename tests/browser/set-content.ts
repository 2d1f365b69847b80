/** What a person set in the browser for some sites, before it was opened. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Preferences {
  extensions?: object;
  profile?: { content_settings?: { exceptions?: Record<string, object> } };
}

/** 1 lets it through, 2 blocks it: at these hosts each, in the profile of a browser that is closed. */
export async function setContent(
  profile: string,
  setting: 1 | 2,
  hosts: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  const before = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Preferences;
  const exceptions = { ...before.profile?.content_settings?.exceptions };
  for (const [name, all] of Object.entries(hosts)) {
    const set = all.map((host) => [`https://${host}:443,*`, { setting }] as const);
    exceptions[name] = { ...exceptions[name], ...Object.fromEntries(set) };
  }
  const after = {
    extensions: { ui: { developer_mode: true } },
    ...before,
    profile: {
      ...before.profile,
      content_settings: { ...before.profile?.content_settings, exceptions },
    },
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(after));
}
