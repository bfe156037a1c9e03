import type { Draft, Typed } from '../state/drafts.ts';

/** A draft as long as it stands for the current value, so that the field keeps the text as the shopper typed it. */
export const matchingDraft = (draft: Draft | undefined, value: Typed | undefined) =>
  draft?.text !== undefined && (!draft.reading || draft.reading.value === (value ?? null))
    ? draft
    : undefined;
