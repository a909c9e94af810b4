import { historyForModel } from '../../../../src/application/turn/history.ts';
import { detectLanguage } from '../../../../src/domain/language/detect-language.ts';
import { NOTHING_SHOWN, type Shown } from '../../../../src/domain/dialogue/shown.ts';
import type { ProductId } from '../../../../src/domain/catalogue/product.ts';
import { understand } from '../../../../src/domain/dialogue/understand.ts';
import { phoneAliases } from '../../../../src/domain/customer/alias.ts';
import { redact } from '../../../../src/domain/privacy/redact.ts';
import { typedCautionAnswer } from '../../../../src/domain/recommendation/caution-answers.ts';
import { choosesOffer } from '../../../../src/domain/recommendation/chooses-offer.ts';
import { attributesNamed } from '../../../../src/domain/recommendation/match-concepts.ts';
import { bareAmount } from '../../../../src/domain/language/amounts/bare-amount.ts';
import { quantitiesOf } from '../../../../src/domain/language/amounts/quantities.ts';
import { readBudget } from '../../../../src/domain/language/amounts/read-budget.ts';
import { parseNeed } from '../../../../src/domain/recommendation/parse-need.ts';
import { smallTalkOf } from '../../../../src/domain/recommendation/small-talk.ts';
import { stem, typosBetween, wordsOf } from '../../../../src/domain/language/words.ts';
import { matchKeyword, matchYesNo } from '../../../../src/domain/language/keywords.ts';
import { readInboxSearch } from '../../../../src/domain/conversation/inbox-search.ts';
import { searchText } from '../../../../src/domain/shared/search-text.ts';
import { foldText } from '../../../../src/domain/language/normalise-text.ts';
import { phoneticKey } from '../../../../src/domain/language/phonetic-key.ts';
import { extractHealthFacts } from '../../../../src/domain/triage/profile-facts.ts';
import { assess } from '../../../../src/domain/triage/assess.ts';
import { triage } from '../../../../src/domain/triage/triage.ts';
import { anInbound } from '../../../support/builders.ts';
import { VOCABULARY } from '../../recommendation/demo-shop.ts';
import type { Reader } from './reader.ts';

const SHOWN: Shown = {
  products: ['Crème hydratante karité 200 ml', 'Pain nettoyant charbon', 'Huile de coco'].map(
    (name, index) => ({ id: `${index}` as ProductId, name, brand: 'Akanda', priceCfa: 5_500 }),
  ),
  focus: [],
  quoted: null,
};

/** What reads the words of customers, before consent and after. */
export const READERS_OF_MESSAGES: readonly Reader[] = [
  { name: 'folding', read: foldText },
  { name: 'what a search looks through', read: searchText },
  { name: 'what a search looks for', read: (text) => readInboxSearch(text, () => null) },
  { name: 'words', read: wordsOf },
  { name: 'a keyword', read: matchKeyword },
  { name: 'yes or no', read: matchYesNo },
  { name: 'triage', read: triage },
  { name: 'triage with its second line', read: (text) => assess(text) },
  { name: 'health facts', read: extractHealthFacts },
  { name: 'how a word sounds', read: phoneticKey },
  { name: 'the stem of a word', read: stem },
  { name: 'typing mistakes', read: (text) => typosBetween(text, `${text.slice(0, -1)}z`) },
  { name: 'a need', read: (text) => parseNeed(text, VOCABULARY) },
  { name: 'a budget', read: (text) => readBudget(foldText(text)) },
  { name: 'an amount and nothing besides', read: bareAmount },
  { name: 'quantities', read: quantitiesOf },
  { name: 'attributes', read: (text) => attributesNamed(text, VOCABULARY) },
  { name: 'small talk', read: smallTalkOf },
  { name: 'the choice of an offer', read: (text) => choosesOffer(text, 3) },
  { name: 'what is wanted', read: (text) => understand(text, SHOWN) },
  { name: 'what is wanted, with nothing shown', read: (text) => understand(text, NOTHING_SHOWN) },
  { name: 'an answer on cautions', read: (text) => typedCautionAnswer('medicines', text) },
  { name: 'the language', read: detectLanguage },
  { name: 'redaction', read: redact },
  { name: 'aliases of a number', read: phoneAliases },
  {
    name: 'the history for a model',
    read: (text) => historyForModel(Array(12).fill(anInbound({ content: text }))),
  },
];
