/** The promise's value, or a rejection after so many milliseconds: pdfjs never answers for some broken objects. */
export const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(clock);
  }
};
