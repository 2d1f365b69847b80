import { identifyBrowser } from '../diagnosis/index.ts';
import { systemName } from './lines.ts';
import { countIn, fieldsOf, itemsOf, withoutGaps } from './read-values.ts';
import type { ReportBrowser } from './report.ts';

const versionShape = /^\d{1,3}(?:\.\d{1,3}){0,3}$/;

/** Out of what the browser calls itself: a name and a system that are known. @throws DamagedError */
export function readBrowser(value: unknown): ReportBrowser {
  const { brands, platform, platformVersion, mobile } = fieldsOf(value);
  const { name, major } = identifyBrowser({
    brands: itemsOf(brands).map((item) => {
      const { brand, version } = fieldsOf(item);
      return { brand: String(brand), version: Number.parseInt(String(version), 10) };
    }),
  });
  const version = typeof platformVersion === 'string' && versionShape.test(platformVersion);
  return withoutGaps<ReportBrowser>({
    name,
    version: countIn(major),
    platform: systemName(platform),
    platformVersion: version ? platformVersion : undefined,
    mobile: mobile === true ? true : undefined,
  });
}
