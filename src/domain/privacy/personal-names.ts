import { isKnown, isKnownBeside, type Known } from './known-people.ts';
import {
  AFTERWARDS,
  FIELDS,
  INTRODUCTIONS,
  PARTICLES,
  TITLES,
  type Introduction,
} from './lexicon/introductions.ts';
import { isGrammar, kindOf, type Kind } from './lexicon/no-names.ts';
import { nearOrdinary } from './near-ordinary.ts';
import type { PersonalSpan } from './redacted-text.ts';
import { isNear, type Written } from './written-words.ts';

const MOST_PARTS = 6;
const MOST_TITLES = 3;
/** "El Hassan", "Ben Youssef". */
const BEGINNINGS: ReadonlySet<string> = new Set(['el', 'al', 'ben', 'bin', 'bint', 'ould', 'mint']);
const ASSISTANT = 'lea';

export interface NameSpan extends PersonalSpan {
  /** Introduced as somebody's name, so that it may be looked for elsewhere. */
  readonly introduced: boolean;
}

/** Names of people in a text: those that are introduced, those that are common, and those that are known. */
export function personalNames(words: readonly Written[], known: Known): readonly NameSpan[] {
  return new NameReader(words, known).read();
}

class NameReader {
  readonly #words: readonly Written[];
  readonly #known: Known;
  /** Per word: null, or how it was found. */
  readonly #taken: ('name' | 'introduced' | 'account' | null)[];

  constructor(words: readonly Written[], known: Known) {
    this.#words = words;
    this.#known = known;
    this.#taken = words.map(() => null);
  }

  read(): readonly NameSpan[] {
    this.#words.forEach((_, index) => this.#afterIntroduction(index));
    this.#beforeTheLine();
    this.#signature();
    this.#words.forEach((_, index) => this.#byItself(index));
    this.#spelledOut();
    this.#neighbours();
    return this.#spans();
  }

  #afterIntroduction(index: number): void {
    const word = this.#words[index]!;
    if (!word.isWord) return;
    const colon = this.#words[index + 1];
    if (FIELDS.has(word.folded) && colon !== undefined && /^[^\S\n]*[:=][\s*]*$/.test(colon.gap))
      this.#take(index + 1, 'name');
    for (const { rest, introduces } of INTRODUCTIONS.get(word.folded) ?? []) {
      const first = index + rest.length + 1;
      if (first >= this.#words.length || !this.#says(index + 1, rest)) continue;
      if (this.#take(first, introduces)) return;
    }
  }

  #says(from: number, phrase: readonly string[]): boolean {
    return phrase.every((part, offset) => {
      const word = this.#words[from + offset];
      return word?.folded === part && isNear(word.gap);
    });
  }

  /** Takes the name that begins here; false where none does. */
  #take(from: number, introduces: Introduction): boolean {
    let first = from;
    while (first - from < MOST_TITLES && introduces !== 'capital' && this.#isTitle(first))
      first += 1;
    const word = this.#words[first];
    if (word === undefined || !this.#mayFollow(word, first === from ? introduces : 'name'))
      return false;
    if (introduces === 'account') {
      if (isGrammar(word.folded)) return false;
      this.#markAccount(first);
      return true;
    }
    let start = first;
    while (
      start - first < MOST_TITLES &&
      (this.#elided(start) || BEGINNINGS.has(this.#words[start]?.folded ?? ''))
    )
      start += 1;
    if (!this.#begins(start, introduces)) return false;
    const last = this.#runFrom(start, introduces);
    for (let at = first; at <= last; at += 1) this.#taken[at] ??= 'introduced';
    return true;
  }

  /** A name stands on after an introduction; after a form's field or "mon nom est" a line may end between. */
  #mayFollow({ gap, isWord }: Written, introduces: Introduction): boolean {
    // What was taken out before stands in brackets.
    if (!isWord || gap.endsWith('[')) return false;
    return introduces === 'name' || introduces === 'account'
      ? gap.length <= 6 && !/[?!;]/.test(gap)
      : gap.length <= 4 && !/[?!;.]./.test(`${gap} `.replace(/^\. /, ' '));
  }

  #isTitle(index: number): boolean {
    const word = this.#words[index];
    return word !== undefined && TITLES.has(word.folded) && this.#words[index + 1] !== undefined;
  }

  /** The N of "N'Guessan"; "j'ai" and "d'avance" are words. */
  #elided(index: number): boolean {
    const next = this.#words[index + 1];
    return (
      this.#words[index]?.folded.length === 1 &&
      next !== undefined &&
      /^[’'‘`´]$/.test(next.gap) &&
      next.isWord &&
      this.#kind(index + 1) !== 'word'
    );
  }

  #kind(index: number): Kind {
    const { folded } = this.#words[index]!;
    return this.#known.brands.has(folded) ? 'brand' : kindOf(folded);
  }

  #begins(index: number, introduces: Introduction): boolean {
    const word = this.#words[index];
    if (word === undefined || !word.isWord || /\d/.test(word.folded)) return false;
    const kind = this.#kind(index);
    if (introduces === 'name')
      return (
        !isGrammar(word.folded) || word.folded === ASSISTANT || (kind === 'either' && word.capital)
      );
    if (word.folded.length < 2 || word.folded === ASSISTANT) return false;
    if (kind === 'name') return true;
    if (kind === 'either') return word.capital || this.#nameFollows(index);
    if (kind !== 'unknown') return false;
    if (introduces === 'capital') return word.capital && word.folded.length > 2;
    return (
      word.capital ||
      (word.folded.length > 3 && !nearOrdinary(word.folded)) ||
      this.#nameFollows(index)
    );
  }

  /** "rose ndong": what might be a word is none before what cannot be one. */
  #nameFollows(index: number): boolean {
    const next = this.#words[index + 1];
    if (next === undefined || !/^[ -]$/.test(next.gap) || !next.isWord) return false;
    const kind = this.#kind(index + 1);
    return (
      kind === 'name' ||
      (kind === 'either' && this.#words[index + 2]?.gap === '-') ||
      (kind === 'unknown' && next.folded.length > 2 && !nearOrdinary(next.folded))
    );
  }

  #runFrom(first: number, introduces: Introduction): number {
    const begin = this.#words[first]!;
    const certain = introduces === 'name' || (introduces === 'person' && !begin.capital);
    const loose = certain ? 'certain' : !begin.capital ? 'careful' : null;
    let last = first;
    while (last - first < MOST_PARTS && last + 1 < this.#words.length) {
      const at = last + 1;
      const next = this.#words[at]!;
      if (!/^(?:[^\S\n]{1,3}|[-‐‑–’'‘._]|\. )$/.test(next.gap) || !next.isWord) break;
      if (this.#goesOn(at, loose)) last = at;
      else if (next.folded.length === 1 && /^[’'‘]$/.test(next.gap)) last = at;
      else if (this.#elided(at) && this.#goesOn(at + 1, loose)) last = at + 1;
      else if (PARTICLES.has(next.folded) && this.#goesOn(at + 1, loose && 'careful'))
        last = at + 1;
      else if (
        PARTICLES.has(next.folded) &&
        PARTICLES.has(this.#words[at + 1]?.folded ?? '') &&
        this.#goesOn(at + 2, loose && 'careful')
      )
        last = at + 2;
      else if (
        next.folded.length === 1 &&
        next.capital &&
        /^[.\s]/.test(`${this.#words[at + 1]?.gap ?? ' '}`)
      )
        last = at;
      else break;
    }
    return last;
  }

  /** Small letters go on with a name that is in small letters; `careful`: unless they look like a word. */
  #goesOn(index: number, loose: 'certain' | 'careful' | null): boolean {
    const word = this.#words[index];
    if (word === undefined || !word.isWord || /\d/.test(word.folded) || !isNear(word.gap))
      return false;
    const kind = this.#kind(index);
    if (word.folded.length < 2) return false;
    if (kind === 'name') return true;
    if (kind === 'either') return word.capital || loose === 'certain';
    if (kind !== 'unknown')
      return loose === 'certain' && kind === 'word' && word.gap === '-' && word.capital;
    if (word.capital || loose === 'certain') return true;
    return loose === 'careful' && word.folded.length > 2 && !nearOrdinary(word.folded);
  }

  #markAccount(first: number): void {
    let at = first;
    do this.#taken[at] ??= 'account';
    while (
      ++at < this.#words.length &&
      /^[._-]$|^$/.test(this.#words[at]!.gap) &&
      at - first < MOST_PARTS
    );
    while (at < this.#words.length && isNear(this.#words[at]!.gap) && this.#goesOn(at, null))
      this.#taken[at++] ??= 'account';
  }

  /** "Mbadinga à l'appareil", "Awa ici". */
  #beforeTheLine(): void {
    this.#words.forEach((word, index) => {
      if (index === 0) return;
      const line = AFTERWARDS.some(
        ([first, ...rest]) =>
          word.folded === first && isNear(word.gap) && this.#says(index + 1, rest),
      );
      if (!line) return;
      for (let at = index - 1; at >= 0 && index - at <= MOST_PARTS; at -= 1) {
        const { folded, isWord } = this.#words[at]!;
        const isPart =
          isWord && folded !== ASSISTANT && ['name', 'either', 'unknown'].includes(this.#kind(at));
        const joined = /^[’'‘]$/.test(this.#words[at]!.gap) || index - at > 1;
        const isPiece = BEGINNINGS.has(folded) || (joined && folded.length === 1);
        if (!isPart && !(isPiece && isWord)) break;
        this.#taken[at] ??= 'introduced';
        if (!isNear(this.#words[at]!.gap)) break;
      }
    });
  }

  /** Names alone on the last line of several: how a letter ends. */
  #signature(): void {
    let from = this.#words.length - 1;
    while (from > 0 && !this.#words[from]!.gap.includes('\n')) from -= 1;
    const line = this.#words.slice(from);
    if (from <= 0 || line.length > 4) return;
    if (
      line.every(
        ({ isWord, capital }, offset) =>
          isWord && capital && ['name', 'either', 'unknown'].includes(this.#kind(from + offset)),
      )
    )
      line.forEach((_, offset) => (this.#taken[from + offset] ??= 'introduced'));
  }

  /** A name that is common, or known to be this person's. */
  #byItself(index: number): void {
    const word = this.#words[index]!;
    if (this.#taken[index] !== null || word.folded === '') return;
    const known = isKnown(word.folded, this.#known);
    const written = word.capital && !word.beginsSentence && this.#kind(index) === 'either';
    if (known === 'yes' || (known === 'perhaps' && written)) {
      this.#taken[index] = 'name';
      return;
    }
    // "Rose Nivea": two parts of the name in a row, each a word by itself.
    const after = this.#words[index + 1];
    if (
      known === 'perhaps' &&
      word.capital &&
      after?.capital &&
      /^[ -]$/.test(after.gap) &&
      after.folded !== word.folded &&
      isKnown(after.folded, this.#known) === 'perhaps'
    ) {
      this.#taken[index] = 'name';
      this.#taken[index + 1] ??= 'name';
      return;
    }
    // "N Guessan" of "Nguessan", "Awa ndo ng".
    const next = this.#words[index + 1];
    if (next !== undefined && next.gap.length === 1 && this.#isWhole(word.folded + next.folded)) {
      this.#taken[index] = 'name';
      this.#taken[index + 1] = 'name';
      return;
    }
    if (
      word.isWord &&
      word.folded.length > 2 &&
      word.folded !== ASSISTANT &&
      this.#kind(index) === 'name' &&
      !this.#inBrand(index)
    )
      this.#taken[index] = 'name';
  }

  #isWhole(joined: string): boolean {
    return joined.length > 3 && this.#known.parts.has(joined) && kindOf(joined) !== 'word';
  }

  /** "Yves Rocher": beside a brand's word a name is the brand's. */
  #inBrand(index: number): boolean {
    return [index - 1, index + 1].some((at) => {
      const word = this.#words[at];
      return (
        word !== undefined &&
        isNear(this.#words[Math.max(at, index)]!.gap) &&
        this.#kind(at) === 'brand'
      );
    });
  }

  /** "A w a", "N.d.o.n.g": letters set apart. */
  #spelledOut(): void {
    const { parts } = this.#known;
    for (let from = 0; from < this.#words.length; from += 1) {
      let to = from;
      while (
        to < this.#words.length &&
        this.#words[to]!.folded.length === 1 &&
        (to === from || this.#words[to]!.gap.length <= 2)
      )
        to += 1;
      if (to - from >= 3) {
        const letters = this.#words
          .slice(from, to)
          .map(({ folded }) => folded)
          .join('');
        for (const part of parts) {
          const at = part.length > 2 ? letters.indexOf(part) : -1;
          if (at >= 0) this.#taken.fill('name', from + at, from + at + part.length);
        }
      }
      from = Math.max(from, to - 1);
    }
  }

  /** Beside a name stand its other parts: known ones that are words as well, and what is written like a name. */
  #neighbours(): void {
    for (const step of [1, -1]) {
      const order = this.#words.map((_, index) =>
        step > 0 ? index : this.#words.length - 1 - index,
      );
      for (const index of order) {
        const beside = index - step;
        if (this.#taken[index] !== null || this.#taken[beside] == null) continue;
        const word = this.#words[index]!;
        const { gap } = this.#words[Math.max(index, beside)]!;
        if (!word.isWord || !/^(?:[^\S\n]{1,2}|[-‐‑’'._])$/.test(gap)) continue;
        const kind = this.#kind(index);
        if (
          isKnownBeside(word.folded, this.#known) ||
          (kind === 'unknown' &&
            word.capital &&
            word.folded.length > 1 &&
            !(word.beginsSentence && step < 0 && nearOrdinary(word.folded)))
        )
          this.#taken[index] = 'name';
        else if (
          step < 0 &&
          word.folded.length === 1 &&
          /^[’'‘]$/.test(gap) &&
          /^[nmdko]$/.test(word.folded)
        )
          this.#taken[index] = 'name';
      }
    }
    // "Awa, Kevin et Rose": those who are named together.
    for (let index = 2; index < this.#words.length; index += 1) {
      const word = this.#words[index]!;
      const joint = this.#words[index - 1]!;
      const listed = /^(?:et|and|ou)$/.test(joint.folded)
        ? this.#taken[index - 2]
        : /^ ?, $/.test(word.gap)
          ? this.#taken[index - 1]
          : null;
      if (
        listed != null &&
        this.#taken[index] === null &&
        word.capital &&
        !word.beginsSentence &&
        ['either', 'unknown'].includes(this.#kind(index))
      )
        this.#taken[index] = 'name';
    }
  }

  #spans(): readonly NameSpan[] {
    const spans: NameSpan[] = [];
    this.#words.forEach(({ start, end, gap }, index) => {
      const how = this.#taken[index];
      if (how == null) return;
      const last = spans.at(-1);
      const what = how === 'account' ? 'account' : 'name';
      if (
        last !== undefined &&
        this.#taken[index - 1] != null &&
        last.what === what &&
        !gap.includes('\n') &&
        isNear(gap) &&
        !gap.includes(',')
      )
        spans[spans.length - 1] = {
          ...last,
          end,
          introduced: last.introduced || how === 'introduced',
        };
      else spans.push({ start, end, what, introduced: how === 'introduced' });
    });
    return spans;
  }
}
