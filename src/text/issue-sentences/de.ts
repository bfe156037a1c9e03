import type { IssueSentences } from './issue-sentences.ts';

/** What is wrong with a configuration, in German. */
const sentences: IssueSentences = {
  required: '{name} fehlt',
  wrong_type: 'Das konnten wir nicht lesen; bitte prüfen Sie die Schreibweise',
  unknown_option: 'Diese Auswahl wird nicht mehr angeboten',
  option_unavailable: 'Diese Auswahl ist mit Ihren übrigen Angaben nicht verfügbar',
  feature_unavailable: 'Das kann jetzt nicht gewählt werden',
  constraint: 'Das passt nicht zu Ihrer übrigen Auswahl',
  derived_differs: 'Das ergibt sich aus Ihrer übrigen Auswahl',
  too_small: 'Bitte mindestens {min}',
  too_large: 'Bitte höchstens {max}',
  not_a_multiple: 'Bitte geben Sie ein Vielfaches von {step} ein',
  too_few: 'Bitte wählen Sie mindestens {min}',
  too_many: 'Bitte wählen Sie höchstens {max}',
  too_short: 'Bitte geben Sie mindestens {min} Zeichen ein',
  too_long: 'Bitte geben Sie höchstens {max} Zeichen ein',
  bad_pattern: 'Das hat nicht die richtige Form',
  too_early: 'Bitte wählen Sie den {min} oder später',
  too_late: 'Bitte wählen Sie den {max} oder früher',
  bad_date: 'Das ist kein Datum',
  too_few_repetitions: 'Bitte fügen Sie weitere hinzu: mindestens {min}',
  too_many_repetitions: 'Bitte entfernen Sie einige: höchstens {max}',
  price_incomplete: 'Für den Preis erforderlich',
  no_price: 'Bei dieser Auswahl gibt es keinen Preis für „{name}“',
};
export default sentences;
