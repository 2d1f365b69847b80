const { forge } = window;

/** The bytes of a file as forge has them: a text of one character each. */
export async function readFile(file) {
  return forge.util.createBuffer(await file.arrayBuffer()).getBytes();
}

/** Throws when they are none. */
export function readCertificate(bytes) {
  return forge.pki.certificateFromAsn1(forge.asn1.fromDer(bytes));
}

/** Throws when the password does not open it. */
export function openKey(bytes, password) {
  const info = forge.pki.decryptPrivateKeyInfo(
    forge.asn1.fromDer(bytes),
    forge.util.encodeUtf8(password),
  );
  return forge.pki.privateKeyFromAsn1(info);
}

/** The certificate and the key of a .pfx. Throws when the password does not open it. */
export function openPfx(bytes, password) {
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes), password);
  const first = (type) => pfx.getBags({ bagType: type })[type][0];
  const { certBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  return { certificate: first(certBag).cert, key: first(pkcs8ShroudedKeyBag).key };
}

/** The RFC before ` / `, which companies have. */
export function rfcOf(certificate) {
  const field = certificate.subject.attributes.find(({ type }) => type === '2.5.4.45');
  return field.value.split('/')[0].trim();
}

/** 20 digits: the octets of the number are ASCII. */
export function serialOf(certificate) {
  return forge.util.hexToBytes(certificate.serialNumber);
}

/** UTCTime: YYMMDDhhmmssZ. */
export function endOf(certificate) {
  return forge.asn1.dateToUtcTime(certificate.validity.notAfter);
}

/** RSA PKCS #1 v1.5 with SHA-1, as the SAT wants it. A text of one character for each byte. */
export function signSha1(key, text) {
  return key.sign(forge.md.sha1.create().update(text, 'utf8'));
}

export const toBase64 = (bytes) => forge.util.encode64(bytes);
export const textToBase64 = (text) => forge.util.encode64(forge.util.encodeUtf8(text));

/** CMS SignedData with its content inside, SHA-256, no signed attributes; PEM. */
export function signCms(text, { certificate, key }) {
  const cms = forge.pkcs7.createSignedData();
  cms.content = forge.util.createBuffer(text, 'utf8');
  cms.addCertificate(certificate);
  cms.addSigner({ key, certificate, digestAlgorithm: forge.pki.oids.sha256 });
  cms.sign();
  return forge.pkcs7.messageToPem(cms);
}
