/** What one click came to, in ms since the moment that the browser says it was made. */
export interface Click {
  /** All that the click set off is done, and the next frame begins. */
  readonly worked: number;
  /** The next frame is painted. */
  readonly painted: number;
  /** The choice stood there as chosen in that frame. */
  readonly drawn: boolean;
}

declare global {
  interface Window {
    clicks: Click[];
    longTasks: number;
  }
}

/** Runs in the page, before everything else: times every click on a radio button or checkbox. */
export function clock(): void {
  window.clicks = [];
  window.longTasks = 0;
  new PerformanceObserver((list) => (window.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
  });
  /** Once the frame that is being made is painted. */
  const after = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  };
  addEventListener(
    'click',
    (event) => {
      const [input] = event.composedPath();
      if (!(input instanceof HTMLInputElement)) return;
      requestAnimationFrame(() => {
        const worked = performance.now() - event.timeStamp;
        after(() => {
          const shown = input.closest('label')?.part.contains('chosen') === input.checked;
          window.clicks.push({
            worked,
            painted: performance.now() - event.timeStamp,
            drawn: input.isConnected && shown,
          });
        });
      });
    },
    true,
  );
}
