/** What takes longer than anybody waits. */
export class TimeoutError extends Error {}

/** The answer, if it comes in time. @throws TimeoutError after that many milliseconds */
export async function within<Result>(
  milliseconds: number,
  answer: Promise<Result>,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
