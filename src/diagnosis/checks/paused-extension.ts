import { defineCheck } from './check.ts';

/** Nobody should find out by chance that an extension is off. */
export default defineCheck({
  id: 'paused-extension',
  group: 'extensions',
  needs: ['extensions'],
  judge({ extensions: { paused } }) {
    return paused.length > 0
      ? { status: 'warning', evidence: [{ key: 'extensions_paused', values: [paused.length] }] }
      : { status: 'pass', evidence: [{ key: 'no_extension_paused' }] };
  },
});
