import { openDatabase } from '../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { SERVICE } from '../../src/domain/shared/actor.ts';
import { mergeNeed } from '../../src/domain/recommendation/merge-need.ts';
import { parseNeed } from '../../src/domain/recommendation/parse-need.ts';
const db = openDatabase('postgres://owner@127.0.0.1:5517/lc', 2);
const uow = new KnexUnitOfWork(db, { enqueue: async () => undefined } as any);
const vocabulary = await uow.run(SERVICE, ({ products }) => products.vocabulary());
const T = ['crème hydratante peau sèche','shampooing karité cheveux crépus','sérum vitamine C éclat','huile de ricin fortifiante','gel aloe vera apaisant','lait corps nourrissant coco','masque purifiant peau grasse entre 2000 et 8000','trotinette électrique','crem hidratante','champoing karite','serom vitamin c','lotion apaisente calendulla'];
for (let round = 0; round < 2; round++) for (const text of T) {
  const need = mergeNeed(null, parseNeed(text, vocabulary), { offeredPricesCfa: [] });
  const q: [string, number][] = [];
  const t: number[] = []; let n = 0; let sqls: any[] = [];
  for (let i = 0; i < 8; i++) {
    const s = performance.now(); const c = process.cpuUsage();
    const r = await uow.run(SERVICE, ({ products }) => products.search(need!, '2026-11-24', 30)); n = r.length;
    t.push(performance.now() - s);
  }
  t.sort((a, b) => a - b);
  const c0 = process.cpuUsage(); for (let i = 0; i < 5; i++) await uow.run(SERVICE, ({ products }) => products.search(need!, '2026-11-24', 30)); const c = process.cpuUsage(c0);
  if (round) console.log(text.padEnd(50), t[4]!.toFixed(1), 'node cpu', ((c.user + c.system) / 5000).toFixed(1), n, JSON.stringify(need!.terms), need!.category, need!.attributes);
}
await db.destroy();
