import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { itemsDetailCodes, submissionDetailCodes } from '../../../src/contract/error/detail-code.ts';
import { companionErrorCodes } from '../../../src/contract/error/companion-error-code.ts';
import { issueCases } from '../../engine/support/issue-cases.ts';

const guide = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');

/** Does not compile unless it has them all. */
const shapeCodes: Readonly<Record<z.core.$ZodIssue['code'], true>> = {
  invalid_type: true,
  too_big: true,
  too_small: true,
  invalid_format: true,
  not_multiple_of: true,
  unrecognized_keys: true,
  invalid_union: true,
  invalid_key: true,
  invalid_element: true,
  invalid_value: true,
  custom: true,
};

describe('the guide to operations', () => {
  it.each(companionErrorCodes)('names the error code %s', (code) => {
    expect(guide).toContain(`\`${code}\``);
  });

  const details = guide.slice(guide.indexOf('Codes of `details`'), guide.indexOf('At most 100 are listed'));
  it.each([
    ...itemsDetailCodes,
    ...submissionDetailCodes,
    ...Object.keys(issueCases),
    ...Object.keys(shapeCodes),
  ])('names the code %s of details', (code) => {
    expect(details).toContain(`\`${code}\``);
  });
});

it('has each code once', () => {
  expect(new Set(companionErrorCodes).size).toBe(companionErrorCodes.length);
});
