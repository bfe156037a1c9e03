import type { Issue } from '../../contract/configuration/resolution.ts';
import { unitSuffix } from '../text/format-value.ts';
import { inputs, isGroup } from '../inputs/inputs.ts';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';

/** Sentences and repairs are wanted only once something is wrong. */
export const Issues = lazy(() => import('./issues.tsx').then(({ Issues }) => Issues));

export interface FieldProps {
  readonly widget: Widget;
  readonly path: string;
}

/** What is missing is held back until a submission was tried: nobody likes to be scolded for what they have not reached. */
const isShown = ({ kind }: Issue, insisting: boolean) => insisting || kind !== 'incomplete';

/** One question: its name, help, input, and what is wrong with the answer. Draws itself again when its own state changes. */
export const Field = ({ widget, path }: FieldProps) => {
  const state = widget.state.feature(path)?.value;
  if (!state?.visible || state.feature.type === 'hidden') return null;
  const { text, t } = widget.texts;
  const { feature, disabled, required, options, min = 0 } = state;
  const issues = state.issues.filter((issue) => isShown(issue, widget.state.insisting.value));
  const Input = inputs[feature.type];
  const group = isGroup(feature);
  const [Frame, Label] = group ? (['fieldset', 'legend'] as const) : (['div', 'label'] as const);
  const described = [
    feature.help && `${path}-help`,
    disabled && `${path}-disabled`,
    issues.length && `${path}-issues`,
  ];
  return (
    <Frame
      class="field"
      part="field"
      id={`${path}-field`}
      aria-describedby={group ? described.filter(Boolean).join(' ') || undefined : undefined}
    >
      <Label class="label" part="label" for={group ? undefined : path}>
        {text(feature.name)}
        <span class="muted">{unitSuffix(feature.display_unit ?? feature.unit)}</span>
        {/* Several of which some have to be chosen may not be left out. */}
        {!required && !(options && min > 0) && feature.type !== 'computed' && (
          <span class="muted"> {t('optional')}</span>
        )}
      </Label>
      {feature.help && (
        <p class="muted" id={`${path}-help`}>
          {text(feature.help)}
        </p>
      )}
      {disabled && (
        <p class="reason" id={`${path}-disabled`}>
          {text(disabled)}
        </p>
      )}
      <Input
        widget={widget}
        state={state}
        described={described.filter(Boolean).join(' ') || undefined}
        invalid={issues.some(({ level }) => level === 'error')}
      />
      {issues.length > 0 && <Issues widget={widget} path={path} issues={issues} />}
    </Frame>
  );
};
