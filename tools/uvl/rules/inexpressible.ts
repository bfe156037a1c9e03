/** Thrown for a constraint, or a part of one, that a product cannot express. */
export class Inexpressible extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Inexpressible';
  }
}
