import type { Attempt, Label, Material, Mistake } from './mistake.ts';

type Slip = (password: string, material: Material) => string;

function slip(
  id: string,
  what: string,
  label: Label,
  change: Slip,
  more: Pick<Mistake, 'also' | 'appliesTo'> = {},
): Mistake {
  const make = (attempt: Attempt, material: Material) => ({
    ...attempt,
    password: change(attempt.password, material),
  });
  return { id: `pwd-${id}`, what, part: 'password', label, ...more, make };
}

const spaces = { cause: 'pwd.spaces' } as const;
const invisible = { cause: 'pwd.spaces', detail: 'invisible' } as const;
const caps = { cause: 'pwd.caps' } as const;
const capital = { cause: 'pwd.caps', detail: 'first_letter' } as const;
const wrong = { cause: 'pwd.wrong' } as const;

const swapped = (password: string) =>
  Array.from(password, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  ).join('');
const capitalised = (password: string) => password.charAt(0).toUpperCase() + password.slice(1);
const startsSmall = { appliesTo: ({ password }: Material) => /^[a-z]/.test(password) };
const curpOf = ({ facts }: Material) => facts.curp ?? facts.representative?.curp ?? '';

export const passwordMistakes: readonly Mistake[] = [
  slip('sin', 'Sin contraseña', { ...wrong, detail: 'empty_password' }, () => ''),
  slip('otra', 'Otra contraseña', wrong, () => 'Otra.Cosa.2024'),
  slip('una-letra', 'Una letra de menos', wrong, (password) => password.slice(0, -1)),
  slip('rfc', 'El RFC en lugar de la contraseña', { ...wrong, detail: 'is_rfc' }, (_, m) =>
    m.facts.rfc.toLowerCase(),
  ),
  slip(
    'curp',
    'La CURP en lugar de la contraseña',
    { ...wrong, detail: 'is_curp' },
    (_, m) => curpOf(m),
    { appliesTo: (m) => curpOf(m) !== '' },
  ),
  {
    id: 'pwd-nombre',
    what: 'El nombre del archivo en lugar de la contraseña',
    part: 'password',
    label: { ...wrong, detail: 'is_file_name' },
    make: (attempt) => ({
      ...attempt,
      files: attempt.files.map((file) =>
        file.role === 'key' ? { ...file, name: 'Claveprivada_FIEL_x.key' } : file,
      ),
      password: 'Claveprivada_FIEL_x',
    }),
  },
  slip('espacio-final', 'Un espacio al final', spaces, (password) => `${password} `),
  slip('espacio-inicial', 'Un espacio al principio', spaces, (password) => `  ${password}`),
  slip('espacio-duro', 'Un espacio duro al final', invisible, (password) => `${password}\u00a0`),
  slip('salto', 'Un salto de línea al final', invisible, (password) => `${password}\r\n`),
  slip('ancho-cero', 'Un carácter invisible al principio', invisible, (p) => `\u200b${p}`),
  slip('invisible-dentro', 'Un carácter invisible en medio', invisible, (password) =>
    [password.slice(0, 3), password.slice(3)].join('\u200b'),
  ),
  slip('mayusculas', 'Con Bloq Mayús', caps, swapped),
  slip(
    'mayusculas-espacio',
    'Con Bloq Mayús y un espacio al final',
    caps,
    (password) => `${swapped(password)} `,
    { also: [spaces] },
  ),
  slip('inicial', 'La primera letra en mayúscula', capital, capitalised, startsSmall),
  slip(
    'inicial-espacio',
    'La primera letra en mayúscula y un espacio al final',
    capital,
    (password) => `${capitalised(password)} `,
    { ...startsSmall, also: [spaces] },
  ),
];
