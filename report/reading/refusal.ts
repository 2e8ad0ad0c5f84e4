import type { ReadOutcome, RefusalCode } from '../../core/report-document.ts';

/**
 * Thrown inside a reader when a file cannot be read; the door turns it into a refused outcome. `message` is the Chinese
 * sentence shown to the sender: what happened and what to do next.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Refusal';
    this.code = code;
  }
}

export const refused = (code: RefusalCode, message: string): ReadOutcome => ({ ok: false, code, message });

/** Sentences that more than one reader needs. */
export const sentences = {
  damaged: '文件已损坏或传输不完整，请用 Word 或 WPS 打开确认后另存为 .docx 重新发送。',
  damagedPdf: 'PDF 文件已损坏或传输不完整，请重新导出 PDF，或发送 .docx 原稿。',
  encryptedOffice: '文件设置了打开密码，无法读取，请取消密码后另存为 .docx 重新发送。',
  tooLarge: '文件过大，请删除不必要的图片和附件后另存为 .docx 重新发送。',
  tooMuchText: '文件文字过多（超过 30 万字），请只发送报告正文。',
  tooManyPages: '文件页数过多（超过 500 页），请只发送报告正文。',
  tooComplex: '文件结构异常复杂，无法安全读取，请把正文复制到新建文档后另存为 .docx 重新发送。',
  forbidden: '文件含有不允许的内容（外部实体声明），为安全起见未读取，请用 Word 或 WPS 另存为 .docx 重新发送。',
  empty: '文件是空的，没有可以检查的文字，请确认后重新发送。',
  noText: '文件正文没有文字，请确认没有发错文件、内容已经保存，再重新发送。',
  onlyPictures: '文件里只有图片、没有文字，请发送文字稿，或把图片单独发送（可以识别图片中的文字）。',
  allDeleted: '文件中的文字全部被修订标记为删除，请在 Word 或 WPS 中接受或拒绝修订后重新发送。',
  timeout: '文件读取超时，请把正文复制到新建文档后另存为 .docx 重新发送。',
  outOfMemory: '文件读取时占用内存过多，已停止，请删除图片或拆分后另存为 .docx 重新发送。',
  recognitionTimeout: '扫描件文字识别超时，请发送 .docx 原稿。',
  noTextInImage: '图片中没有识别出文字，请重新拍照（平整、清晰、光线均匀），或发送 .docx 原稿。',
  converterMissing:
    '本机没有安装 LibreOffice，读不了这种格式，请用 Word 或 WPS 另存为 .docx 重新发送（管理员也可以安装 libreoffice-writer-nogui）。',
} as const;
