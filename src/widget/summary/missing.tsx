import type { WidgetProps } from '../mount/widget-props.ts';
import { focusFeature } from '../questions/focus-feature.ts';
import { issueText } from '../text/issue-text.ts';
import { nameAt } from '../text/name-at.ts';
import { currentPrice } from '../pricing/current-price.ts';

/** Why there is no price: a sentence for each line without one, and a link to each question that has to be answered first. */
export const Missing = ({ widget }: WidgetProps) => {
  const unpriced = widget.state.resolved.value.issues.filter(({ params }) => params?.['line']);
  // Once for all repetitions of a step.
  const sentences = new Set(unpriced.map((issue) => issueText(widget, issue)));
  const lines = unpriced.map(({ params }) => params!['line']);
  const asked = currentPrice(widget).missing.filter((path) => !lines.includes(path));
  return (
    <>
      {[...sentences].map((sentence) => (
        <p key={sentence}>{sentence}.</p>
      ))}
      {asked.length > 0 && (
        <p>
          {widget.texts.t('still_needed')}{' '}
          {asked.map((path) => (
            <button type="button" class="link" key={path} onClick={() => focusFeature(widget, path)}>
              {nameAt(widget, path)}
            </button>
          ))}
        </p>
      )}
    </>
  );
};
