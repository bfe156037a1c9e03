import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Drafts } from '../../../src/widget/state/drafts.ts';
import { moveDrafts } from '../../../src/widget/state/move-drafts.ts';

const all = () => true;

describe('what stands in the fields', () => {
  test('is finished, also what comes meanwhile', async () => {
    const drafts = new Drafts(all);
    const finished: string[] = [];
    const add = (id: string, then = () => {}) => {
      drafts.at(id).value = {
        text: id,
        finish: async () => {
          await Promise.resolve();
          finished.push(id);
          drafts.at(id).value = { text: id, reading: { value: id } };
          then();
        },
      };
    };
    add('a', () => add('b'));
    await drafts.flush();
    expect(finished).toEqual(['a', 'b']);
    expect(drafts.unfinished()).toEqual([]);
  });

  test('is waited for as long as it is asked: files only where they are wanted', async () => {
    const drafts = new Drafts((id) => id !== 'hidden');
    const finish = vi.fn(() => {
      throw new Error('nobody waits for it');
    });
    drafts.at('hidden').value = { text: 'x', finish };
    drafts.at('file').value = { progress: 0.5, file: new File([], 'a'), finish };
    await drafts.flush('typed');
    expect(finish).not.toHaveBeenCalled();
    expect(drafts.unfinished().map(({ file }) => file?.name)).toEqual(['a']);
  });

  test('is given up all together', () => {
    const drafts = new Drafts(all);
    const stop = vi.fn();
    drafts.at('a').value = { progress: 0, stop, finish: () => {} };
    drafts.at('b').value = { text: 'x' };
    drafts.clear();
    expect(stop).toHaveBeenCalledOnce();
    expect([...drafts.values()].map(({ value }) => value)).toEqual([undefined, undefined]);
  });
});

test('drafts go where their repetitions go; those of a repetition that goes are given up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 5 }),
      fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 6 }),
      (had, order) => {
        const drafts = new Drafts(all);
        const stopped: number[] = [];
        had.forEach((has, index) => {
          if (has)
            drafts.at(`boards[${index}].span`).value = { text: `${index}`, stop: () => stopped.push(index) };
        });
        drafts.at('boards2[0].span').value = { text: 'another step' };
        moveDrafts(drafts, 'boards', order);
        order.forEach((was, now) => {
          const moves = was >= 0 && had[was] && order.indexOf(was) === now;
          expect(drafts.at(`boards[${now}].span`).value?.text).toBe(moves ? `${was}` : undefined);
        });
        expect(stopped).toEqual(had.flatMap((has, index) => (has && !order.includes(index) ? index : [])));
        expect(drafts.at('boards2[0].span').value?.text).toBe('another step');
      },
    ),
  );
});
