/** Characters of a value that is a text. Apart from the other limits: the widget's first chunk has those, and no need of this one. */
export const LONGEST_TEXT = 5000;
