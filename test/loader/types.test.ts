import { describe, expectTypeOf, it } from 'vitest';
import type {
  ElementErrorCode,
  ErrorCode,
  EventDetail,
  QuoteletConfigurator,
  WidgetEventName,
  WidgetEvents,
} from '../../src/loader/index.ts';

describe('types of the package', () => {
  it('knows every event wherever one may listen', () => {
    type Known = { [Name in WidgetEventName]: CustomEvent<EventDetail<Name>> };
    expectTypeOf<Pick<HTMLElementEventMap, WidgetEventName>>().toEqualTypeOf<Known>();
    expectTypeOf<Pick<DocumentEventMap, WidgetEventName>>().toEqualTypeOf<Known>();
  });

  it('names the codes of errors', () => {
    expectTypeOf<WidgetEvents['widget.error']['code']>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<'frame_silent' | 'invalid' | 'http_502'>().toExtend<ElementErrorCode>();
    // @ts-expect-error there is no such code
    const unknown: ElementErrorCode = 'frame_shy';
    void unknown;
  });

  it('knows the element by its tag, its methods and its one property', () => {
    expectTypeOf<HTMLElementTagNameMap['quotelet-configurator']>().toEqualTypeOf<QuoteletConfigurator>();
    expectTypeOf<QuoteletConfigurator['submit']>().parameters.toEqualTypeOf<[buttonId: string]>();
    expectTypeOf<QuoteletConfigurator['select']>().parameter(0).toExtend<Record<string, unknown>>();
    // @ts-expect-error a price is asked for asynchronously: the page may have to ask its own server
    const pricing: QuoteletConfigurator['pricing'] = () => ({ total_price: 1 });
    void pricing;
  });
});
