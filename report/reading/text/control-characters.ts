const isControl = (code: number): boolean =>
  code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c;

/** Share of control characters that no text file holds; binary data has many. */
export const controlShare = (text: string): number => {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) if (isControl(text.charCodeAt(index))) controls += 1;
  return text.length === 0 ? 0 : controls / text.length;
};
