import { defineCheck } from './check.ts';

/** No extension can see the other programs of a computer. */
export default defineCheck({
  id: 'antivirus-or-vpn',
  group: 'computer',
  needs: [],
  judge() {
    return { status: 'manual', evidence: [{ key: 'antivirus_to_ask' }, { key: 'vpn_to_try' }] };
  },
});
