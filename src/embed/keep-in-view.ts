/** Room above and below what is brought into view, in px. */
const MARGIN = 16;

/**
 * Keeps what happens in the frame before the shopper's eyes. Browsers let no frame scroll the page of another origin, and the
 * frame is as high as its content: what gets the focus may be far out of sight, and a dialog in the middle of nowhere.
 *
 * @param element in its shadow, which is open, all happens
 * @param reveal asks the page to bring a strip of the frame into view: px from the frame's top, px high
 */
export function keepInView(element: HTMLElement, reveal: (top: number, height: number) => void): void {
  const root = element.shadowRoot!;
  const show = async (part: Element) => {
    const dialog = part.closest('dialog');
    const [wanted, visible] = await Promise.all([look(part), look(element)]);
    if (dialog?.matches(':modal')) place(dialog, visible.intersectionRect);
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

/** Where an element is, and which part of it a shopper sees: measured against the window of the page, whichever origin it is of. */
const look = (element: Element): Promise<IntersectionObserverEntry> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry!);
    });
    observer.observe(element);
  });

/** Puts a dialog into the part of the frame that is in sight. */
function place({ style }: HTMLDialogElement, { top, height }: DOMRectReadOnly): void {
  if (!height) return;
  style.marginBlock = `${top + MARGIN}px auto`;
  style.maxBlockSize = `${height - 2 * MARGIN}px`;
}
