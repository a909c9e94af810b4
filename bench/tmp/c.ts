import { asOwner } from '../support/database.ts';
import { addProducts } from '../support/fill.ts';
const { migrate } = await import('../../src/adapters/persistence/knex/migrate.ts');
const base = 'postgres://owner@127.0.0.1:5517/';
await asOwner(base + 'postgres', async c => { await c.query('drop database if exists lc with (force)'); await c.query('create database lc'); });
await migrate(base + 'lc');
await asOwner(base + 'lc', async c => { await addProducts(c, 100000); await c.query('vacuum analyze'); });
