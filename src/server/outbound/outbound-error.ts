export type OutboundErrorCode =
  'invalid_url' | 'address_refused' | 'name_not_found' | 'connection_failed' | 'timeout';

/** Why a call got no answer. The code is stable; the message says more and never contains a secret. */
export class OutboundError extends Error {
  readonly code: OutboundErrorCode;
  constructor(code: OutboundErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.code = code;
  }
}
