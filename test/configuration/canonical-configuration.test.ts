import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/configuration/canonical-json.ts';
import { configHash } from '../../src/configuration/config-hash.ts';
import { decodeConfiguration } from '../../src/configuration/decode-configuration.ts';
import { encodeConfiguration } from '../../src/configuration/encode-configuration.ts';
import { formatPath, parsePath } from '../../src/engine/feature-path.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts members by UTF-16 code units, as the example of section 3.2.3 does', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji',
      '\u0080': 'Control',
      ö: 'Latin',
    };
    expect(Object.values(JSON.parse(canonicalJson(example)) as object).length).toBe(7);
    const order = [...canonicalJson(example).matchAll(/:"(\w+)/g)].map(([, word]) => word);
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew']);
  });

  it('prints numbers as ECMAScript does', () =>
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,0]',
    ));

  it('does not depend on the order of members', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('is hashed with SHA-256', async () => {
    const configuration = {
      product_id: 'p',
      product_version: '1',
      quantity: 1,
      selections: { b: 1, a: 'é' },
    };
    const wanted = createHash('sha256')
      .update('{"product_id":"p","product_version":"1","quantity":1,"selections":{"a":"é","b":1}}')
      .digest('hex');
    expect(await configHash(configuration)).toBe(`sha256:${wanted}`);
  });
});

describe('configuration codes', () => {
  it('come back as they were', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
      fc.record({ own: fc.string() }),
    );
    const selections = fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      value,
    );
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1 }), selections, (product_version, quantity, chosen) => {
        const code = encodeConfiguration({ product_version, quantity, selections: chosen });
        expect(code).toMatch(/^[\w-]+$/);
        expect(decodeConfiguration(code)).toEqual({ product_version, quantity, selections: chosen });
      }),
    );
  });

  it('of anyone else are no configurations', () => {
    for (const code of [
      '',
      '!',
      'AAAA',
      btoa('[]'),
      btoa('[1,2,3]').replaceAll('=', ''),
      btoa('["1",1,{"a":{"b":1}}]').replaceAll('=', ''),
      'a'.repeat(20_000),
    ])
      expect(decodeConfiguration(code)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => void decodeConfiguration(text)));
  });
});

describe('paths', () => {
  it('are read back as they were written', () => {
    for (const path of ['width', 'panels[0].width', 'panels[12].glass_type']) {
      const place = parsePath(path)!;
      expect(formatPath(place.feature, place.step, place.repetition)).toBe(path);
    }
    for (const wrong of ['', 'a.b', 'a[x].b', 'a[0]', '__proto__.x'])
      expect(parsePath(wrong)).toBeUndefined();
  });
});
