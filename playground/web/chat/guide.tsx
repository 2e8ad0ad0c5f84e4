import type { PlaygroundChat } from '../../web-api.ts';
import { sampleReport } from './sample-report.ts';

interface GuideProperties {
  readonly chat: PlaygroundChat;
  readonly viewerName: string;
  readonly botId: string;
  onFile(file: File): void;
  /** Mentions are written as @{memberId}. */
  onText(text: string): void;
}

const tenDays = 10 * 86_400_000;

/** A collection that ends ten days from now, as somebody would ask for it. */
function collectionCommand(): string {
  const now = new Date();
  const end = new Date(now.getTime() + tenDays);
  return `收集${now.getFullYear()}年度述职述廉报告，${end.getMonth() + 1}月${end.getDate()}日18:00前，全员`;
}

/** What to try first; stands in a chat until somebody has spoken in it. */
export function Guide({ chat, viewerName, botId, onFile, onText }: GuideProperties) {
  const group = chat.type === 'group';
  const called = group ? `@{${botId}} ` : '';
  return (
    <section className="guide" aria-labelledby="guide-title">
      <h2 id="guide-title">怎么试</h2>
      <ol>
        <li>
          您现在是<strong>{viewerName}</strong>，点左上角可以换成别人。
        </li>
        <li>把报告拖进来，或点下面的回形针选文件（.docx、.pdf、.txt 等），一会儿就有检查结果。</li>
        <li>{group ? '在群里先 @催稿 再说话；' : '直接说话就行；'}检查完可以问它“第二部分讲了什么”。</li>
      </ol>
      <div className="guide-actions">
        <button type="button" className="solid" onClick={() => onFile(sampleReport())}>
          发一份示例报告
        </button>
        {group && (
          <button type="button" onClick={() => onText(`${called}${collectionCommand()}`)}>
            开始一项收集
          </button>
        )}
        <button type="button" onClick={() => onText(`${called}帮助`)}>
          看它会什么
        </button>
      </div>
    </section>
  );
}
