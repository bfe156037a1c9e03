import type { SvgNode } from './svg-node.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML may hold it: characters that no XML document may contain are dropped, the five special ones escaped. */
const escape = (text: string | number): string =>
  String(text)
    // Everything outside "Char" of XML 1.0.
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const markup = ({ tag, attributes, children }: SvgNode, extra = ''): string =>
  `<${tag}${extra}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join(
      '',
    )}>${children.map((child) => (typeof child === 'string' ? escape(child) : markup(child))).join('')}</${tag}>`;

/**
 * A drawing as the text of an SVG document of its own: well-formed XML, whatever was typed into the product.
 * Tags and attribute names are not checked, because `draw` emits only listed ones.
 */
export const svgText = (drawing: SvgNode): string =>
  markup(drawing, ' xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif"');
