import { sizeLabel } from '../client/readable.ts';
import { Icon } from '../icon.tsx';
import { FileFrame } from './file-tile.tsx';
import type { PendingUpload } from './use-uploads.ts';

interface UploadListProperties {
  readonly uploads: readonly PendingUpload[];
  onCancel(id: number): void;
  onRetry(upload: PendingUpload): void;
}

export function UploadList({ uploads, onCancel, onRetry }: UploadListProperties) {
  return (
    <ul className="uploads" aria-label="正在发送的文件">
      {uploads.map((upload) => {
        const percent = Math.round(upload.share * 100);
        return (
          <li key={upload.id} className={`upload ${upload.failure === null ? '' : 'failed'}`}>
            <FileFrame
              name={upload.file.name}
              detail={
                upload.failure ?? (percent < 100 ? `${sizeLabel(upload.file.size)} · 上传中 ${percent}%` : '处理中…')
              }
              action={
                <span className="upload-actions">
                  {upload.failure !== null && (
                    <button
                      type="button"
                      className="round-button"
                      aria-label={`重新发送 ${upload.file.name}`}
                      onClick={() => onRetry(upload)}
                    >
                      <Icon name="retry" />
                    </button>
                  )}
                  <button
                    type="button"
                    className="round-button"
                    aria-label={`取消发送 ${upload.file.name}`}
                    onClick={() => onCancel(upload.id)}
                  >
                    <Icon name="close" />
                  </button>
                </span>
              }
            />
            {upload.failure === null && (
              <progress value={upload.share} max={1} aria-label={`${upload.file.name} 上传进度`} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
