import { describe, expect, it } from 'vitest';
import { toMajor } from '../../src/engine/price/money.ts';
import { parsePath } from '../../src/engine/feature-path.ts';
import { choose, demoEngine, type DemoProduct } from './demo-products.ts';
import { liftSlideDoorPrices } from './lift-slide-door.prices.ts';
import { oakTablePrices } from './oak-table.prices.ts';
import type { PriceCase } from './price-case.ts';
import { printedPartPrices } from './printed-part.prices.ts';
import { rollerBlindPrices } from './roller-blind.prices.ts';

const tables: Record<DemoProduct, readonly PriceCase[]> = {
  'oak-table': oakTablePrices,
  'lift-slide-door': liftSlideDoorPrices,
  'roller-blind': rollerBlindPrices,
  'printed-part': printedPartPrices,
};

describe.each(Object.entries(tables) as [DemoProduct, readonly PriceCase[]][])(
  'prices of %s',
  (id, cases) => {
    const engine = demoEngine(id);

    it.each(cases)('$name', ({ select, quantity, currency, lines, total, taxed }) => {
      const resolved = choose(engine, select, quantity);
      expect(resolved.issues.filter(({ level }) => level === 'error')).toEqual([]);
      const price = engine.price(resolved, currency);
      const decimal = (minor: number | null) => (minor === null ? null : toMajor(minor, price.digits));
      expect(price.state).toBe(total === null ? 'on_request' : 'priced');
      if (lines)
        expect(Object.fromEntries(price.lines.map((line) => [line.id, decimal(line.total)]))).toEqual(lines);
      expect(decimal(price.total)).toBe(total);
      if (taxed) expect([price.net, price.tax, price.gross].map(decimal)).toEqual(taxed);
    });

    const places = [...choose(engine).features.values()]
      .filter(({ visible, required }) => visible && required)
      .map(({ path }) => path);
    it.each(places)('none without %s', (path) => {
      const { feature, step, repetition = 0 } = parsePath(path)!;
      const select =
        step === undefined
          ? { [feature]: null }
          : { [step]: [{}, {}].map((one, index) => (index === repetition ? { [feature]: null } : one)) };
      const resolved = choose(engine, select);
      const price = engine.price(resolved);
      expect(price).toMatchObject({ state: 'incomplete', net: null, tax: null, gross: null, total: null });
      expect(price.missing).toContain(path);
      expect(resolved.valid).toBe(false);
    });
  },
);
