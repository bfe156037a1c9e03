import type { Output } from '../product/output.ts';
import type { Text } from '../product/text.ts';

/** A submission output without the URLs and addresses behind its triggers. */
export interface PublishedOutput extends Omit<Output, 'buttons'> {
  readonly buttons: readonly PublishedButton[];
}

export interface PublishedButton {
  readonly id: string;
  readonly name: Text;
  readonly style: 'primary' | 'secondary';
  readonly triggers: {
    readonly pdf: boolean;
    readonly email: boolean;
    readonly webhook: boolean;
    readonly post_message: boolean;
  };
}
