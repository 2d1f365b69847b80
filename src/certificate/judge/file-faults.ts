import { faultOfFile } from './fault-of-file.ts';
import { isContainer, isNoKey, partOf, type Part } from './part-of-file.ts';
import type { SortedFiles } from './sort-files.ts';
import type { SortedFile } from './sorted-file.ts';
import { fault, type Fault } from './verdict.ts';

/**
 * Why a half of the e.firma is not there: the fault of the file that should have been it, or that
 * nothing was brought. One fault for each lacking part; one in all when a single file should have
 * held both.
 */
export function fileFaults(brought: SortedFiles, lacking: readonly Part[]): Fault[] {
  const faults: Fault[] = [];
  let left: readonly SortedFile[] = brought.rest;
  let isContainerBlamed = false;
  const isOnlyLack = lacking.length === 1;
  for (const part of lacking) {
    const culprit = culpritFor(part, left, isOnlyLack, isOnlyLack || brought.rest.length > 1);
    if (culprit) faults.push(faultOfFile(culprit, isRestOf(culprit, brought) ? 'cert' : part));
    else if (!isContainerBlamed) faults.push(notBrought(part, brought));
    isContainerBlamed ||= culprit !== undefined && isContainer(culprit);
    left = left.filter((file) => file !== culprit);
  }
  return faults;
}

/** It is the archive that all that is there came out of, and should have held both. */
function isRestOf({ index, isPacked }: SortedFile, { certificates, locked }: SortedFiles): boolean {
  const found = [...certificates, ...locked];
  return !isPacked && found.length > 0 && found.every((file) => file.index === index);
}

const extensions: Readonly<Record<Part, RegExp>> = { cert: /\.cer$/i, key: /\.key$/i };
const otherPart: Readonly<Record<Part, Part>> = { cert: 'key', key: 'cert' };

/**
 * What its bytes promise counts first, a name only where they promise nothing; and a lone file that
 * bears the name of the other half is left to that.
 */
function culpritFor(
  part: Part,
  files: readonly SortedFile[],
  isOnlyLack: boolean,
  isNameIdle: boolean,
): SortedFile | undefined {
  const signs = (file: SortedFile) => [
    partOf(file) === part,
    part === 'cert' && isNoKey(file),
    isContainer(file),
    extensions[part].test(file.name),
    !extensions[otherPart[part]].test(file.name),
    isNameIdle,
  ];
  return files
    .filter((file) => partOf(file) !== otherPart[part])
    .filter((file) => part === 'cert' || isOnlyLack || !isNoKey(file))
    .map((file) => ({ file, place: signs(file).indexOf(true) }))
    .filter(({ place }) => place >= 0)
    .toSorted((one, other) => one.place - other.place)[0]?.file;
}

function notBrought(part: Part, { certificates, locked, authorities }: SortedFiles): Fault {
  const brought = [...certificates, ...locked];
  if (brought.length > 0 && brought.every(({ isPacked }) => isPacked)) {
    return fault('cert.corrupt', part === 'key' ? 'zip_no_key' : 'zip_no_certificate');
  }
  if (part === 'key') {
    return fault('key.missing', certificates.length > 1 ? 'two_certificates' : undefined);
  }
  if (authorities.length > 0) return fault('cert.wrong_file', 'ca_certificate');
  return fault('cert.wrong_file', locked.length > 1 ? 'two_keys' : 'no_certificate');
}
