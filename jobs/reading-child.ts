import { readDocument } from '../report/reading/read-document.ts';
import type { ChildMessage, ReadRequest } from './reading-protocol.ts';

// Entry of the process that jobs/isolated-reader.ts forks: reads one file, answers, waits to be ended.
const send = (message: ChildMessage): void => {
  process.send?.(message);
};

process.on('disconnect', () => process.exit(0));
process.on('message', (request: ReadRequest) => {
  void readDocument(request.bytes, { fileName: request.fileName }, request.limits).then((outcome) =>
    send({ type: 'outcome', outcome }),
  );
});
send({ type: 'ready' });
