import type { Act } from './act.ts';
import { clausesOf, joined, type Clause } from './clauses.ts';
import { readNamedOrder, readOrder } from './order-words.ts';
import { findReferences } from './references.ts';
import { readProductQuestion } from './product-questions.ts';
import { readShopQuestion } from './shop-topics.ts';
import type { Shown } from './shown.ts';
import { readTalk } from './talk-words.ts';

/** Taking an order back, said of the order and not of one line of it. */
const CANCELS =
  /\b(?:annul\w*|cancel\w*)\b|\b(?:je (?:ne )?(?:veux|prends) plus(?: rien| la commande| de la commande)?|laissez? tomber|(?:enleve|retire|annule)[rz]? tout)(?: finalement)?$/;

/**
 * What a message wants, act by act, in its order: a few, or one search. What is not understood is looked for, words
 * that belong together as one. Courtesy counts only where nothing else is said.
 */
export function understand(text: string, shown: Shown): readonly Act[] {
  const each = clausesOf(text).map((clause) => ({ clause, act: readClause(clause, shown) }));
  const read = each.map((one) => (isPartOfSearch(one, each) ? { ...one, act: null } : one));
  const acts: Act[] = [];
  let loose: Clause[] = [];
  const look = (): void => {
    if (loose.length > 0) acts.push({ kind: 'search', words: joined(loose).written });
    loose = [];
  };
  for (const { clause, act } of read) {
    if (act === null) loose.push(clause);
    else {
      look();
      acts.push(act);
    }
  }
  look();
  const said = merged(acts).map((act): Act =>
    act.kind === 'order' && act.lines.length === 0 ? { kind: 'dislike' } : act,
  );
  const telling = said.filter(({ kind }) => kind !== 'talk');
  // One wish only: as it was written, greeting and all.
  if (telling.length === 1 && telling[0]!.kind === 'search')
    return [{ kind: 'search', words: text }];
  if (telling.length > 0) return telling;
  return said.length > 0 ? said.slice(-1) : [{ kind: 'search', words: text }];
}

function readClause(clause: Clause, shown: Shown): Act | null {
  const { words, asks, written } = clause;
  const text = words.join(' ');
  const bargain = readTalkFirst(clause, shown);
  if (bargain !== null) return bargain;
  const order = readOrder(words, asks, shown);
  if (order?.kind === 'order' && order.lines.length > 0) return order;
  if (CANCELS.test(text)) return { kind: 'cancel_order' };
  if (order?.kind === 'order') return order;
  const isAboutOne = findReferences(words, shown).some(({ by }) => by === 'rank' || by === 'price');
  return (
    (isAboutOne ? null : readShopQuestion(words)) ??
    readProductQuestion(words, asks, shown, written) ??
    readShopQuestion(words) ??
    order ??
    readNamedOrder(words) ??
    readTalk(clause)
  );
}

/** "Et pour le savon, il y en a un sans parfum ?": a question that names nothing belongs to what its sentence looks for. */
const isPartOfSearch = (
  { clause, act }: { readonly clause: Clause; readonly act: Act | null },
  each: readonly { readonly clause: Clause; readonly act: Act | null }[],
): boolean =>
  act?.kind === 'ask_product' &&
  act.products.length !== 1 &&
  each.some((other) => other.act === null && other.clause.sentence === clause.sentence);

/** An insult or a bargain is one whatever else it names. */
function readTalkFirst(clause: Clause, shown: Shown): Act | null {
  const talk = readTalk(clause);
  if (talk?.kind === 'bargain') return talk;
  if (talk?.kind === 'talk' && (talk.talk === 'insult' || talk.talk === 'off_topic')) return talk;
  return talk?.kind === 'dislike' && shown.products.length > 0 ? talk : null;
}

/** Neighbours of the same kind are one. */
function merged(acts: readonly Act[]): readonly Act[] {
  const result: Act[] = [];
  for (const act of acts) {
    const last = result.at(-1);
    if (last?.kind === 'order' && act.kind === 'order')
      result[result.length - 1] = {
        ...last,
        lines: [...last.lines, ...act.lines],
        how: last.how === 'new' ? act.how : last.how,
      };
    else if (last?.kind === 'order_named' && act.kind === 'order_named')
      result[result.length - 1] = { ...last, wanted: [...last.wanted, ...act.wanted] };
    else if (JSON.stringify(last) !== JSON.stringify(act)) result.push(act);
  }
  return result;
}
