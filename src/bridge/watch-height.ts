/** Changes up to so many pixels are nobody's business: layouts breathe. */
const SLACK = 4;
/** Echoes in a row before the height is left as it is; one that does not fade counts three times. */
const MOST = 7;
/** Content that has not changed for so many ms has come to rest. */
const CALM = 50;

/**
 * Says how high the content is, from now on (requirements 18 to 20 of docs/PROTOCOL.md).
 *
 * Content sized by the window (`100vh`) grows with the frame that was made to fit it, for ever. Such an echo shows at the
 * moment the window has another height but the same width: nothing but the frame has changed then, so content that has
 * another height follows the frame. Echoes that fade come to rest by themselves; the others are no longer said, but for one
 * when all is calm: content that grows by itself, as fast as the frame follows, looks the same and must not be cut off.
 *
 * @param wrapper around all content; the document itself is as high as the frame
 * @param say px, a whole number; at most once a frame
 * @param signal ends it; default: the document's own end does
 */
export function watchHeight(wrapper: HTMLElement, say: (height: number) => void, signal?: AbortSignal): void {
  let height = 0;
  let said = 0;
  let width = innerWidth;
  let tall = innerHeight;
  let echoes = 0;
  let change = 0;
  let due = 0;
  let last: ReturnType<typeof setTimeout>;

  /** @returns by how much it has changed; 0 for less than anybody's business */
  const measure = () => {
    const now = Math.ceil(wrapper.getBoundingClientRect().height);
    const by = Math.abs(now - height);
    if (by <= SLACK) return 0;
    height = now;
    return by;
  };
  const speak = () => {
    clearTimeout(last);
    if (said !== height) say((said = height));
  };
  const look = () => {
    due = 0;
    // Drawn with the page around it, a frame may already have a height that it has yet to be told of: then it is an echo.
    if (tall !== innerHeight || !measure()) return;
    // It has changed by itself.
    echoes = 0;
    speak();
  };
  const resized = () => {
    const narrower = width !== innerWidth;
    const by = measure();
    echoes = narrower || !by ? 0 : echoes + (by > change * 0.75 ? 3 : 1);
    width = innerWidth;
    tall = innerHeight;
    change = by;
    if (echoes <= MOST) speak();
    else if (echoes < Infinity) {
      clearTimeout(last);
      last = setTimeout(() => {
        echoes = Infinity;
        speak();
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
