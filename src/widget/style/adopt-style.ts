const sheets = new Map<string, CSSStyleSheet>();

/** Adds a style sheet to a shadow root, once. A constructed sheet needs no nonce, and is shared by all widgets of a page. */
export function adoptStyle(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheets.set(css, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
