/** Events that a frame may push to its page's `dataLayer`: only ours, because tag managers act on others. */
export const dataLayerEvent = /^ic_/;
