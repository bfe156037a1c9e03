import type { ComponentType } from 'preact';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import { lazy } from '../mount/lazy.ts';
import { Choices } from './choices.tsx';
import { Computed } from './computed.tsx';
import type { InputProps } from './input-props.ts';
import { NumberInput } from './number-input.tsx';
import { TextInput } from './text-input.tsx';

const FileInput = lazy(() => import('./file-input.tsx'), 'FileInput');

/**
 * The registry of inputs: the component for each type of feature. A new type gets a component in this folder, which takes
 * `InputProps`, and a line here. Inputs that few products need are lazy.
 */
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

/** Whether a feature has several controls, which take a fieldset and a legend around them. */
export const isGroup = ({ type, display }: PublishedFeature) =>
  display !== 'dropdown' && (type === 'yes_no' || type.endsWith('choice'));
