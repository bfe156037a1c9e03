/** Space above and below what is brought into view, in px. */
const MARGIN = 16;

/**
 * Keeps what happens in the frame in view. Browsers let no frame scroll a page of another origin, and the frame is as high
 * as its content: what gets the focus may be far out of sight, and a dialog centred in the frame, too.
 *
 * @param element everything happens in its (open) shadow root
 * @param reveal asks the page to bring a part of the frame into view: px from the frame's top, and its height in px
 */
export function keepInView(element: HTMLElement, reveal: (top: number, height: number) => void): void {
  const root = element.shadowRoot!;
  const show = async (part: Element) => {
    const dialog = part.closest('dialog');
    const [wanted, visible] = await Promise.all([intersectionOf(part), intersectionOf(element)]);
    if (dialog?.matches(':modal')) fitDialog(dialog, visible.intersectionRect);
    else if (wanted.intersectionRatio < 0.9) {
      const { top, height } = wanted.boundingClientRect;
      reveal(top - MARGIN, height + 2 * MARGIN);
    }
  };
  // On the root: a focus that moves within it is not heard outside.
  root.addEventListener('focusin', ({ target }) => void show(target as Element));
  element.addEventListener('widget.step_changed', ({ detail }) => {
    const step = root.getElementById(`${detail.data.step_id}-step`);
    if (step) void show(step);
  });
}

/** Where an element is and which part of it is visible, measured against the top window even across origins. */
const intersectionOf = (element: Element): Promise<IntersectionObserverEntry> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry!);
    });
    observer.observe(element);
  });

/** Puts a dialog into the visible part of the frame. */
function fitDialog({ style }: HTMLDialogElement, { top, height }: DOMRectReadOnly): void {
  if (!height) return;
  style.marginBlock = `${top + MARGIN}px auto`;
  style.maxBlockSize = `${height - 2 * MARGIN}px`;
}
