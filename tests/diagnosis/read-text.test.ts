import { expect, test } from 'vitest';
import { readText } from '../../src/diagnosis/index.ts';

test.each([
  [
    'what is known',
    'Su sesión ha expirado',
    'buzon-imss',
    { text: 'Su sesión ha expirado', class: 'session_invalid' },
  ],
  ['nobody knows it', 'Escribe tu RFC', 'buzon-imss', { text: 'Escribe tu RFC' }],
  [
    'nobody knows whose it is',
    '#01001 vuelve a entrar',
    undefined,
    { text: '#01001 vuelve a entrar', class: 'session_invalid' },
  ],
  [
    'it is what another portal says',
    '#01001 vuelve a entrar',
    'replica-entrar',
    { text: '#01001 vuelve a entrar' },
  ],
  ['it names somebody', 'RFC XAXX010101000', 'buzon-imss', { text: 'RFC ***' }],
])('a message is kept as it may be: %s', (_, text, portal, read) => {
  expect(readText(text, portal)).toEqual(read);
});
