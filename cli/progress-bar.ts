/** A one-line bar on a terminal; silent elsewhere and for few files. */
export const progressBar = (stream: NodeJS.WritableStream & { readonly isTTY?: boolean }, total: number) => {
  const shown = stream.isTTY === true && total > 3;
  let done = 0;
  const draw = () => {
    const filled = Math.round((20 * done) / total);
    stream.write(`\r${'▓'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${total}`);
  };
  if (shown) draw();
  return {
    step: () => {
      done += 1;
      if (shown && done < total) draw();
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
};
