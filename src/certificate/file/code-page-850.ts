/** What code page 850 has from 80 to FF. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/**
 * Octets as the text that Windows in Spanish meant by them. The ZIP format names code page 437,
 * which has the same Ñ, ñ and small accented vowels; where the two differ, 437 has Greek letters
 * and lines that no file of a person is called, 850 the capital Á Í Ó Ú.
 */
export function fromCodePage850(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) {
    text += octet < 0x80 ? String.fromCharCode(octet) : (upperHalf[octet - 0x80] ?? '');
  }
  return text;
}
