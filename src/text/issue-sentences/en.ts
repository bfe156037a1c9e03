import type { IssueSentences } from './issue-sentences.ts';

/** What is wrong with a configuration, in English. `{name}` is filled in; "one|many" picks by number. */
export default {
  required: '{name} is missing',
  wrong_type: 'We could not read this; please check the format',
  unknown_option: 'This choice is no longer on offer',
  option_unavailable: 'This choice is not available with your other choices',
  feature_unavailable: 'This cannot be chosen now',
  constraint: 'This does not fit your other choices',
  derived_differs: 'This follows from your other choices',
  too_small: 'At least {min}, please',
  too_large: 'At most {max}, please',
  not_a_multiple: 'Please enter a multiple of {step}',
  too_few: 'Please choose at least {min}',
  too_many: 'Please choose at most {max}',
  too_short: 'Please enter at least {min} characters',
  too_long: 'Please enter at most {max} character|Please enter at most {max} characters',
  bad_pattern: 'This does not have the right format',
  too_early: 'Please choose {min} or later',
  too_late: 'Please choose {max} or earlier',
  bad_date: 'This is not a date',
  too_few_repetitions: 'Please add more: at least {min}',
  too_many_repetitions: 'Please remove some: at most {max}',
  price_incomplete: 'Needed for the price',
  no_price: 'With these choices there is no price for “{name}”',
} satisfies IssueSentences;
