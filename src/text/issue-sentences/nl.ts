import type { IssueSentences } from './issue-sentences.ts';

/** What is wrong with a configuration, in Dutch. */
const sentences: IssueSentences = {
  required: '{name} ontbreekt',
  wrong_type: 'Dit konden we niet lezen; controleer de schrijfwijze',
  unknown_option: 'Deze keuze wordt niet meer aangeboden',
  option_unavailable: 'Deze keuze is niet beschikbaar bij uw andere keuzes',
  feature_unavailable: 'Dit kan nu niet worden gekozen',
  constraint: 'Dit past niet bij uw andere keuzes',
  derived_differs: 'Dit volgt uit uw andere keuzes',
  too_small: 'Minimaal {min}',
  too_large: 'Maximaal {max}',
  not_a_multiple: 'Vul een veelvoud van {step} in',
  too_few: 'Kies er minstens {min}',
  too_many: 'Kies er hoogstens {max}',
  too_short: 'Vul minstens {min} tekens in',
  too_long: 'Vul hoogstens {max} teken in|Vul hoogstens {max} tekens in',
  bad_pattern: 'Dit heeft niet de juiste vorm',
  too_early: 'Kies {min} of later',
  too_late: 'Kies {max} of eerder',
  bad_date: 'Dit is geen datum',
  too_few_repetitions: 'Voeg er meer toe: minstens {min}',
  too_many_repetitions: 'Verwijder er enkele: hoogstens {max}',
  price_incomplete: 'Nodig voor de prijs',
  no_price: 'Bij deze keuzes is er geen prijs voor ‘{name}’',
};
export default sentences;
