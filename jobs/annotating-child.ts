import { annotateDocx } from '../report/annotating/annotate-docx.ts';
import { maxComments } from '../report/annotating/comment-text.ts';
import { freshDocx } from '../report/annotating/fresh-docx.ts';
import type { AnnotatedFile, AnnotateRequest, AnnotatingChildMessage } from './annotating-protocol.ts';

// Entry of the process that jobs/isolated-annotator.ts forks: annotates one file, answers, waits to be ended.
const send = (message: AnnotatingChildMessage): void => {
  process.send?.(message);
};

const fresh = async ({ document, findings, now }: AnnotateRequest): Promise<AnnotatedFile> => {
  const commented = Math.min(findings.length, maxComments);
  const bytes = await freshDocx(document, findings, { now: new Date(now) });
  return { bytes, commented, left: findings.length - commented, made: 'fresh' };
};

/** The file's own copy where it can be made; a file with a structure that resists gets a fresh one. */
const annotate = async (request: AnnotateRequest): Promise<AnnotatedFile> => {
  const { docx, findings, limits } = request;
  if (docx === null) return fresh(request);
  try {
    const copy = await annotateDocx(docx, findings, { now: new Date(request.now), limits });
    if (copy.commented === 0 && findings.length > 0) return await fresh(request);
    return { bytes: copy.bytes, commented: copy.commented, left: findings.length - copy.commented, made: 'own' };
  } catch {
    return fresh(request);
  }
};

process.on('disconnect', () => process.exit(0));
process.on('message', (request: AnnotateRequest) => {
  annotate(request).then(
    (file) => send({ type: 'annotated', file }),
    (error: unknown) => send({ type: 'failed', reason: error instanceof Error ? error.name : 'unknown' }),
  );
});
