/** The major version of the protocol that this code speaks (docs/PROTOCOL.md, "Versions"). */
export const VERSION = 1;
