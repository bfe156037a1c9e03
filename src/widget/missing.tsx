import { focusFeature } from './focus-feature.ts';
import { nameAt } from './name-at.ts';
import type { Widget } from './widget.ts';

/** What is missing for a price, each a way to its question. */
export const Missing = ({ widget, paths }: { widget: Widget; paths: readonly string[] }) => (
  <p>
    {widget.texts.t('still_needed')}{' '}
    {paths.map((path) => {
      const name = nameAt(widget, path);
      return (
        name && (
          <button type="button" class="link" key={path} onClick={() => focusFeature(widget, path)}>
            {name}
          </button>
        )
      );
    })}
  </p>
);
