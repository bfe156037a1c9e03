let sheet: CSSStyleSheet | undefined;

/**
 * Keeps the room for a widget that is still on its way, so that what follows the element does not jump. A page sets
 * `--quotelet-min-height` to the height it expects; a whole screen is the default, because what comes below is then
 * out of sight. A constructed sheet needs no nonce where a `<style>` element would.
 */
export function reserveBox(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{display:block;min-height:var(--quotelet-min-height,100svh)}:host([hidden]){display:none}',
    );
  }
  root.adoptedStyleSheets = [sheet];
}

/** Gives the room back: the widget is there and has its own height. */
export function releaseBox(root: ShadowRoot): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
}
