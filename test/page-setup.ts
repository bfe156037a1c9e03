// What browsers have and happy-dom has not.

/** Also on pages whose address has none (`srcdoc`). */
globalThis.origin ??= location.origin;

Object.defineProperty(Element.prototype, 'part', {
  set(this: Element, names: string) {
    this.setAttribute('part', names);
  },
});
