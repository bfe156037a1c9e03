import type { FeatureBuilder } from '../feature-builder.ts';

/** Whether a feature has few enough values to try each of them. */
export const hasMoves = ({ state: { feature, visible, disabled } }: FeatureBuilder): boolean =>
  visible && disabled === undefined && (feature.options !== undefined || feature.type === 'yes_no');

/** Whether a feature has a default that may be exchanged for another value: nobody chose it. */
export const isAdjustable = (builder: FeatureBuilder): boolean =>
  builder.state.by === 'default' && hasMoves(builder);

/** Whether somebody chose the value of a feature. */
export const isAnswered = ({ state: { by } }: FeatureBuilder): boolean => by === 'user' || by === 'import';
