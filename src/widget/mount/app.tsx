import { Summary } from '../summary/summary.tsx';
import { Picture } from '../picture/picture.tsx';
import { lazy } from './lazy.ts';
import { Quantity } from '../summary/quantity.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { LiveRegion } from '../live-region/live-region.tsx';
import { Buttons } from '../summary/buttons.tsx';
import type { ComponentType } from 'preact';
import { Steps } from '../questions/steps.tsx';
import type { WidgetProps } from './widget-props.ts';

export const Alerts = lazy(() => import('../questions/alerts.tsx'), 'Alerts');

/** A place for a part that is loaded on demand. */
const Slot = ({ widget, name }: WidgetProps & { name: 'notice' | 'outcome' | 'dialog' }) =>
  widget[name].value;
/** Conflicts, and messages that belong to no question, if there are any. */
const Warnings = ({ widget }: WidgetProps) =>
  widget.state.resolved.value.issues.some(({ kind }) => /^[cm]/.test(kind)) && <Alerts widget={widget} />;
/** A view that can wait until the questions are on screen. */
const Deferred = ({ widget, view: View }: WidgetProps & { view: ComponentType<WidgetProps> }) =>
  widget.ready.value && <View widget={widget} />;

/** The whole configurator. On wide screens picture and price are beside the questions, on small ones around them. */
export const App = ({ widget }: WidgetProps) => {
  const { product, texts } = widget;
  return (
    <div class="widget" part="widget" lang={texts.language}>
      <div class="form" part="form">
        <header>
          <h2 part="title">{texts.text(product.name)}</h2>
          <p class="muted">{texts.text(product.description)}</p>
        </header>
        <Slot widget={widget} name="notice" />
        <Warnings widget={widget} />
        <Steps widget={widget} />
      </div>
      <div class="side">
        {(product.drawing ?? product.image) && (
          <div class="picture" part="picture">
            <Deferred widget={widget} view={Picture} />
          </div>
        )}
        <Summary widget={widget} />
        <div class="submit" part="submit">
          <Quantity widget={widget} />
          <Buttons widget={widget} />
          <Slot widget={widget} name="outcome" />
          <div class="tools" part="tools">
            <Deferred widget={widget} view={Toolbar} />
          </div>
        </div>
      </div>
      <Slot widget={widget} name="dialog" />
      <LiveRegion widget={widget} />
    </div>
  );
};
