import type { Issue } from '../../contract/configuration/issue.ts';
import { unitSuffix } from '../../text/unit-suffix.ts';
import { idList } from '../inputs/id-list.ts';
import { inputs, isGroup } from '../inputs/inputs.ts';
import { LazyIssues } from './lazy-issues.ts';
import type { Widget } from '../mount/widget.ts';

interface FieldProps {
  readonly widget: Widget;
  readonly path: string;
}

/** Missing answers are held back until the shopper tries to submit: nobody likes to be scolded for questions not yet reached. */
const isShown = ({ kind }: Issue, insisting: boolean) => insisting || kind !== 'incomplete';

/** One question: its name, help, input and issues. Draws itself again only when its own state changes. */
export const Field = ({ widget, path }: FieldProps) => {
  const state = widget.state.feature(path)?.value;
  if (!state?.visible || state.feature.type === 'hidden') return null;
  const { text, t } = widget.texts;
  const { feature, disabled, required, options, min = 0 } = state;
  const issues = state.issues.filter((issue) => isShown(issue, widget.state.insisting.value));
  const Input = inputs[feature.type];
  const group = isGroup(feature);
  const [Frame, Label] = group ? (['fieldset', 'legend'] as const) : (['div', 'label'] as const);
  const described = idList(
    feature.help && `${path}-help`,
    disabled && `${path}-disabled`,
    issues.length && `${path}-issues`,
  );
  return (
    <Frame class="field" part="field" id={`${path}-field`} aria-describedby={group ? described : undefined}>
      <Label class="label" part="label" for={group ? undefined : path}>
        {text(feature.name)}
        <span class="muted">{unitSuffix(feature.display_unit ?? feature.unit)}</span>
        {/* Multiple choices with a minimum are not optional either. */}
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
        described={described}
        invalid={issues.some(({ level }) => level === 'error')}
      />
      {issues.length > 0 && <LazyIssues widget={widget} path={path} issues={issues} />}
    </Frame>
  );
};
