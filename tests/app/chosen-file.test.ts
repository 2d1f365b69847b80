import { expect, test } from 'vitest';
import { readChosen } from '../../src/app/certificates/chosen-file.ts';

/** Stands for a file on the disk, of which only the size is known until it is read. */
function fileOf(size: number): { file: File; touched: PropertyKey[] } {
  const touched: PropertyKey[] = [];
  const file = new Proxy({} as File, {
    get: (_, property) => {
      if (property === 'size') return size;
      if (property === 'name') return 'copia.zip';
      touched.push(property);
      return undefined;
    },
  });
  return { file, touched };
}

test.each([1024 ** 2 + 1, 1024 ** 3, 2 ** 40])(
  'a file of %d octets is refused by its size alone, unread',
  async (size) => {
    const { file, touched } = fileOf(size);
    expect(await readChosen(file)).toMatchObject({
      size,
      problem: { cause: 'cert.wrong_file', detail: 'too_large' },
    });
    expect(touched).toEqual([]);
  },
);

test('one of 1 MB is read', async () => {
  const { file } = fileOf(1024 ** 2);
  const { problem } = await readChosen(file);
  // There is no reader of files here, which looks like a file that another program holds.
  expect(problem).toEqual({ cause: 'key.file_locked' });
});
