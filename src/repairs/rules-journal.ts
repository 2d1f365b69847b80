/**
 * The journal of the rules that this extension has among the browser's settings for sites. A rule
 * outlives the browser, and the browser can only remove all of ours of a kind at once: so what is to
 * hold is written first, and the browser is made to follow. A worker or a browser that dies on the
 * way is followed by one that ends it.
 */
import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { local, session, type SiteRule, type SiteRules } from '../storage.ts';

type SettingKind = SiteRule['kind'];

const kinds: readonly SettingKind[] = ['popups', 'cookies', 'javascript'];

const permissions = { permissions: ['contentSettings' as const] };

export async function mayChangeSites(): Promise<boolean> {
  return await browser.permissions.contains(permissions);
}

/** Every rule of ours that is to hold. */
export async function listRules(): Promise<readonly SiteRule[]> {
  return (await readJournal()).rules;
}

/**
 * Adds a rule. One that the browser does not follow, because somebody else decides, is taken back.
 * @throws FirmaError `site_settings_missing`; `site_setting_managed`: nothing is changed
 */
export async function addRule(rule: SiteRule): Promise<void> {
  await inTurn(async () => {
    if (!(await mayChangeSites())) throw new FirmaError('site_settings_missing');
    const before = await listRules();
    await follow([...before, rule], [rule.kind]);
    if (await holds(rule)) return;
    await follow(before, [rule.kind]);
    throw new FirmaError('site_setting_managed');
  });
}

/**
 * Takes back the rule of a change and no other; without one, does nothing.
 * @throws FirmaError `site_settings_missing`: the journal stays
 */
export async function takeRuleBack(change: string): Promise<void> {
  await inTurn(async () => {
    const before = await listRules();
    const gone = before.find((rule) => rule.change === change);
    if (!gone) return;
    if (!(await mayChangeSites())) throw new FirmaError('site_settings_missing');
    await follow(
      before.filter((rule) => rule !== gone),
      [gone.kind],
    );
  });
}

/**
 * To be called whenever the worker starts: ends what an earlier one could not, and makes sure that
 * the rules are there still in each run of the browser, which may have lost them.
 */
export async function settleRules(): Promise<void> {
  await inTurn(async () => {
    const [{ rules, pending }, { rulesSettled }] = await Promise.all([
      readJournal(),
      session.get('rulesSettled'),
    ]);
    if ((rules.length === 0 && pending.length === 0) || !(await mayChangeSites())) return;
    const unsure = rulesSettled ? pending : [...pending, ...rules.map(({ kind }) => kind)];
    if (unsure.length > 0) await follow(rules, unsure);
    await session.set({ rulesSettled: true });
  });
}

/** What the browser does at each of its hosts now. */
export async function settingAt(kind: SettingKind, origin: string): Promise<string> {
  const { setting } = await chrome.contentSettings[kind].get({ primaryUrl: `${origin}/` });
  return setting;
}

/** One that is damaged tells of no rule that could be taken back: then the browser is to have none. */
async function readJournal(): Promise<SiteRules> {
  const { siteRules } = await local.get('siteRules').catch(() => ({ siteRules: null }));
  if (siteRules === undefined) return { rules: [], pending: [] };
  return isJournal(siteRules) ? siteRules : { rules: [], pending: [...kinds] };
}

function isJournal(value: unknown): value is SiteRules {
  const { rules, pending } = Object(value) as Partial<SiteRules>;
  return (
    Array.isArray(rules) &&
    Array.isArray(pending) &&
    pending.every((kind) => kinds.includes(kind)) &&
    rules.every(
      ({ kind, origins }) =>
        kinds.includes(kind) &&
        Array.isArray(origins) &&
        origins.every((origin) => URL.canParse(origin)),
    )
  );
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('site-rules', work);
}

async function follow(rules: readonly SiteRule[], pending: readonly SettingKind[]): Promise<void> {
  const { pending: before } = await readJournal();
  const open = [...new Set([...before, ...pending])];
  const journal: SiteRules = { rules: [...rules], pending: open };
  await local.set({ siteRules: journal });
  for (const kind of open) {
    await chrome.contentSettings[kind].clear({ scope: 'regular' });
    const primaries = rules.filter((rule) => rule.kind === kind).flatMap(({ origins }) => origins);
    for (const origin of new Set(primaries)) await allow(kind, `${origin}/*`);
  }
  if (rules.length === 0) await local.remove('siteRules');
  else await local.set({ siteRules: { ...journal, pending: [] } });
}

async function allow(kind: SettingKind, primaryPattern: string): Promise<void> {
  await chrome.contentSettings[kind].set({ primaryPattern, setting: 'allow', scope: 'regular' });
}

async function holds({ kind, origins }: SiteRule): Promise<boolean> {
  const settings = await Promise.all(origins.map((origin) => settingAt(kind, origin)));
  return settings.every((setting) => setting === 'allow');
}
