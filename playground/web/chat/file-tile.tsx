import type { ReactNode } from 'react';
import { fileAddress } from '../client/playground-client.ts';
import { shortName, sizeLabel } from '../client/readable.ts';
import { Icon } from '../icon.tsx';

const kinds: readonly (readonly [RegExp, string, string])[] = [
  [/\.(?:docx?|wps|rtf|odt)$/iu, 'word', 'W'],
  [/\.(?:xlsx?|csv|et)$/iu, 'sheet', 'X'],
  [/\.(?:pptx?|dps)$/iu, 'slides', 'P'],
  [/\.pdf$/iu, 'pdf', 'PDF'],
  [/\.ofd$/iu, 'pdf', 'OFD'],
  [/\.(?:zip|rar|7z)$/iu, 'archive', 'ZIP'],
  [/\.(?:txt|md)$/iu, 'plain', 'T'],
  [/\.(?:png|jpe?g|gif|webp|bmp)$/iu, 'picture', '图'],
];

function FileIcon({ name }: { name: string }) {
  const [, kind, sign] = kinds.find(([ending]) => ending.test(name)) ?? [null, 'other', '?'];
  return (
    <span className={`file-icon file-${kind}`} aria-hidden="true">
      {sign}
    </span>
  );
}

export function FileFrame({ name, detail, action }: { name: string; detail: ReactNode; action: ReactNode }) {
  return (
    <div className="file-tile">
      <FileIcon name={name} />
      <span className="file-words">
        <span className="file-name" title={name}>
          {shortName(name)}
        </span>
        <span className="file-detail">{detail}</span>
      </span>
      {action}
    </div>
  );
}

export function FileTile({ fileKey, name, size }: { fileKey: string; name: string; size: number }) {
  return (
    <FileFrame
      name={name}
      detail={sizeLabel(size)}
      action={
        <a
          className="round-button"
          href={fileAddress(fileKey)}
          download={name}
          aria-label={`下载 ${name}`}
          title="下载"
        >
          <Icon name="download" />
        </a>
      }
    />
  );
}
