import { expect, type Locator, type Page } from '@playwright/test';
import type { QuoteletConfigurator, WidgetEventName, WidgetEvents } from '../../../src/loader/index.ts';
import { companion } from './origins.ts';

export const products = ['oak-table', 'lift-slide-door', 'roller-blind', 'printed-part'] as const;

export const element = (page: Page) => page.locator('quotelet-configurator').first();

/** The total as the shopper reads it. */
export const total = (page: Page) => page.locator('[part~=total]').first();

type Report = Awaited<ReturnType<QuoteletConfigurator['getConfiguration']>>;

/** The configuration as a script of the page reads it; waits until the widget is there. */
export const configuration = (of: Locator): Promise<Report> =>
  of.evaluate(async (host) => {
    await customElements.whenDefined(host.localName);
    return (host as QuoteletConfigurator).getConfiguration();
  });

export const select = (of: Locator, selections: Parameters<QuoteletConfigurator['select']>[0]) =>
  of.evaluate((host, wanted) => (host as QuoteletConfigurator).select(wanted), selections);

/** Selects those of the features that the product has. */
export async function selectKnown(of: Locator, selections: Parameters<typeof select>[1]): Promise<void> {
  for (const [id, value] of Object.entries(selections))
    await select(of, { [id]: value }).catch((error: Error) => {
      if (!error.message.includes('The product does not have')) throw error;
    });
}

/** Opens a page with a configurator and waits until it can be used. */
export async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const host = element(page);
  await configuration(host);
  await expect(host.locator('[part~=widget]')).toBeVisible();
  return host;
}

export const openProduct = (page: Page, product: string, query = '') =>
  open(page, `${companion}/${product}.html${query}`);

export interface Heard<Name extends WidgetEventName = WidgetEventName> {
  readonly id: string;
  readonly event: Name;
  readonly data: WidgetEvents[Name];
}

const names = [
  'widget.ready',
  'configuration.changed',
  'price.changed',
  'widget.step_changed',
  'widget.validation_failed',
  'widget.submitting',
  'quotation.created',
  'widget.added_to_cart',
  'widget.error',
];

/** Records every event that reaches the document. Call before opening a page. */
export async function record(page: Page): Promise<void> {
  await page.addInitScript((events) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const name of events)
      document.addEventListener(name, (event) => heard.push((event as CustomEvent<unknown>).detail));
  }, names);
}

/** The recorded events with this name. */
export async function heard<Name extends WidgetEventName>(page: Page, name: Name): Promise<Heard<Name>[]> {
  const all = await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  return all.filter((one): one is Heard<Name> => one.event === name);
}

/** Fills in the contact form and sends it. */
export async function sendContact(host: Locator): Promise<void> {
  await host.getByLabel('First name').fill('Ada');
  await host.getByLabel('Last name').fill('Byron');
  await host.getByLabel('E-mail').fill('ada@example.com');
  await host.getByLabel('Phone').fill('+44 20 7946 0000');
  await host.getByRole('button', { name: 'Send request' }).click();
}

/** The button with this id. */
export const button = (host: Locator, id: string) => host.locator(`button[value="${id}"]`);
