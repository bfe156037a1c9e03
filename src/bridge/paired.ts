/** The outcome of pairing, for one end. */
export interface Paired {
  readonly port: MessagePort;
  /** Names this pairing in every message. */
  readonly instance: string;
  /** The version that the other end speaks, if it has said so yet. */
  readonly version?: number;
}
