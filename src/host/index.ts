export { embed } from './embed.ts';
export type { Embedded, EmbedOptions } from './embed.ts';
export { onQuotelet } from './on-quotelet.ts';
export type { Handlers, HeardEvent, HeardEventName, HeardEvents } from './heard-events.ts';
export type { ElementErrorCode, ErrorCode } from '../element-api/element-error-code.ts';
export type { EventDetail, WidgetEventName, WidgetEvents } from '../element-api/widget-events.ts';
