import type { ErrorBody } from '../../contract/error/error-body.ts';
import type { FileValue } from '../../contract/configuration/value.ts';

/**
 * Sends a file's bytes. By XMLHttpRequest, because fetch reports no progress of an upload.
 *
 * @param onProgress called with the fraction sent, 0 to 1
 * @throws Error with the companion's message, or `network` or `aborted` if there was no answer.
 */
export function upload(
  url: URL,
  file: File,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<FileValue> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => total && onProgress(loaded / total);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as FileValue);
      else reject(new Error((request.response as ErrorBody | null)?.error.message ?? `${request.status}`));
    };
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new Error('aborted'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
