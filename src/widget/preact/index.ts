/**
 * The part of Preact that the widget uses, under the same names, so that either draws it: components, keyed children,
 * refs, SVG. No contexts, hooks, hydration or event options, which is why it is a seventh of the size.
 */
export { Component } from './component.ts';
export { render } from './render.ts';
export { createElement, Fragment, jsx, jsx as jsxs } from './vnode.ts';
