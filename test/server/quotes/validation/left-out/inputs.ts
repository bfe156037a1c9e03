import type { EnrichedFeature } from '../../../../../src/contract/quote/items.ts';
import type { ProductInput } from '../../../../../src/contract/product/product.ts';
import type { Value } from '../../../../../src/contract/configuration/value.ts';

type Feature = ProductInput['steps'][0]['features'][0];
type Answer = Pick<EnrichedFeature, 'type' | 'value'>;

/** What is said about the question: something that fits, something that breaks the rule, or nothing. */
export type Said = 'right' | 'wrong' | 'nothing';

/** One kind of input, asked under the id `x`. */
export interface Input {
  readonly feature: (required: boolean) => readonly Feature[];
  /** Holds of what is right; not of what is wrong, nor of nothing. */
  readonly holds: string;
  /** The same, asked outside the repetitions of a step. Default: `holds`. */
  readonly outside?: string;
  /** The cell of a combination table that stands for what is right. */
  readonly cell?: string | number | boolean;
  /** Absent where nothing wrong can be said. */
  readonly answers: { readonly right: Value; readonly wrong?: Value };
  readonly item: (value: never) => Answer;
  /** Values that are none of its own. */
  readonly strange: readonly EnrichedFeature['value'][];
  /** The feature that is answered, where it is another: what is computed follows from it. */
  readonly id?: string;
  /** Whether it can be required at all. */
  readonly required: boolean;
  readonly repeated?: true;
}

const text = (value: string): Answer => ({ type: 'text_input', value });
const number = (value: number): Answer => ({ type: 'number_input', value });
const options = ['a', 'b'].map((id) => ({ id, name: id }));

/** Every kind of input there is. */
export const inputs: Readonly<Record<string, Input>> = {
  choice: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'choice', options, required }],
    holds: "x == 'a'",
    cell: 'a',
    answers: { right: 'a', wrong: 'b' },
    item: (value: string) => ({ type: 'single_selection', value }),
    strange: [5, { a: true }],
    required: true,
  },
  multi_choice: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'multi_choice', options, required }],
    holds: "'a' in x",
    answers: { right: ['a'], wrong: ['b'] },
    item: (value: string[]) => ({
      type: 'multiple_selection',
      value: Object.fromEntries(options.map(({ id }) => [id, value.includes(id)])),
    }),
    strange: ['a', 5],
    required: true,
  },
  yes_no: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'yes_no', required }],
    holds: 'x',
    cell: true,
    answers: { right: true, wrong: false },
    item: (value: boolean) => ({ type: 'single_selection', value: value ? 'yes' : 'no' }),
    strange: ['true', 1, { yes: true }],
    required: true,
  },
  number: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'number', required }],
    holds: 'x <= 10',
    cell: 5,
    answers: { right: 5, wrong: 50 },
    item: number,
    strange: ['5', { a: true }],
    required: true,
  },
  text: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'text', required }],
    holds: "x == 'fine'",
    cell: 'fine',
    answers: { right: 'fine', wrong: 'other' },
    item: text,
    strange: [5, { a: true }],
    required: true,
  },
  date: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'date', required }],
    holds: "x <= '2030-06-30'",
    cell: '2030-06-01',
    answers: { right: '2030-06-01', wrong: '2031-01-01' },
    item: (value: string) => ({ type: 'date', value }),
    strange: [20300601],
    required: true,
  },
  file: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'file', accept: ['.pdf'], required }],
    holds: 'has(x)',
    answers: { right: { file_id: '', name: 'plan.pdf', size: 1 } },
    item: ({ file_id }: { file_id: string }) => ({ type: 'file_input', value: file_id }),
    strange: [5, 'plan.pdf', { a: true }],
    required: true,
  },
  hidden: {
    feature: () => [{ id: 'x', name: 'X', type: 'hidden' }],
    holds: "x == 'fine'",
    cell: 'fine',
    answers: { right: 'fine', wrong: 'other' },
    item: text,
    strange: [5, { a: true }],
    required: false,
  },
  computed: {
    feature: (required) => [
      { id: 'n', name: 'N', type: 'number', required },
      { id: 'x', name: 'X', type: 'computed', value: 'n * 2' },
    ],
    holds: 'x <= 10',
    cell: 4,
    answers: { right: 2, wrong: 50 },
    item: number,
    id: 'n',
    strange: ['5', { a: true }],
    required: true,
  },
  repeated: {
    feature: (required) => [{ id: 'x', name: 'X', type: 'number', required }],
    holds: 'x <= 10',
    outside: 'max(parts.x) <= 10',
    cell: 5,
    answers: { right: 5, wrong: 50 },
    item: number,
    strange: ['5', { a: true }],
    required: true,
    repeated: true,
  },
};
