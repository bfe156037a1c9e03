import { answerAt, withAnswer } from '../../../engine/answers.ts';
import { formatPath } from '../../../engine/feature-path.ts';
import type { PublishedProduct } from '../../../contract/published/published-product.ts';
import type { Answers } from '../../../contract/configuration/answers.ts';
import type { FileValue } from '../../../contract/configuration/value.ts';
import type { UploadRows } from '../../uploads/upload-rows.ts';

interface FilledInFiles {
  readonly answers: Answers;
  /** Ids of the uploads that the answers name. */
  readonly uploads: readonly string[];
  /** Paths of the features whose file is not there; they are unanswered. */
  readonly missing: readonly string[];
}

/**
 * Looks up the uploads that answers name, and fills in the name and size of each file. An id counts only for the feature that
 * the file was uploaded to.
 */
export async function fillInFiles(
  product: PublishedProduct,
  answers: Answers,
  rows: Pick<UploadRows, 'find'>,
): Promise<FilledInFiles> {
  const uploads: string[] = [];
  const missing: string[] = [];
  for (const { path, feature } of filePaths(product, answers)) {
    const given = answerAt(answers, path)?.value as FileValue | null | undefined;
    if (!given) continue;
    const row = await rows.find(given.file_id);
    if (row?.product_id === product.id && row.feature_id === feature) {
      uploads.push(row.id);
      const value: FileValue = { file_id: row.id, name: row.name, size: row.size };
      answers = withAnswer(answers, path, { value, by: 'import' });
    } else {
      missing.push(path);
      answers = withAnswer(answers, path, { value: null, by: 'import' });
    }
  }
  return { answers, uploads, missing };
}

/** The paths of all file features, in every repetition that the answers have. */
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
