import { describe, expectTypeOf, it } from 'vitest';
import {
  embed,
  type onQuotelet,
  type Embedded,
  type EmbedOptions,
  type Handlers,
  type HeardEvent,
  type HeardEventName,
} from '../../src/host/index.ts';
import type { EventDetail, WidgetEventName, WidgetEvents } from '../../src/loader/index.ts';

describe('types of quotelet/host', () => {
  it('gives each handler the data and the message of its own event', () => {
    expectTypeOf<HeardEventName>().toEqualTypeOf<
      WidgetEventName | 'widget.resized' | 'widget.revealed' | 'widget.tracked'
    >();
    expectTypeOf<keyof Handlers>().toEqualTypeOf<HeardEventName>();
    type OnAdded = NonNullable<Handlers['widget.added_to_cart']>;
    expectTypeOf<OnAdded>().parameters.toEqualTypeOf<
      [WidgetEvents['widget.added_to_cart'], HeardEvent<'widget.added_to_cart'>]
    >();
    type OnResized = NonNullable<Handlers['widget.resized']>;
    expectTypeOf<Parameters<OnResized>[0]['height']>().toEqualTypeOf<number>();
    type OnTracked = NonNullable<Handlers['widget.tracked']>;
    expectTypeOf<Parameters<OnTracked>[0]['event']>().toEqualTypeOf<'ic_setup' | 'ic_update' | 'ic_finish'>();
  });

  it('knows the handlers written on the spot, and refuses events that do not exist', () => {
    type Given = Parameters<typeof onQuotelet>[2];
    const handlers: Given = {
      'quotation.created': ({ quotation_number, pdf_url }, { id }) => {
        expectTypeOf(quotation_number).toEqualTypeOf<number>();
        expectTypeOf(pdf_url).toEqualTypeOf<string>();
        expectTypeOf(id).toEqualTypeOf<string>();
      },
      // @ts-expect-error quotations have a number, and no price of that name
      'price.changed': ({ quotation_number }) => void quotation_number,
    };
    void handlers;
    // @ts-expect-error there is no such event
    const unknown: Given = { 'widget.sold': () => {} };
    void unknown;
    expectTypeOf<Parameters<typeof onQuotelet>[1]>().toEqualTypeOf<{ readonly origin: string }>();
  });

  it('types what on() gives by the name of the event', () => {
    const listen = ({ on }: Embedded) => {
      on('widget.submitting', (data, event) => {
        expectTypeOf(data).toEqualTypeOf<WidgetEvents['widget.submitting']>();
        expectTypeOf(event).toEqualTypeOf<CustomEvent<EventDetail<'widget.submitting'>>>();
      });
      // @ts-expect-error only bare iframes say their height; this one has it already
      on('widget.resized', () => {});
    };
    expectTypeOf(listen).returns.toEqualTypeOf<void>();
    expectTypeOf<ReturnType<Embedded['on']>>().toEqualTypeOf<() => void>();
  });

  it('wants a product or a file, not both and not neither', () => {
    expectTypeOf<{ base: string; product: string }>().toExtend<EmbedOptions>();
    expectTypeOf<{ base: string; src: string; lang: string }>().toExtend<EmbedOptions>();
    expectTypeOf<{ base: string }>().not.toExtend<EmbedOptions>();
    expectTypeOf<{ product: string }>().not.toExtend<EmbedOptions>();
    expectTypeOf<{ base: string; product: string; src: string }>().not.toExtend<EmbedOptions>();
    expectTypeOf(embed).parameter(0).toEqualTypeOf<Element | string>();
    expectTypeOf<Embedded['ready']>().toEqualTypeOf<Promise<void>>();
  });
});
