const MAX_HEIGHT = 20_000;

/**
 * Gives a frame the height that it asks for, in px, with the next animation frame.
 *
 * @param signal ends it
 */
export function frameResizer({ style }: HTMLIFrameElement, signal: AbortSignal): (height: number) => void {
  let height = 0;
  let due = 0;
  signal.onabort = () => cancelAnimationFrame(due);
  return (wanted) => {
    height = Math.min(MAX_HEIGHT, Math.max(0, wanted));
    due ||= requestAnimationFrame(() => {
      due = 0;
      style.height = `${height}px`;
    });
  };
}
