// Defaults of product files. The schemas state them, and the compiler fills them in: it also runs in browsers, where no Zod is.
// One constant each, so that the build writes them out where they are read.

export const languages: readonly string[] = ['en'];
export const taxRate = 0;
export const taxPrices = 'gross';
export const quantityMin = 1;
export const quantityMax = 1000;
export const quantityStep = 1;
export const repeatMin = 1;
export const repeatMax = 20;
export const externalPricingTimeoutMs = 10_000;

export const choiceDisplay = 'radio';
export const ownEntryMaxLength = 100;
export const multiChoiceDisplay = 'checkbox';
export const numberUnit = 'none';
export const numberDecimals = 0;
export const textMultiline = false;
export const textMaxLength = 200;
export const fileMaxMb = 20;
export const hiddenValueType = 'text';

export const pricePer = 'piece';
export const minimumPricePer = 'order';
export const roundMode = 'nearest';

export const gradientX1 = 0;
export const gradientY1 = 0;
export const gradientX2 = 0;
export const gradientY2 = 1;

export const extraFieldType = 'text';
export const extraFieldRequired = false;
export const extraFieldMaxLength = 500;
export const buttonStyle = 'primary';
export const triggerPdf = false;
export const triggerEmail = false;
export const triggerWebhook = false;
export const triggerPostMessage = false;
