import type { ConversionOutcome } from '../report/reading/conversion.ts';
import { readDocument } from '../report/reading/read-document.ts';
import type { ChildMessage, ParentMessage } from './reading-protocol.ts';

// Entry of the process that jobs/isolated-reader.ts forks: reads one file, answers, waits to be ended.
const send = (message: ChildMessage): void => {
  process.send?.(message);
};

let takeConversion: (outcome: ConversionOutcome) => void = () => {};

// pdfjs drops promises about broken objects of a file; what it answers settles all the same, and the parent has a clock.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ParentMessage) => {
  if (message.type === 'converted') {
    takeConversion(message.outcome);
    return;
  }
  const { bytes, fileName, limits } = message;
  void readDocument(
    bytes,
    {
      fileName,
      onRecognition: () => send({ type: 'recognising' }),
      convert: (_, extension) =>
        new Promise((resolve) => {
          takeConversion = resolve;
          send({ type: 'convert', extension });
        }),
    },
    limits,
  ).then((outcome) => send({ type: 'outcome', outcome }));
});
send({ type: 'ready' });
