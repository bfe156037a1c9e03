import { expect, it } from 'vitest';
import { define } from '../../src/loader/index.ts';
import { QuoteletConfigurator } from '../../src/loader/quotelet-configurator.ts';
import { register } from '../../src/loader/register.ts';

it('defines nothing by being imported, and the first definition serves the page', () => {
  expect(customElements.get('quotelet-configurator')).toBeUndefined();
  define({ base: 'https://quotes.test/shop' });
  const defined = customElements.get('quotelet-configurator');
  expect(defined).toBe(QuoteletConfigurator);
  expect(QuoteletConfigurator.companion.base).toBe('https://quotes.test/shop/');
  register({ base: 'https://other.test/', load: () => Promise.reject(new Error('not this one')) });
  expect(customElements.get('quotelet-configurator')).toBe(defined);
  expect(QuoteletConfigurator.companion.base).toBe('https://quotes.test/shop/');
});
