import type { ComponentType } from 'preact';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';
import { Choices } from './choices.tsx';
import { Computed } from './computed.tsx';
import { NumberInput } from './number-input.tsx';
import { TextInput } from './text-input.tsx';

export interface InputProps {
  readonly widget: Widget;
  readonly state: FeatureState;
  /** Ids of what describes it, for `aria-describedby`. */
  readonly described: string | undefined;
  readonly invalid: boolean;
}

const FileInput = lazy(() => import('./file-input.tsx').then(({ FileInput }) => FileInput));

/** How each kind of feature is answered. Most products choose and measure; what they rarely ask for loads with those that do. */
export const inputs: Readonly<
  Record<PublishedFeature['type'], ComponentType<InputProps> & { load?(): Promise<unknown> }>
> = {
  choice: Choices,
  multi_choice: Choices,
  yes_no: Choices,
  number: NumberInput,
  text: TextInput,
  date: TextInput,
  file: FileInput,
  computed: Computed,
  hidden: Computed,
};

/** Whether a feature is answered by several controls, so that a legend names them together. */
export const isGroup = ({ type, display }: PublishedFeature) =>
  display !== 'dropdown' && (type === 'yes_no' || type.endsWith('choice'));
