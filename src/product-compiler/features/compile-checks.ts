import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedCheck } from '../../contract/published/published-feature.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { defined } from '../../contract/defined.ts';
import type { FeatureInput } from '../product-input-types.ts';

/**
 * Limits of a value by itself, as conditions, so that the engine need not know of patterns, lengths and days.
 *
 * @param self reads the feature's value from its own site.
 */
export function compileChecks(
  feature: FeatureInput,
  self: readonly [string, string],
): PublishedCheck[] | undefined {
  const checks = checksOf(feature, self);
  return checks.length === 0 ? undefined : checks;
}

function checksOf(feature: FeatureInput, self: readonly [string, string]): PublishedCheck[] {
  switch (feature.type) {
    case 'text':
      return textChecks({ ...feature, max_length: feature.max_length ?? defaults.textMaxLength }, self);
    case 'choice':
      return feature.own
        ? textChecks({ ...feature.own, max_length: feature.own.max_length ?? defaults.ownEntryMaxLength }, [
            '.',
            self,
            'own',
          ])
        : [];
    case 'number':
      if (feature.step === undefined) return [];
      return [
        // round() ignores floating-point noise, % does not.
        {
          holds: ['==', ['round', self, feature.step], self],
          code: 'not_a_multiple',
          params: { step: feature.step },
        },
      ];
    case 'date':
      return [
        ...dayCheck(feature.min, (day) => ['>=', self, day], 'too_early'),
        ...dayCheck(feature.max, (day) => ['<=', self, day], 'too_late'),
      ];
    default:
      return [];
  }
}

interface TextLimits {
  readonly min_length?: number | undefined;
  readonly max_length: number;
  readonly pattern?: string | undefined;
  readonly pattern_help?: PublishedCheck['reason'] | undefined;
}

function textChecks(
  { min_length, max_length, pattern, pattern_help }: TextLimits,
  text: Expr,
): PublishedCheck[] {
  const checks: PublishedCheck[] = [];
  const length: Expr = ['size', text];
  if (min_length !== undefined && min_length > 1)
    checks.push({ holds: ['!', ['<', length, min_length]], code: 'too_short', params: { min: min_length } });
  checks.push({ holds: ['!', ['>', length, max_length]], code: 'too_long', params: { max: max_length } });
  if (pattern !== undefined)
    checks.push(
      defined({
        // Longer texts are not matched: `checkPattern` has looked at the worst case up to that length.
        holds: ['||', ['>', length, max_length], ['matches', text, pattern]] as Expr,
        code: 'bad_pattern' as const,
        reason: pattern_help,
      }),
    );
  return checks;
}

function dayCheck(
  bound: string | { readonly days_from_today: number } | undefined,
  holds: (day: Expr) => Expr,
  code: 'too_early' | 'too_late',
): PublishedCheck[] {
  if (bound === undefined) return [];
  const day: Expr = typeof bound === 'string' ? bound : ['day', bound.days_from_today];
  return [{ holds: holds(day), code, params: { [code === 'too_early' ? 'min' : 'max']: day } }];
}
