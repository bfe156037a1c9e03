import { createEngine } from '../../../src/engine/create-engine.ts';
import type { Resolved } from '../../../src/engine/resolved.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Answer, Answers } from '../../../src/contract/configuration/answers.ts';
import type { Issue } from '../../../src/contract/configuration/issue.ts';
import type { Value } from '../../../src/contract/configuration/value.ts';

/** The day on which all this happens. */
export const today = '2026-11-20';

/**
 * A product that can have everything wrong with it. All its ids begin with `zz`, so that none of them goes unnoticed in a
 * sentence.
 */
export const troubled: ProductInput = {
  id: 'zz-troubled',
  version: '1',
  name: { en: 'Gate', nl: 'Poort', de: 'Tor' },
  languages: ['en', 'nl', 'de'],
  currency: 'EUR',
  quantity: { min: 2, max: 1000, step: 2 },
  steps: [
    {
      id: 'zz_main',
      name: { en: 'Frame', nl: 'Frame', de: 'Rahmen' },
      features: [
        { id: 'zz_count', name: 'Count', type: 'number', unit: 'piece', default: 3 },
        {
          id: 'zz_wood',
          name: { en: 'Wood', nl: 'Hout', de: 'Holz' },
          type: 'choice',
          default: 'zz_oak',
          options: [
            { id: 'zz_oak', name: { en: 'Oak', nl: 'Eiken', de: 'Eiche' } },
            {
              id: 'zz_ash',
              name: { en: 'Ash', nl: 'Essen', de: 'Esche' },
              enabled: { when: 'zz_count > 3', reason: { nl: 'Essen vanaf vier', en: 'Ash from four on' } },
            },
            { id: 'zz_elm', name: 'Elm', visible: 'zz_count > 3' },
          ],
        },
        {
          id: 'zz_oil',
          name: { en: 'Oil', nl: 'Olie', de: 'Öl' },
          type: 'choice',
          required: 'zz_count == 7',
          options: [
            { id: 'zz_clear', name: 'Clear' },
            { id: 'zz_dark', name: { en: 'Dark', nl: 'Donker' } },
          ],
          own: {
            name: 'Other',
            pattern: 'RAL \\d{4}',
            max_length: 8,
            pattern_help: { en: 'Such as RAL 7016', nl: 'Zoals RAL 7016' },
          },
        },
        {
          id: 'zz_width',
          name: { en: 'Width', nl: 'Breedte', de: 'Breite' },
          type: 'number',
          unit: 'mm',
          display_unit: 'in',
          min: 609.6,
          max: '609.6 * zz_count',
          step: 12.7,
          decimals: 1,
          required: false,
        },
        {
          id: 'zz_depth',
          name: { en: 'Depth', nl: 'Diepte', de: 'Tiefe' },
          type: 'number',
          unit: 'mm',
          display_unit: 'in',
          min: 1000,
          max: 'zz_count * 1000 / 3',
          step: 2,
          required: false,
        },
        {
          id: 'zz_load',
          name: { en: 'Load', nl: 'Last', de: 'Last' },
          type: 'number',
          unit: 'g',
          display_unit: 'kg',
          min: 'zz_count * 500',
          max: 1_250_500,
          step: 500,
          required: false,
        },
        {
          id: 'zz_tilt',
          name: { en: 'Tilt', nl: 'Helling', de: 'Neigung' },
          type: 'number',
          unit: 'percent',
          min: -10,
          max: '10 / zz_count',
          required: false,
        },
        {
          id: 'zz_extras',
          name: { en: 'Extras', nl: 'Extra’s', de: 'Extras' },
          type: 'multi_choice',
          min: 'zz_count == 9 ? 3 / 2 : 2',
          max: 'zz_count == 9 ? 3 : 2',
          options: ['zz_a', 'zz_b', 'zz_c', 'zz_d'].map((id) => ({ id, name: id.slice(3).toUpperCase() })),
        },
        {
          id: 'zz_note',
          name: { en: 'Note', nl: 'Opmerking', de: 'Notiz' },
          type: 'text',
          min_length: 3,
          max_length: 1200,
          pattern: '[^!]*',
          required: 'zz_count == 8',
        },
        { id: 'zz_letter', name: 'Letter', type: 'text', max_length: 1 },
        {
          id: 'zz_from',
          name: { en: 'From', nl: 'Vanaf', de: 'Ab' },
          type: 'date',
          min: '2026-11-27',
          max: '2027-03-01',
          required: false,
        },
        {
          id: 'zz_until',
          name: { en: 'Until', nl: 'Tot', de: 'Bis' },
          type: 'date',
          min: { days_from_today: 7 },
          max: { days_from_today: 42 },
          required: false,
        },
        {
          id: 'zz_motor',
          name: 'Motor',
          type: 'yes_no',
          enabled: { when: 'zz_count < 5', reason: { nl: 'Te zwaar voor een motor' } },
        },
        {
          id: 'zz_lamp',
          name: 'Lamp',
          type: 'yes_no',
          enabled: { when: 'zz_count < 5', reason: '' },
        },
        { id: 'zz_posts', name: 'Posts', type: 'number', required: false },
        { id: 'zz_hinges', name: 'Hinges', type: 'number', required: false },
        { id: 'zz_latch', name: 'Latch', type: 'yes_no' },
        {
          id: 'zz_glass',
          name: { en: 'Glass', nl: 'Glas', de: 'Glas' },
          type: 'number',
          unit: 'mm',
          required: false,
        },
      ],
    },
    {
      id: 'zz_panels',
      name: { en: 'Panels', nl: 'Panelen', de: 'Felder' },
      repeat: { min: 2, max: 4, default: 2, item_name: { en: 'Panel', nl: 'Paneel', de: 'Feld' } },
      features: [
        {
          id: 'zz_height',
          name: { en: 'Height', nl: 'Hoogte', de: 'Höhe' },
          type: 'number',
          unit: 'mm',
          display_unit: 'cm',
          min: 400,
          max: 'zz_count * 1234.5',
          default: 900,
        },
        {
          id: 'zz_ready',
          name: { en: 'Ready', nl: 'Klaar', de: 'Fertig' },
          type: 'date',
          min: { days_from_today: 7 },
          required: false,
        },
      ],
    },
  ],
  rules: [
    { type: 'value', feature: 'zz_posts', value: { expression: 'zz_count + 1' } },
    {
      type: 'value',
      feature: 'zz_hinges',
      value: { expression: 'zz_count * 2' },
      reason: { en: 'Two for each', de: 'Zwei für jedes' },
    },
    {
      type: 'bounds',
      feature: 'zz_width',
      when: 'zz_wood == "zz_oak" && zz_count == 6',
      max: 1000,
      reason: { en: 'Oak warps', nl: 'Eiken trekt krom' },
    },
    { type: 'repetitions', step: 'zz_panels', when: 'zz_count == 9', min: '7 / 2' },
    {
      type: 'requires',
      when: 'zz_latch',
      then: 'zz_count < 4',
      reason: { nl: 'Geen slot bij zo veel', de: 'Kein Riegel bei so vielen' },
    },
    { type: 'excludes', when: 'zz_latch', not: 'zz_count == 2', reason: '' },
    { type: 'message', level: 'error', when: 'zz_count == 13', text: { en: 'Bad luck', nl: 'Pech' } },
    { type: 'message', level: 'error', when: 'zz_count == 14', text: '', feature: 'zz_count' },
  ],
  tables: [{ id: 'zz_table', x: [100], values: [7] }],
  prices: [
    { id: 'zz_base', name: 'Base', kind: 'fixed', amount: 50 },
    {
      id: 'zz_pane',
      name: { en: 'Pane', nl: 'Ruit', de: 'Scheibe' },
      kind: 'table',
      when: 'zz_count == 15',
      table: 'zz_table',
      x: 'zz_glass',
    },
    { id: 'zz_off', name: 'Discount', kind: 'fixed', when: 'zz_count == 16', amount: -60 },
  ],
};

export const product = compileProduct(troubled).product!;
const engine = createEngine(product, () => today);

/** A configuration in which something is wrong, and what is said about it: in English, Dutch and German. */
export interface IssueCase {
  /** Feature → what was answered, `zz_panels[0].zz_height` in a step that repeats; `quantity`. */
  readonly answers: Readonly<Record<string, Value>>;
  readonly panels?: number;
  readonly path: string;
  readonly says: readonly [en: string, nl: string, de: string];
}

type Said = IssueCase['says'];
const one = (
  path: string,
  value: Value,
  says: Said,
  more: Readonly<Record<string, Value>> = {},
): IssueCase => ({
  answers: { ...more, [path]: value },
  path,
  says,
});

/** Every code there is: with a bound written down and one worked out, in a step that repeats, in the unit shown, with a reason and without. */
export const issueCases: Readonly<Record<Issue['code'], readonly IssueCase[]>> = {
  required: [
    {
      answers: { zz_count: 7 },
      path: 'zz_oil',
      says: ['Oil is missing', 'Olie ontbreekt', 'Öl fehlt'],
    },
    {
      answers: { 'zz_panels[1].zz_height': null },
      path: 'zz_panels[1].zz_height',
      says: ['Height is missing', 'Hoogte ontbreekt', 'Höhe fehlt'],
    },
  ],
  wrong_type: [
    {
      answers: {},
      path: 'zz_width',
      says: [
        'We could not read this; please check the format',
        'Dit konden we niet lezen; controleer de schrijfwijze',
        'Das konnten wir nicht lesen; bitte prüfen Sie die Schreibweise',
      ],
    },
  ],
  unknown_option: [
    one('zz_wood', 'zz_gone', [
      'This choice is no longer on offer',
      'Deze keuze wordt niet meer aangeboden',
      'Diese Auswahl wird nicht mehr angeboten',
    ]),
    one(
      'zz_extras',
      ['zz_a', 'zz_gone'],
      [
        'This choice is no longer on offer',
        'Deze keuze wordt niet meer aangeboden',
        'Diese Auswahl wird nicht mehr angeboten',
      ],
    ),
  ],
  option_unavailable: [
    // Nobody has written the reason in German: the product's first language stands in.
    one('zz_wood', 'zz_ash', ['Ash from four on', 'Essen vanaf vier', 'Ash from four on']),
    one('zz_wood', 'zz_elm', [
      'This choice is not available with your other choices',
      'Deze keuze is niet beschikbaar bij uw andere keuzes',
      'Diese Auswahl ist mit Ihren übrigen Angaben nicht verfügbar',
    ]),
  ],
  feature_unavailable: [
    one('zz_motor', true, ['Te zwaar voor een motor', 'Te zwaar voor een motor', 'Te zwaar voor een motor'], {
      zz_count: 5,
    }),
    one(
      'zz_lamp',
      true,
      ['This cannot be chosen now', 'Dit kan nu niet worden gekozen', 'Das kann jetzt nicht gewählt werden'],
      { zz_count: 5 },
    ),
  ],
  constraint: [
    {
      answers: { zz_latch: true, zz_count: 4 },
      path: 'zz_count',
      says: ['Geen slot bij zo veel', 'Geen slot bij zo veel', 'Kein Riegel bei so vielen'],
    },
    {
      answers: { zz_latch: true, zz_count: 2 },
      path: 'zz_count',
      says: [
        'This does not fit your other choices',
        'Dit past niet bij uw andere keuzes',
        'Das passt nicht zu Ihrer übrigen Auswahl',
      ],
    },
  ],
  derived_differs: [
    one('zz_posts', 9, [
      'This follows from your other choices',
      'Dit volgt uit uw andere keuzes',
      'Das ergibt sich aus Ihrer übrigen Auswahl',
    ]),
    one('zz_hinges', 9, ['Two for each', 'Two for each', 'Zwei für jedes']),
  ],
  too_small: [
    one('zz_width', 304.8, ['At least 24 in, please', 'Minimaal 24 in', 'Bitte mindestens 24 in']),
    // What is said can be entered: 39.37 in is less than 1000 mm.
    one('zz_depth', 10, ['At least 39.371 in, please', 'Minimaal 39,371 in', 'Bitte mindestens 39,371 in']),
    one('zz_load', 500, ['At least 1.5 kg, please', 'Minimaal 1,5 kg', 'Bitte mindestens 1,5 kg']),
    one('zz_tilt', -11, ['At least -10 %, please', 'Minimaal -10 %', 'Bitte mindestens -10 %']),
    one('zz_panels[0].zz_height', 90, ['At least 40 cm, please', 'Minimaal 40 cm', 'Bitte mindestens 40 cm']),
    one('quantity', 0, ['At least 2, please', 'Minimaal 2', 'Bitte mindestens 2']),
  ],
  too_large: [
    one('zz_width', 2540, ['At most 72 in, please', 'Maximaal 72 in', 'Bitte höchstens 72 in']),
    one('zz_width', 1016, ['Oak warps', 'Eiken trekt krom', 'Oak warps'], { zz_count: 6 }),
    one('zz_depth', 2540, ['At most 52.493 in, please', 'Maximaal 52,493 in', 'Bitte höchstens 52,493 in'], {
      zz_count: 4,
    }),
    one('zz_load', 2_000_000, [
      'At most 1,250.5 kg, please',
      'Maximaal 1.250,5 kg',
      'Bitte höchstens 1.250,5 kg',
    ]),
    one('zz_tilt', 20, ['At most 3 %, please', 'Maximaal 3 %', 'Bitte höchstens 3 %']),
    one('zz_panels[1].zz_height', 9000, [
      'At most 370.35 cm, please',
      'Maximaal 370,35 cm',
      'Bitte höchstens 370,35 cm',
    ]),
    one('quantity', 2000, ['At most 1,000, please', 'Maximaal 1.000', 'Bitte höchstens 1.000']),
  ],
  not_a_multiple: [
    one('zz_width', 1000, [
      'Please enter a multiple of 0.5 in',
      'Vul een veelvoud van 0,5 in in',
      'Bitte geben Sie ein Vielfaches von 0,5 in ein',
    ]),
    // No plain number of inches.
    one(
      'zz_depth',
      1001,
      [
        'Please enter a multiple of 2 mm',
        'Vul een veelvoud van 2 mm in',
        'Bitte geben Sie ein Vielfaches von 2 mm ein',
      ],
      { zz_count: 5 },
    ),
    one('quantity', 3, [
      'Please enter a multiple of 2',
      'Vul een veelvoud van 2 in',
      'Bitte geben Sie ein Vielfaches von 2 ein',
    ]),
  ],
  too_few: [
    one(
      'zz_extras',
      ['zz_a'],
      ['Please choose at least 2', 'Kies er minstens 2', 'Bitte wählen Sie mindestens 2'],
    ),
    one(
      'zz_extras',
      ['zz_a'],
      ['Please choose at least 2', 'Kies er minstens 2', 'Bitte wählen Sie mindestens 2'],
      { zz_count: 9 },
    ),
  ],
  too_many: [
    one(
      'zz_extras',
      ['zz_a', 'zz_b', 'zz_c'],
      ['Please choose at most 2', 'Kies er hoogstens 2', 'Bitte wählen Sie höchstens 2'],
    ),
    one(
      'zz_extras',
      ['zz_a', 'zz_b', 'zz_c', 'zz_d'],
      ['Please choose at most 3', 'Kies er hoogstens 3', 'Bitte wählen Sie höchstens 3'],
      { zz_count: 9 },
    ),
  ],
  too_short: [
    one('zz_note', 'ab', [
      'Please enter at least 3 characters',
      'Vul minstens 3 tekens in',
      'Bitte geben Sie mindestens 3 Zeichen ein',
    ]),
  ],
  too_long: [
    one('zz_note', 'a'.repeat(1300), [
      'Please enter at most 1,200 characters',
      'Vul hoogstens 1.200 tekens in',
      'Bitte geben Sie höchstens 1.200 Zeichen ein',
    ]),
    one('zz_letter', 'ab', [
      'Please enter at most 1 character',
      'Vul hoogstens 1 teken in',
      'Bitte geben Sie höchstens 1 Zeichen ein',
    ]),
    one('zz_oil', { own: 'RAL 7016!' }, [
      'Please enter at most 8 characters',
      'Vul hoogstens 8 tekens in',
      'Bitte geben Sie höchstens 8 Zeichen ein',
    ]),
  ],
  bad_pattern: [
    one('zz_note', 'abc!', [
      'This does not have the right format',
      'Dit heeft niet de juiste vorm',
      'Das hat nicht die richtige Form',
    ]),
    one('zz_oil', { own: '7016' }, ['Such as RAL 7016', 'Zoals RAL 7016', 'Such as RAL 7016']),
  ],
  too_early: [
    one('zz_from', '2026-11-26', [
      'Please choose November 27, 2026 or later',
      'Kies 27 november 2026 of later',
      'Bitte wählen Sie den 27. November 2026 oder später',
    ]),
    one('zz_until', '2026-11-26', [
      'Please choose November 27, 2026 or later',
      'Kies 27 november 2026 of later',
      'Bitte wählen Sie den 27. November 2026 oder später',
    ]),
    one('zz_panels[1].zz_ready', '2020-02-29', [
      'Please choose November 27, 2026 or later',
      'Kies 27 november 2026 of later',
      'Bitte wählen Sie den 27. November 2026 oder später',
    ]),
  ],
  too_late: [
    one('zz_from', '2027-03-02', [
      'Please choose March 1, 2027 or earlier',
      'Kies 1 maart 2027 of eerder',
      'Bitte wählen Sie den 1. März 2027 oder früher',
    ]),
    one('zz_until', '2027-01-02', [
      'Please choose January 1, 2027 or earlier',
      'Kies 1 januari 2027 of eerder',
      'Bitte wählen Sie den 1. Januar 2027 oder früher',
    ]),
  ],
  bad_date: [
    ...['2026-02-30', '27-11-2026', 'soon', '+012026-11'].map((value) =>
      one('zz_from', value, ['This is not a date', 'Dit is geen datum', 'Das ist kein Datum']),
    ),
  ],
  too_few_repetitions: [
    {
      answers: {},
      panels: 1,
      path: 'zz_panels',
      says: [
        'Please add more: at least 2',
        'Voeg er meer toe: minstens 2',
        'Bitte fügen Sie weitere hinzu: mindestens 2',
      ],
    },
    {
      answers: { zz_count: 9 },
      panels: 3,
      path: 'zz_panels',
      says: [
        'Please add more: at least 4',
        'Voeg er meer toe: minstens 4',
        'Bitte fügen Sie weitere hinzu: mindestens 4',
      ],
    },
  ],
  too_many_repetitions: [
    {
      answers: {},
      panels: 5,
      path: 'zz_panels',
      says: [
        'Please remove some: at most 4',
        'Verwijder er enkele: hoogstens 4',
        'Bitte entfernen Sie einige: höchstens 4',
      ],
    },
  ],
  price_incomplete: [
    {
      answers: { zz_count: 15 },
      path: 'zz_glass',
      says: ['Needed for the price', 'Nodig voor de prijs', 'Für den Preis erforderlich'],
    },
    {
      answers: { zz_count: 15, zz_glass: 200 },
      path: 'zz_glass',
      says: [
        'With these choices there is no price for “Pane”',
        'Bij deze keuzes is er geen prijs voor ‘Ruit’',
        'Bei dieser Auswahl gibt es keinen Preis für „Scheibe“',
      ],
    },
    {
      answers: { zz_count: 16, zz_extras: ['zz_a', 'zz_b'] },
      path: '',
      says: [
        'With these choices there is no price for “Gate”',
        'Bij deze keuzes is er geen prijs voor ‘Poort’',
        'Bei dieser Auswahl gibt es keinen Preis für „Tor“',
      ],
    },
  ],
  message: [
    { answers: { zz_count: 13 }, path: '', says: ['Bad luck', 'Pech', 'Bad luck'] },
    {
      answers: { zz_count: 14 },
      path: 'zz_count',
      says: [
        'This does not fit your other choices',
        'Dit past niet bij uw andere keuzes',
        'Das passt nicht zu Ihrer übrigen Auswahl',
      ],
    },
  ],
};

/** What the engine makes of a case. Answers are taken as they are: those of a submission have been read by nobody before. */
export function resolveCase({ answers, panels = 2 }: IssueCase): { answers: Answers; resolved: Resolved } {
  const features: Record<string, Answer> = {};
  const repetitions: Record<string, Answer>[] = Array.from({ length: panels }, () => ({}));
  let quantity = 2;
  for (const [path, value] of Object.entries(answers)) {
    const [, index, inside] = /^zz_panels\[(\d)\]\.(\w+)$/.exec(path) ?? [];
    if (path === 'quantity') quantity = Number(value);
    else if (inside) repetitions[Number(index)]![inside] = { value, by: 'user' };
    else features[path] = { value, by: 'user' };
  }
  const all: Answers = { quantity, features, steps: { zz_panels: repetitions } };
  return { answers: all, resolved: engine.resolve(all) };
}
