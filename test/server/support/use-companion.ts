import { afterAll, beforeAll } from 'vitest';
import { makePlace, removePlace, type Place } from './stores.ts';
import { testCompanion, type TestCompanion, type TestOptions } from './test-companion.ts';

/** A companion on SQLite for all tests of a file: it starts before the first and stops after the last. */
export function useCompanion(options: TestOptions): TestCompanion & { readonly place: Place } {
  let place: Place;
  let companion: TestCompanion;
  beforeAll(async () => {
    place = await makePlace('sqlite');
    companion = await testCompanion(place, options);
  });
  afterAll(async () => {
    await companion.stop();
    await removePlace(place);
  });
  // Not there yet when the file is read, only when its tests run.
  return new Proxy({} as TestCompanion & { readonly place: Place }, {
    get: (_, name) => (name === 'place' ? place : (Reflect.get(companion, name) as unknown)),
  });
}
