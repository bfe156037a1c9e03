/** Changes up to this many pixels are ignored: layouts fluctuate. */
const SLACK = 4;
/** How many echoes in a row are reported; one that does not fade counts as three. */
const MAX_ECHOES = 7;
/** Content that has not changed for this time, in ms, has come to rest. */
const CALM = 50;

/**
 * Reports the height of the content, and every change of it (requirements 18 to 20 of docs/PROTOCOL.md).
 *
 * Content sized by the window (`100vh`) would grow with the frame that is made to fit it, for ever. Such an echo shows when the
 * window gets another height but keeps its width: only the frame has changed, so content that changes its height follows the
 * frame. Echoes that fade come to rest by themselves. Others are no longer reported, except once when all is calm: content
 * that grows by itself as fast as the frame follows looks the same, and must not be cut off.
 *
 * @param wrapper contains all content; the document itself is as high as the frame
 * @param report px, a whole number; called at most once per animation frame
 * @param signal ends it; without, it lasts as long as the document
 */
export function watchHeight(
  wrapper: HTMLElement,
  report: (height: number) => void,
  signal?: AbortSignal,
): void {
  let height = 0;
  let reported = 0;
  let width = innerWidth;
  let windowHeight = innerHeight;
  let echoes = 0;
  let change = 0;
  let due = 0;
  let last: ReturnType<typeof setTimeout>;

  /** @returns by how much the height has changed; 0 if that is to be ignored */
  const measure = () => {
    const now = Math.ceil(wrapper.getBoundingClientRect().height);
    const by = Math.abs(now - height);
    if (by <= SLACK) return 0;
    height = now;
    return by;
  };
  const reportNow = () => {
    clearTimeout(last);
    if (reported !== height) report((reported = height));
  };
  const look = () => {
    due = 0;
    // A frame that is drawn with its page may have a new height before its `resize` event: then this is an echo.
    if (windowHeight !== innerHeight || !measure()) return;
    // The content has changed by itself.
    echoes = 0;
    reportNow();
  };
  const resized = () => {
    const otherWidth = width !== innerWidth;
    const by = measure();
    echoes = otherWidth || !by ? 0 : echoes + (by > change * 0.75 ? 3 : 1);
    width = innerWidth;
    windowHeight = innerHeight;
    change = by;
    if (echoes <= MAX_ECHOES) reportNow();
    else if (echoes < Infinity) {
      clearTimeout(last);
      last = setTimeout(() => {
        echoes = Infinity;
        reportNow();
      }, CALM);
    }
  };

  const observer = new ResizeObserver(() => (due ||= requestAnimationFrame(look)));
  observer.observe(wrapper);
  addEventListener('resize', resized, { signal: signal! });
  signal?.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(due);
    clearTimeout(last);
  });
}
