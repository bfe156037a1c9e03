import { answerAt, withAnswer } from '../../../engine/answers.ts';
import { formatPath } from '../../../engine/feature-path.ts';
import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';
import type { PublishedProduct } from '../../../contract/published/published-product.ts';
import type { Answers } from '../../../contract/configuration/resolution.ts';
import type { FileValue } from '../../../contract/configuration/value.ts';
import type { UploadRows } from '../../uploads/upload-rows.ts';

export interface FilledIn {
  readonly answers: Answers;
  /** Ids of the uploads that the answers name. */
  readonly uploads: readonly string[];
  readonly details: readonly CompanionErrorDetail[];
}

/**
 * Looks up the uploads that answers name. What a file is called and how large it is, the companion knows; the id counts
 * only for the question it was uploaded to.
 */
export async function fillInFiles(
  product: PublishedProduct,
  answers: Answers,
  rows: Pick<UploadRows, 'find'>,
  jsonPath: (path: string) => string,
): Promise<FilledIn> {
  const uploads: string[] = [];
  const details: CompanionErrorDetail[] = [];
  for (const { path, feature } of filePaths(product, answers)) {
    const given = answerAt(answers, path)?.value as FileValue | null | undefined;
    if (!given) continue;
    const row = await rows.find(given.file_id);
    if (row?.product_id === product.id && row.feature_id === feature) {
      uploads.push(row.id);
      const value: FileValue = { file_id: row.id, name: row.name, size: row.size };
      answers = withAnswer(answers, path, { value, by: 'import' });
    } else {
      details.push({
        path: jsonPath(path),
        code: 'unknown_upload',
        message: 'This file is not (or no longer) here; upload it again.',
      });
      answers = withAnswer(answers, path, { value: null, by: 'import' });
    }
  }
  return { answers, uploads, details };
}

/** Where files may be answered, in every repetition there is. */
function filePaths(product: PublishedProduct, answers: Answers): { path: string; feature: string }[] {
  return product.steps.flatMap(({ id, repeat, features }) =>
    features
      .filter(({ type }) => type === 'file')
      .flatMap((feature) => {
        const count = repeat ? (answers.steps[id]?.length ?? 0) : 1;
        return Array.from({ length: count }, (_, index) => ({
          feature: feature.id,
          path: repeat ? formatPath(feature.id, id, index) : feature.id,
        }));
      }),
  );
}
