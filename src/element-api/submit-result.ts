import type { AddQuoteAnswer } from '../contract/quote/add-quote.ts';

/** The outcome of a submission: the companion's answer, or null where only the page was told. */
export interface SubmitResult {
  readonly button_id: string;
  readonly answer: AddQuoteAnswer | null;
}
