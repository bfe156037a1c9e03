import type { InterfaceLanguage } from '../../../text/choose-language.ts';

/** The words on a quotation. */
export interface QuotationTexts {
  readonly quotation: string;
  readonly date: string;
  readonly for: string;
  readonly configuration: string;
  readonly price: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly total: string;
  readonly onRequest: string;
  readonly remarks: string;
  readonly print: string;
  readonly yes: string;
  readonly no: string;
  readonly pieces: string;
}

const en: QuotationTexts = {
  quotation: 'Quotation',
  date: 'Date',
  for: 'For',
  configuration: 'Configuration',
  price: 'Price',
  description: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  amount: 'Amount',
  net: 'Total excluding tax',
  tax: 'Tax',
  gross: 'Total including tax',
  total: 'Total',
  onRequest: 'Price on request',
  remarks: 'Remarks',
  print: 'Print or save as PDF: Ctrl+P',
  yes: 'Yes',
  no: 'No',
  pieces: 'Pieces',
};
const nl: QuotationTexts = {
  quotation: 'Offerte',
  date: 'Datum',
  for: 'Voor',
  configuration: 'Samenstelling',
  price: 'Prijs',
  description: 'Omschrijving',
  quantity: 'Aantal',
  unitPrice: 'Prijs per stuk',
  amount: 'Bedrag',
  net: 'Totaal exclusief btw',
  tax: 'Btw',
  gross: 'Totaal inclusief btw',
  total: 'Totaal',
  onRequest: 'Prijs op aanvraag',
  remarks: 'Opmerkingen',
  print: 'Afdrukken of bewaren als pdf: Ctrl+P',
  yes: 'Ja',
  no: 'Nee',
  pieces: 'Stuks',
};
const de: QuotationTexts = {
  quotation: 'Angebot',
  date: 'Datum',
  for: 'Für',
  configuration: 'Konfiguration',
  price: 'Preis',
  description: 'Bezeichnung',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  amount: 'Betrag',
  net: 'Summe netto',
  tax: 'MwSt.',
  gross: 'Summe brutto',
  total: 'Summe',
  onRequest: 'Preis auf Anfrage',
  remarks: 'Bemerkungen',
  print: 'Drucken oder als PDF speichern: Strg+P',
  yes: 'Ja',
  no: 'Nein',
  pieces: 'Stück',
};

/** The words of a quotation, by language. */
export const quotationTexts: Readonly<Record<InterfaceLanguage, QuotationTexts>> = { en, nl, de };
