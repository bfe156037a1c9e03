import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

/** Columns that quotations and cart actions share. */
function submissionColumns<Name extends string>(table: CreateTableBuilder<Name>): CreateTableBuilder<Name> {
  return table
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('product_id', 'text', (column) => column.notNull())
    .addColumn('product_version', 'text', (column) => column.notNull())
    .addColumn('shown_version', 'text')
    .addColumn('output_id', 'text')
    .addColumn('button_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('quantity', 'integer', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('total', 'bigint')
    .addColumn('shown_total', 'bigint')
    .addColumn('dealer_id', 'text')
    .addColumn('dealer_product_id', 'text')
    .addColumn('session_id', 'text')
    .addColumn('extra_fields', 'text', (column) => column.notNull())
    .addColumn('configuration', 'text', (column) => column.notNull())
    .addColumn('price', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull());
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('quotation_counters')
      .addColumn('year', 'integer', (column) => column.primaryKey())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();
    await submissionColumns(schema.createTable('quotations'))
      .addColumn('number', 'integer', (column) => column.notNull().unique())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('customer', 'text', (column) => column.notNull())
      .execute();
    await submissionColumns(schema.createTable('cart_actions')).execute();
    await schema
      .createTable('events')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('event_id', 'text', (column) => column.notNull())
      .addColumn('dialect', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('attempted_at', 'text')
      .addColumn('finished_at', 'text')
      .addColumn('response_status', 'integer')
      .addColumn('reason', 'text')
      .execute();
    // Only unfinished rows are ever searched for; a partial index stays as small as the backlog.
    await schema
      .createIndex('deliveries_unfinished')
      .on('deliveries')
      .columns(['status', 'created_at'])
      .where(sql.ref('status'), 'in', sql`('pending', 'sending')`)
      .execute();
    await schema
      .createTable('idempotency_keys')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('uploads')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('product_id', 'text', (column) => column.notNull())
      .addColumn('feature_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('claimed_at', 'text')
      .execute();
    await schema
      .createIndex('uploads_unclaimed')
      .on('uploads')
      .column('created_at')
      .where(sql.ref('claimed_at'), 'is', null)
      .execute();
  },
};

/** Events keep what happened, in our own words, and deliveries when they are due. */
const eventPayloads: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema.alterTable('events').addColumn('payload', 'text').execute();
    await sql`update events set type = 'widget.added_to_cart' where type = 'cart.action'`.execute(db);
    await schema
      .alterTable('deliveries')
      .addColumn('due_at', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update deliveries set due_at = created_at`.execute(db);
    await schema.dropIndex('deliveries_unfinished').execute();
    await schema
      .createIndex('deliveries_unfinished')
      .on('deliveries')
      .columns(['status', 'due_at'])
      .where(sql.ref('status'), 'in', sql`('pending', 'sending')`)
      .execute();
  },
};

/** Every change of the tables, in order. A migration that has shipped is never edited. */
export const migrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ '0001_first': first, '0002_event_payloads': eventPayloads }),
};
