/** The three that are compared. */
export const kinds = ['raw', 'quotelet', 'penpal'] as const;
export type Kind = (typeof kinds)[number];

/** What travels: as much as a shopper's answer takes. The other end gives it back. */
export const payload = { width: 900, material: 'oak', colour: { own: 'RAL 5008' } };

/** One call and its result. */
export type Call = () => Promise<unknown>;
