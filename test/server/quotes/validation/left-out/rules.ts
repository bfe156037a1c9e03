import type { EnrichedFeature } from '../../../../../src/contract/quote/items.ts';
import type { ProductInput } from '../../../../../src/contract/product/product.ts';
import type { Selections } from '../../../../../src/contract/configuration/value.ts';
import type { Input } from './inputs.ts';

type Step = ProductInput['steps'][0];
type Rule = NonNullable<ProductInput['rules']>[0];
type Answer = Pick<EnrichedFeature, 'ID' | 'type' | 'value'>;

/** One kind of rule, about what is said to `x`. */
export interface RuleKind {
  readonly rule: (input: Input) => Rule;
  /** What is asked besides `x` and `go`, and how it is answered. */
  readonly steps?: readonly Step[];
  readonly items?: readonly { readonly ID: string; readonly repetitions: readonly (readonly Answer[])[] }[];
  readonly selections?: Selections;
  /** What is told of a submission that breaks it. */
  readonly code: string;
  /** Whether the browser keeps to it by itself. */
  readonly kept?: true;
  /** Whether it is about what features say together, and waits for what must be answered. */
  readonly together?: true;
  readonly applies?: (input: Input) => boolean;
}

const reason = 'Because';
const not = (condition: string) => `!(${condition})`;
const outside = ({ outside, holds }: Input) => outside ?? holds;
const more = (feature: Step['features'][0]): readonly Step[] => [
  { id: 'more', name: 'More', features: [feature] },
];
const said = (type: Answer['type'], value: Answer['value']): NonNullable<RuleKind['items']> => [
  { ID: 'more', repetitions: [[{ ID: 'y', type, value }]] },
];

const asked: Step['features'][0] = { id: 'y', name: 'Y', type: 'number' };
const note: Step['features'][0] = { id: 'y', name: 'Y', type: 'text' };
const choice: Step['features'][0] = {
  id: 'y',
  name: 'Y',
  type: 'choice',
  options: ['plain', 'special'].map((id) => ({ id, name: id })),
};
const special = {
  steps: more(choice),
  items: said('single_selection', 'special'),
  selections: { y: 'special' },
};
const rows: Step = {
  id: 'rows',
  name: 'Rows',
  repeat: { min: 0, max: 5, item_name: 'Row' },
  features: [{ id: 'y', name: 'Y', type: 'text' }],
};
const oneRow = {
  steps: [rows],
  items: [{ ID: 'rows', repetitions: [[]] }],
  selections: { rows: [{}] },
};

/** Every kind of rule there is, each demanding that `holds`. */
export const rules: Readonly<Record<string, RuleKind>> = {
  requires: {
    rule: ({ holds }) => ({ type: 'requires', when: 'go', then: holds, reason }),
    code: 'constraint',
    together: true,
  },
  excludes: {
    rule: ({ holds }) => ({ type: 'excludes', when: 'go', not: not(holds), reason }),
    code: 'constraint',
    together: true,
  },
  combination: {
    rule: ({ cell }) => ({ type: 'combination', features: ['go', 'x'], rows: [[true, cell!]], reason }),
    code: 'constraint',
    together: true,
    applies: ({ cell }) => cell !== undefined,
  },
  'visible feature': {
    rule: (input) => ({ type: 'visible', feature: 'y', when: not(outside(input)) }),
    steps: more(asked),
    code: 'required',
  },
  'visible step': {
    rule: (input) => ({ type: 'visible', step: 'more', when: not(outside(input)) }),
    steps: more(asked),
    code: 'required',
  },
  'enabled feature': {
    rule: (input) => ({ type: 'enabled', feature: 'y', when: outside(input), reason }),
    steps: more(note),
    items: said('text_input', 'Hi'),
    selections: { y: 'Hi' },
    code: 'feature_unavailable',
  },
  'enabled option': {
    rule: (input) => ({ type: 'enabled', feature: 'y', option: 'special', when: outside(input), reason }),
    ...special,
    code: 'option_unavailable',
  },
  required: {
    rule: (input) => ({ type: 'required', feature: 'y', when: not(outside(input)) }),
    steps: more(note),
    code: 'required',
  },
  allow: {
    rule: (input) => ({ type: 'allow', feature: 'y', when: not(outside(input)), options: ['plain'], reason }),
    ...special,
    code: 'option_unavailable',
  },
  bounds: {
    rule: (input) => ({ type: 'bounds', feature: 'y', when: not(outside(input)), max: 5 }),
    steps: more(asked),
    items: said('number_input', 7),
    selections: { y: 7 },
    code: 'too_large',
  },
  value: {
    rule: (input) => ({ type: 'value', feature: 'y', when: not(outside(input)), value: 'plain' }),
    ...special,
    code: 'derived_differs',
  },
  message: {
    rule: (input) => ({ type: 'message', level: 'error', when: not(outside(input)), text: 'No' }),
    code: 'message',
  },
  'repetitions, so many': {
    rule: (input) => ({ type: 'repetitions', step: 'rows', when: not(outside(input)), count: 2 }),
    ...oneRow,
    code: 'too_few_repetitions',
    kept: true,
  },
  'repetitions, at least': {
    rule: (input) => ({ type: 'repetitions', step: 'rows', when: not(outside(input)), min: 2 }),
    ...oneRow,
    code: 'too_few_repetitions',
  },
};
