/** A constraint (or a part of one) that a product cannot say. */
export class Inexpressible extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Dropped';
  }
}
