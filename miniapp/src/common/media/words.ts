import type { UploadItem } from './upload-queue';

/** What becomes of a file, in a few words. */
export function uploadWords({ state, progress, image, alt, retryable }: UploadItem): string {
  switch (state) {
    case 'waiting':
      return '等待上传';
    case 'sending':
      return progress >= 100 ? '正在处理' : `上传中 ${progress}%`;
    case 'failed':
      return retryable ? '没传上，点重试' : '不能上传';
    case 'done':
      if (!image) return '已传';
      return alt === '' ? '已传 · 加说明' : '已传 · 有说明';
  }
}
