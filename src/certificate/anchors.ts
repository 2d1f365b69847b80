import { fromBase64 } from './asn1/base64.ts';
import type { Bytes } from './asn1/der.ts';

/** A name and a key, DER (RFC 5280 section 6.1.1 d). */
interface PinnedAnchor {
  name: Bytes;
  subjectPublicKeyInfo: Bytes;
}

/** A certification authority as a name and a public key (RFC 5914): no certificate is kept. */
export interface Anchor {
  name: string;
  /** ISO 8601, UTC */
  notBefore: string;
  /** ISO 8601, UTC */
  notAfter: string;
  /** Its Name, base64 of the DER */
  subject: string;
  /** SHA-256 of its certificate, hex */
  certificateSha256: string;
  /** SHA-256 of its SubjectPublicKeyInfo, hex */
  publicKeySha256: string;
  /** SubjectPublicKeyInfo, base64 of the DER */
  subjectPublicKeyInfo: string;
}

/**
 * The authorities that issue to everybody: the SAT's AC4, AC5 and AC7, and the Banco de México's
 * root ARC5. Figures taken from their published certificates. AC6 (2023 to 2031) is not among them:
 * of it only the fingerprint of its certificate was at hand.
 */
export const productionAnchors: readonly Anchor[] = [
  {
    name: 'AC5_SAT',
    notBefore: '2019-05-03T16:19:09Z',
    notAfter: '2027-05-03T16:19:09Z',
    subject:
      'MIIBhDEgMB4GA1UEAwwXQVVUT1JJREFEIENFUlRJRklDQURPUkExLjAsBgNVBAoMJVNFUlZJQ0lPIERFIEFETUlOSVNUUkFDSU9OIFRSSUJVVEFSSUExGjAYBgNVBAsMEVNBVC1JRVMgQXV0aG9yaXR5MSowKAYJKoZIhvcNAQkBFhtjb250YWN0by50ZWNuaWNvQHNhdC5nb2IubXgxJjAkBgNVBAkMHUFWLiBISURBTEdPIDc3LCBDT0wuIEdVRVJSRVJPMQ4wDAYDVQQRDAUwNjMwMDELMAkGA1UEBhMCTVgxGTAXBgNVBAgMEENJVURBRCBERSBNRVhJQ08xEzARBgNVBAcMCkNVQVVIVEVNT0MxFTATBgNVBC0TDFNBVDk3MDcwMU5OMzFcMFoGCSqGSIb3DQEJAhNNcmVzcG9uc2FibGU6IEFETUlOSVNUUkFDSU9OIENFTlRSQUwgREUgU0VSVklDSU9TIFRSSUJVVEFSSU9TIEFMIENPTlRSSUJVWUVOVEU=',
    certificateSha256: '1ac6325143920fc047b6506e42540944fa6590b44560807b564c5603d15add8e',
    publicKeySha256: 'c97f80f3f15b87ebf541d89962cdf740cd1cd1092eb1ade46ea322b1306b2fa0',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAwMA2/augwypVBSkV4o0ajVIYlGynnESM79mMJXzR90T8VAs/d5aemonQ+IAprjMNDPwTkQrbNzKb81IxHUxZE+M3l3hkeHhiy7iKsiPi3VPUNDKBG1A/woyh800hLhdo/wsD/ZvPfeqGFvSjjRVKZfsuA1x1tlnBgE9zi2Q75WgQ++efxIvJwUAKaBvbzF3ucxk+ZaiUhjXVnKR/eAxjyu9dVh82sxCkkck2MwfkqEuW6GJXgkL3FyCqFo7aslfjcPcSPxnlINYjcJWp23xHBEx9loYI3wmqM3KebRqh4ihCaV6jAqpC/hMKWyqDIGgbXtPuiQUixgLt4dJVHf8AJtYQRTNc2xWLPset8LOUQOoDph5pbVkxtb47jZAgMnHz/dK4JJDX26le+Qm5VyDuZE2pYNGRaTJrJZFhVRSXYilEYKCuZk+NzQLbLdfHkwcJugJX+qyFhLsk8zcauHytSH1Ci0poYFeOzYeWZyb4TNyseDBrgMQMazNqejRwoqsruwYQnz8BczzxWlkBGXPFNVjQ2AUH0TGtKvmhOUu3vaaIUP7B+5z6YRAiCGcL4bkElF6IyvTeGpAbQYtKwAdnz2vQqOUTzTj3UIRhzMa4LtGCZseKeaGrnghu5ZyKFoBCCGCZT5v51uHPbUX0diQJLYzQLEPG7qDKvmoIyAb5TaUCAwEAAQ==',
  },
  {
    name: 'AC7_SAT',
    notBefore: '2023-05-23T22:24:10Z',
    notAfter: '2031-05-23T22:24:10Z',
    subject:
      'MIIBlTE1MDMGA1UEAwwsQUMgREVMIFNFUlZJQ0lPIERFIEFETUlOSVNUUkFDSU9OIFRSSUJVVEFSSUExLjAsBgNVBAoMJVNFUlZJQ0lPIERFIEFETUlOSVNUUkFDSU9OIFRSSUJVVEFSSUExGjAYBgNVBAsMEVNBVC1JRVMgQXV0aG9yaXR5MTIwMAYJKoZIhvcNAQkBFiNzZXJ2aWNpb3NhbGNvbnRyaWJ1eWVudGVAc2F0LmdvYi5teDEmMCQGA1UECQwdQXYuIEhpZGFsZ28gNzcsIENvbC4gR3VlcnJlcm8xDjAMBgNVBBEMBTA2MzAwMQswCQYDVQQGEwJNWDENMAsGA1UECAwEQ0RNWDETMBEGA1UEBwwKQ1VBVUhURU1PQzEVMBMGA1UELRMMU0FUOTcwNzAxTk4zMVwwWgYJKoZIhvcNAQkCE01yZXNwb25zYWJsZTogQURNSU5JU1RSQUNJT04gQ0VOVFJBTCBERSBTRVJWSUNJT1MgVFJJQlVUQVJJT1MgQUwgQ09OVFJJQlVZRU5URQ==',
    certificateSha256: '6d1d1f871f0d69233fc94526fecf826bee67181782d6b7e5320b279c97e8dac7',
    publicKeySha256: 'f57e03ee8ee0c19d56e33ca6ffc8d359270f623705a6a2ced2e63c419fbc13cc',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAyotu8CGJP9NX1U9I9u8Q3ax/ejoSBCf1P0oryxBqihN4X3VJ2reE4P+zYC/I7iEWkzgE3fcc1+RWBDfW8y9uDVWJEkMmVNxDFlExnPGoMeUKKVWVq8qSLI6dbTF+/SCwEWFCsjQQPRXSqeg0ZL2AzSmSw2Go0f+n4rj26ocajLg4QOXMjnx7YeuUrun50jIPzRrdoYWP8e6Pn5SsScoVOrhDXskeG2h06JJyRMlmvFMayIsYshbqRcdFIHUMx2mlXENmEX9U+ZUp2/LeSU1IEjZddzfwozjI8RTpSbwqh3+yHkGKmfR+7XOj3MYIeq6cp4ho9XeOXe3NMc0y2fxGEB+Xc8uyK1ucpxVkgz1zYRp8flaa/Gch9PXKoopndz7Fs1m48+yqwIsSZkdbot/8Ijg8Iuk/Q7DqzUsw8ZogtrMgHBjpW9ZGpHSjVgBrj9gRQa5lmjqw+yEKuYvValc9Vaxf2au1ma7R+7XBwntTcXkS1JaPe50E05dEN/B7WrAN8WrcotrVt0XlMAokmYmS/1FJYxy2aaGYjhrFxt3+y70IYIuyTW0N3ZRzbvl8C5FoQC4Ij++buzDsPEZD5aW3ZWPe0/vaBhXvFQzhNv8+zP/17ByRrEpT99Fym2lQekxtopTjK7dMUmof1mDP6mVqfdeSr6boJ4Qg/+iekpNm+qkCAwEAAQ==',
  },
  {
    name: 'ARC5_IES',
    notBefore: '2018-12-07T19:30:51Z',
    notAfter: '2034-12-03T19:30:51Z',
    subject:
      'MIIBETELMAkGA1UEBhMCTVgxDTALBgNVBAgTBENETVgxEzARBgNVBAcTCkNVQVVIVEVNT0MxGDAWBgNVBAoTD0JBTkNPIERFIE1FWElDTzENMAsGA1UECxMER1RTUDElMCMGA1UEAxMcQUdFTkNJQSBSRUdJU1RSQURPUkEgQ0VOVFJBTDESMBAGBnWIXY81HxMGRjA5NjY1MREwDwYGdYhdjzUREwUwNjAwMDEXMBUGBnWIXY81ExMLNSBERSBNQVlPIDIxKDAmBgkqhkiG9w0BCQITGUpVQU4gQU5UT05JTyBST0NIQSBWQUxERVoxJDAiBgkqhkiG9w0BCQEWFWFyQGllcy5iYW54aWNvLm9yZy5teA==',
    certificateSha256: 'cbf3e084a86cac5ef1060b9242196eec15e8786931ffff05466ba7becd43b15e',
    publicKeySha256: '3ae322a10197b2884427474bb89acdcf19fdc574cdc599d0974d1aac630db2f6',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAn3ufsTpfVxMR1sjqAaQKmDNbyZ1O6f3MTXbeGeUnCO9HhgS8ZNBo8g/vy1dTUv8N+p4dRFw6olzK7ehywFgxmJL3IE3wh0nmnCiA/g3xGHUPzsvRbFWm+WpdOla1FV6Tj/3ThUZxIBQLVdS2xcIj92J4inivybelaZy8G7sdLa2JTY6FYSTP20PQd33+mOFGMPtvd7oLITnzEjrHb6e0JJ8P0CokkpZphH1ofqgFCk9Z+vokHLuuqnQxXvL5lPbpw0DwKFXWSphdPSoN8AeEfuPb9ZNTUX8yOtmY3LUa4xsphwQToqpL7QXyDjZ4jVoUQM5kcz2dZPLIYDyx4VrRkAfuQpnDfRE8N/PDTgawe64aAkAzgjrzm4G5J4zNKJgj5MulftB2h8b5wxh+L2mx2oqDIvojZor7xMfdHdhGxAQGSgSyQQ6XEnik27k6wR7DvlRSUFuDbTUUNdxeA8bBcyRcNe/EPg7xe7o1JaI+FVsLxfZqlKsclDWb5AWy8TecckZiSSahOPAfZPrit2F9Uu7HpD6rxBjFpv+vMAAkmJlFBF3EPtDhto0lrlCgZ5EVeCb+M8HjEjPlRl2kBgbqgvxmG0FQFXMK87o2AZbMigXXOiMNPVnnYvxGc49aHl1paLklJ5u8p2eUss+9rBP7WQkGHxrErXKSX+xzZmhaG+MCAwEAAQ==',
  },
  {
    name: 'AC4_SAT',
    notBefore: '2015-05-25T18:04:20Z',
    notAfter: '2023-05-25T18:04:20Z',
    subject:
      'MIIBsjE4MDYGA1UEAwwvQS5DLiBkZWwgU2VydmljaW8gZGUgQWRtaW5pc3RyYWNpw7NuIFRyaWJ1dGFyaWExLzAtBgNVBAoMJlNlcnZpY2lvIGRlIEFkbWluaXN0cmFjacOzbiBUcmlidXRhcmlhMTgwNgYDVQQLDC9BZG1pbmlzdHJhY2nDs24gZGUgU2VndXJpZGFkIGRlIGxhIEluZm9ybWFjacOzbjEfMB0GCSqGSIb3DQEJARYQYWNvZHNAc2F0LmdvYi5teDEmMCQGA1UECQwdQXYuIEhpZGFsZ28gNzcsIENvbC4gR3VlcnJlcm8xDjAMBgNVBBEMBTA2MzAwMQswCQYDVQQGEwJNWDEZMBcGA1UECAwQRGlzdHJpdG8gRmVkZXJhbDEUMBIGA1UEBwwLQ3VhdWh0w6ltb2MxFTATBgNVBC0TDFNBVDk3MDcwMU5OMzFdMFsGCSqGSIb3DQEJAgxOUmVzcG9uc2FibGU6IEFkbWluaXN0cmFjacOzbiBDZW50cmFsIGRlIFNlcnZpY2lvcyBUcmlidXRhcmlvcyBhbCBDb250cmlidXllbnRl',
    certificateSha256: '9ce0c3a0a7b4b992388cfd903ca2241af5187e45bceb23af735fc4e3b206afce',
    publicKeySha256: 'ea9341aa449f367886fdd7172cdd9156c12ec366bfcd924f0503de07a92e951a',
    subjectPublicKeyInfo:
      'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAsG++xof9XSFe6Y9gAfmcZ6bPMBILmdAjWtPSJvybczMmVbV8DtjPGkJKnzgWFZdpJ883ZRWFKHOB0tIttDWXXBBwmsSTZNraFvvqmVmTE+yW4zHzDBTzNPTTwTkW/NY8Pciojc28AHQisOPtiEyzQ5HncWmP/nNMCW1aWfwWB7jNOuTpRWD8McTT+Ymhiwd+tvBczvEEEu0yp0Kdvb4JO/N1WDDtrvZYHOJrI6RFknr+KHjjznxzSP3aYT8tsP7xuYUbj5owgLXKxoyEWBYFHrQACF7taeJYX9oSAfyljg3x2+3/os1pfdYVOq0qH+p7z9lKu/J6gjXaY3CVLB9eQtWiapEGzmlIYLgo+S70Vn2BXERO+x7k1Tx0kwlrjDTjx8luHRDjTHj6oVFhMs5Xyev45brBAB0HiA8IaLhMoFCLNZv8DjmJN7nypo/jbjVX1ECHHyWPsv28KAVpZ17I2dMo8kjXlsQ0+JfbLwyNVyTuJxaLEM9HnXyi0lS1SLo/zXfOiteidwQl/EUidmMrubnYxoCZIXkOh0fO35kRjm6i9UpCDF9QU0S1uSSlwiAcnU1EBvldfIKLf/lTL1Kld2oMV2pK8WBZzHS5qqlxpMWFs+v1LJDw2T94bi0dct233wjoLe0ahrRQXV4NIM6kdQtJodUOvFbrUVpv8HE8l7MCAwEAAQ==',
  },
];

/**
 * The SAT's authorities for tests of software, by the SHA-256 of their SubjectPublicKeyInfo (hex):
 * enough to name them, not enough to verify anything they signed.
 */
export const testAnchorKeys: readonly string[] = [
  '8f558891e6957320471cae968fbfd96f670ff63e53d766a29ca9c4d0bd8e4e44',
  '3ce810ea9a579a1cb4c3df87146b045e00480c2c12adea0c894dc00845a1f155',
  'ade129d34bd675e9b6bb9743550870de3b11726946f2aa21a37d1ee14ffd211b',
];

/** An anchor as paths end at it: the DER of its name and of its key. */
export function chainAnchorOf({ subject, subjectPublicKeyInfo }: Anchor): PinnedAnchor {
  return { name: bytesOf(subject), subjectPublicKeyInfo: bytesOf(subjectPublicKeyInfo) };
}

function bytesOf(base64: string): Bytes {
  return fromBase64(base64) ?? new Uint8Array();
}
