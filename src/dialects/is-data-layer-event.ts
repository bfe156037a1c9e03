/** Whether a frame may push an entry with this event to its page's `dataLayer`: only ours, as tag managers act on others. */
export const isDataLayerEvent = (event: string): boolean => /^ic_/.test(event);
