/** A CA by name, validity and public key (RFC 5914): all that a chain needs. */
export interface AnchorFigure {
  name: string;
  notBefore: string;
  notAfter: string;
  /** DER in base64. */
  subjectPublicKeyInfo: string;
}

/**
 * The SAT's test ACs, whose credentials the SAT publishes for software makers. They vouch for
 * nobody: only this replica trusts them.
 */
export const satTestAnchors: readonly AnchorFigure[] = [
  {
    name: 'AC_UAT_2022',
    notBefore: '2022-03-04T18:48:12Z',
    notAfter: '2030-03-04T18:48:12Z',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAuU8v/FiqF7HnqNiJ33gFfSKYymJ/Lk6nZKHB' +
      'vGhTo0TlVV7egqRxRqqqHHwsQTP4x9L0lI00HytfdHSHls7FWh7PuNi8JW3gDxzGQbsT3aUgFLwEdjwq' +
      'N7+mgczcc+jFFHmQmMxloOVua6rIFjdVJWbEFSgAadNg1F5dkA+uFJRKB6YOhv+NT9Z3JLqibBqggsdE' +
      'xACuUtWYhxN/bQ3XBHIh2YkIdxqhemY07ng3u9EO+JwG47i2wzx9lgoegnGPm0DnaiwPAkdcCP9QNZFb' +
      'rWAFMbqWR7XtFdz22xOGiSt8nrsHZNE2hZYg2TvG2LGK/SEtZeGuMIOIVMlRuQOPkgQUYcBRgAV5iOPj' +
      '1gA8qBZHAqAEZnBup7tX8P9Yz2ubFkq4udDwbQrgy+8kaVFxf4aTAwGGL4fF0RZRT4nKtmAqN5sLhaFc' +
      'mMd++1nCyagmrvBgDomNbxCiDyKXloVqbaVlqSEE2qL4I2DdsSiOTriDTHeewpDzMj8I+cYBA+1CPL4Y' +
      '8sdnxLC0sAylFV9dJ9aXDje9IG1ihtvVQokvfidSsbXydIFk30C8c1W3JLHAwx3S28fTKualRs0fGJ9k' +
      '3d7GJ8FbTVdUIyS6CYu0smoW5PH9xjhZwH5t75kQimxJS6MTqh6s3t5E2pW1jrCEz98Kb8JedbFrQkNz' +
      '+cCtjP8CAwEAAQ==',
  },
  {
    name: 'AC_4096_2018',
    notBefore: '2018-02-23T21:47:03Z',
    notAfter: '2022-02-23T21:47:03Z',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEA2w/1LfmQDaKB8tnrtTeJC8IRubTm/07RBDrf' +
      'zOZC6B1JjjtL8UGSOV3u4YAmJFfJ0WURvMVHXByhaDvRXIcJ6JvGz4RP4v6oRRYFqcr981p67iymfy7n' +
      '9HCHV/0jOK9Zx7IS5xVs7nBBO+Gmqm92rNMAw7vort3lSNRrXbCeCe08khTs9pnJLdegXPm5kK52nN0M' +
      'J8MH1ba8uEPRtq8t47RBmq5Gopp+2CVc2nlBB5VlhS3HsjsQ9pwksoGzzDnP82m5diEJvbQU3Eyo4kOi' +
      'h6D5aL8+t/6P+7VYneD/jwFjrhdaPLzsZ2Ksz1383twAmrTGyXjshd1ZkDBwR9bfy9bM/Bq9f73fwxVA' +
      'owqch3am/TJFDVTh203Rv5b3Iw78OVfu8tPlqdUFjI09UsJpwnnTKE0qW3vfInkgCvdntjmr7JPsfEgT' +
      'virWXy8hfX2F4w0rT08NbfeJJ1A2G/HQZwDet3dZjXSazxHBH/dn/RnjdH+4douQJkEKgVVCsygsL0m+' +
      'YH2eSuUa9JKRgeEkg9zOngb1utWh87KZMEE3Hkksb/hisGiN6D9ezI7fjrAAkZJnMth6K/oowESYiRmQ' +
      'adTYrpRUIsXfNKVqXuazj81UVJBmPRgPj6pcgDyeK+OZr/Q63LIyyHGc2ZSWJz15eg4cf1/Ms4Q5x0ts' +
      '7kXUU1sCAwEAAQ==',
  },
  {
    name: 'ac2_4096_DER',
    notBefore: '2013-11-04T17:59:20Z',
    notAfter: '2021-11-04T17:59:20Z',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAuiv5SE/JRSROl7khIxLKUHxQ7j96dJYjr5nI' +
      'KXvVbW6Iqjy4yOVWcAAGPsLZYIEmkhOj/DaHH9iRiwLId4Bm1/7/s1UDr20or0zSnjOG/WEPAabubkwn' +
      'lvE4kpIJBw/WqdTLuvVgm2BoI10JvnLfJD+Ow8cemlPNxf6EHdtLNNTeKQn3vrhczGSBk4IBixia0+ET' +
      'FCWPrkKM0RaRHRH7Zp3U3/cXvnW4g8Az/ypwEYp4o23qsarwbuXjjsJfFlDOCRIZjQ7asZZGC4YqxVvD' +
      'sZwN9rZVlnlDswTMlvD7dPDAPIH3nTgX9jvuQLU007Oasxj7RCMKPu0Bzqll+nN32TJpt/wq5oABPI/d' +
      'kRZAm1dl4mHdhds7crzR109xEw/yDfCTfCp9nzOCu3U5Qn/ZtbHq6+aAzPvwqTVaUpHI/clm9YRNZVRJ' +
      '/xl/EO9I0hqVLDrQmpDhZIvUzXIiQi4s8l1oz/vyMY3AQCE5rMMVEDAxmXjMjHCLh7vLqtht5jrimqxP' +
      'xqSsTzsrCpHMjJEEnCHCtp68u5eZEsCeTmKd1VnjyFi8XH5Hy206zfc0K2NAwQl9huNIVFIiR+vM7H5C' +
      'MGgZl4RZniI9GACKv9RVi4d0HxFraaudLzcaTr5Y/n50rk1JV35P3XoFW7Hd06S1L2nf3lU3Tgs/0Oa7' +
      '3dC1eIkCAwEAAQ==',
  },
];
