import type { Kysely, Transaction } from 'kysely';
import type { DomainEvent } from '../../contract/event/domain-event.ts';
import { prepared } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';
import type { CartActions, IdempotencyKeys, Quotations, Tables } from '../database/tables.ts';
import type { PendingDelivery } from '../webhooks/delivery-rows.ts';
import { eventRecorder } from '../webhooks/event-recorder.ts';
import type { WebhookDestination } from '../webhooks/render-deliveries.ts';

/** A submission that is ready but for what only the transaction knows: the quotation's number. */
export interface NewSubmission {
  readonly row: Omit<CartActions, 'answer'>;
  /** The quotation path's own columns; null on the cart path. */
  readonly quotation: Pick<Quotations, 'customer' | 'status'> | null;
  readonly idempotency: { readonly key: string; readonly body_hash: string } | null;
  /** Who hears of it by webhook. */
  readonly destinations: readonly WebhookDestination[];
  /** Uploads it names; they are kept from now on. */
  readonly uploads: readonly string[];
  /** Writes answer and event. Pure and quick: it runs inside the transaction. `number` is null on the cart path. */
  finish(number: number | null): {
    /** The answer's body, byte for byte. */
    readonly answer: string;
    readonly event: DomainEvent;
  };
}

/** A submission that is stored. */
export interface Stored {
  readonly answer: string;
  readonly deliveries: readonly PendingDelivery[];
}

/** An earlier submission holds this idempotency key. */
export class KeyTaken extends Error {}
/** An upload that a submission names is gone. */
export class UploadGone extends Error {}

export interface Submissions {
  /**
   * Stores business row, event, deliveries and idempotency key in one transaction, all or nothing.
   *
   * @throws KeyTaken, UploadGone; then nothing is stored and no number is used up.
   */
  add(submission: NewSubmission): Promise<Stored>;
  /** What an idempotency key stands for; undefined for one that is unknown. */
  findByKey(key: string): Promise<{ body_hash: string; created_at: string; answer: string } | undefined>;
}

/** Numbers of a year are `year * 100000 + n`; one more would be the next year's first. */
const maxNumber = 99_999;

export function submissions(store: Store, keptFor: number): Submissions {
  const query = queries(store.db);
  const events = eventRecorder(store.db);
  return {
    add: (submission) =>
      store.write(async (transaction) => {
        const { row, quotation, idempotency, destinations } = submission;
        const number =
          quotation === null ? null : await nextNumber(transaction, Number(row.created_at.slice(0, 4)));
        if (idempotency !== null) {
          const oldest = new Date(Date.parse(row.created_at) - keptFor).toISOString();
          const claim = {
            ...idempotency,
            path: quotation ? 'quotation' : 'cart',
            subject_id: row.id,
          } as const;
          const claimed = await query.claimKey(transaction, { ...claim, created_at: row.created_at, oldest });
          if (claimed.numAffectedRows !== 1n) throw new KeyTaken();
        }
        const { answer, event } = submission.finish(number);
        if (quotation !== null && number !== null) {
          await query.insertQuotation(transaction, { ...row, ...quotation, number, answer });
        } else await query.insertCartAction(transaction, { ...row, answer });
        const deliveries = await events.record(transaction, event, row.id, destinations);
        for (const id of submission.uploads) {
          const kept = await query.claimUpload(transaction, { id, claimed_at: row.created_at });
          if (kept.numAffectedRows !== 1n) throw new UploadGone();
        }
        return { answer, deliveries };
      }),
    async findByKey(key) {
      const found = (await query.findKey(store.db, { key })).rows[0];
      if (!found) return undefined;
      const table = found.path === 'quotation' ? 'quotations' : 'cart_actions';
      const { answer } = await store.db
        .selectFrom(table)
        .select('answer')
        .where('id', '=', found.subject_id)
        .executeTakeFirstOrThrow();
      return { body_hash: found.body_hash, created_at: found.created_at, answer };
    },
  };

  /** The counter's row stays locked until the commit, so that numbers are given out one after the other, without a gap. */
  async function nextNumber(transaction: Transaction<Tables>, year: number): Promise<number> {
    const last = (await query.raiseCounter(transaction, { year })).rows[0]!.last;
    if (last > maxNumber)
      throw new Error(`${maxNumber} quotations a year are the most that numbers are made for`);
    return year * 100_000 + last;
  }
}

/** Each query, written once. */
function queries(db: Kysely<Tables>) {
  const submissionColumns = [
    'id',
    'created_at',
    'product_id',
    'product_version',
    'shown_version',
    'output_id',
    'button_id',
    'language',
    'quantity',
    'currency',
    'total',
    'shown_total',
    'dealer_id',
    'dealer_product_id',
    'session_id',
    'extra_fields',
    'configuration',
    'price',
    'answer',
  ] as const;
  return {
    raiseCounter: prepared<{ year: number }, { last: number }>((value) =>
      db
        .insertInto('quotation_counters')
        .values({ year: value('year'), last: 1 })
        .onConflict((conflict) =>
          conflict
            .column('year')
            .doUpdateSet((expression) => ({ last: expression('quotation_counters.last', '+', 1) })),
        )
        .returning('last'),
    ),
    // A key that has had its time is taken over.
    claimKey: prepared<Tables['idempotency_keys'] & { oldest: string }>((value) =>
      db
        .insertInto('idempotency_keys')
        .values({
          key: value('key'),
          body_hash: value('body_hash'),
          path: value('path'),
          subject_id: value('subject_id'),
          created_at: value('created_at'),
        })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet((expression) => ({
              body_hash: expression.ref('excluded.body_hash'),
              path: expression.ref('excluded.path'),
              subject_id: expression.ref('excluded.subject_id'),
              created_at: expression.ref('excluded.created_at'),
            }))
            .where('idempotency_keys.created_at', '<', value('oldest')),
        ),
    ),
    findKey: prepared<{ key: string }, IdempotencyKeys>((value) =>
      db.selectFrom('idempotency_keys').selectAll().where('key', '=', value('key')),
    ),
    insertQuotation: prepared<Quotations>((value) =>
      db
        .insertInto('quotations')
        .values(valuesOf<Quotations>([...submissionColumns, 'number', 'status', 'customer'], value)),
    ),
    insertCartAction: prepared<CartActions>((value) =>
      db.insertInto('cart_actions').values(valuesOf<CartActions>(submissionColumns, value)),
    ),
    claimUpload: prepared<{ id: string; claimed_at: string }>((value) =>
      db
        .updateTable('uploads')
        .set({ claimed_at: value('claimed_at') })
        .where('id', '=', value('id')),
    ),
  };
}

function valuesOf<Row>(
  names: readonly (keyof Row & string)[],
  value: <Name extends keyof Row>(name: Name) => Row[Name],
): Row {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Row;
}
