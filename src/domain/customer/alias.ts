/**
 * One person, several addresses. The first alias is the one to keep; the others are the same line
 * under the numbering of before.
 * Côte d'Ivoire went from 8 to 10 digits on 2021-01-31 (ARTCI): the operator's prefix 01, 05 or 07
 * stands before the old number and follows from its second digit for mobiles.
 * Bénin went from 8 to 10 digits on 2024-11-30 (ARCEP Bénin): 01 stands before every old number.
 * Gabon went from 8 to 9 digits, the 0 counted, on 2019-11-15 (ARCEP Gabon, announced 2019-06-03; the old ones
 * ended on 2024-04-06, ANINF): 01 became 011, 02 062, 05 065, 06 066, 04 074 and 07 077. Abroad the old ones were
 * written with the 0 or without, today's are written without
 * (https://agenceafrique.com/19321-les-numeros-de-telephone-au-gabon-passent-de-8-a-9-chiffres-des-le-15-novembre.html).
 */
export function phoneAliases(e164: string): readonly string[] {
  const oldIvorian = /^\+225(\d)(\d)(\d{6})$/.exec(e164);
  if (oldIvorian) {
    const [, first = '', second = '', rest = ''] = oldIvorian;
    const prefix = ivorianPrefix(first, second);
    return prefix === null ? [e164] : [`+225${prefix}${first}${second}${rest}`, e164];
  }
  const newIvorian = /^\+225(01|05|07|21|25|27)(\d{8})$/.exec(e164);
  if (newIvorian) return [e164, `+225${newIvorian[2]}`];
  if (/^\+229\d{8}$/.test(e164)) return [`+22901${e164.slice(4)}`, e164];
  const newBeninese = /^\+22901(\d{8})$/.exec(e164);
  if (newBeninese) return [e164, `+229${newBeninese[1]}`];
  const gabonese = gaboneseToday(e164);
  if (gabonese !== null) {
    const old = gabonese.slice('+241.'.length);
    return [gabonese, `+2410${old}`, `+241${old}`];
  }
  return [e164];
}

/** By the digit that was the operator's, what came to stand before it: Gabon Télécom's fixed lines, Moov, Airtel. */
const GABONESE: ReadonlyMap<string, string> = new Map([
  ['1', '1'],
  ['2', '6'],
  ['5', '6'],
  ['6', '6'],
  ['4', '7'],
  ['7', '7'],
]);

/** The number of today of a line that had one before 2019; null for any other. */
function gaboneseToday(e164: string): string | null {
  const old = /^\+2410?([1-7])\d{6}$/.exec(e164)?.[1];
  if (old !== undefined) {
    const before = GABONESE.get(old);
    return before === undefined ? null : `+241${before}${e164.slice(-7)}`;
  }
  const today = /^\+241([167])([1-7])\d{6}$/.exec(e164);
  return today !== null && GABONESE.get(today[2]!) === today[1] ? e164 : null;
}

/** Fixed lines begin with 2 or 3 (third digit decides the operator); mobiles are told by the second digit. */
function ivorianPrefix(first: string, second: string): string | null {
  if (first === '2' || first === '3') return null;
  if ('123'.includes(second)) return '01';
  if ('456'.includes(second)) return '05';
  if ('789'.includes(second)) return '07';
  return null;
}

const SIMULATED_ALIAS = 'sim:';
const SIMULATED_CHAT = '@simulator';

/**
 * The aliases of a number that is only imagined, in the simulator. They share nothing with those of the real
 * line: whoever plays a number neither meets nor becomes the person who has it.
 */
export const simulatedAliases = (e164: string): readonly string[] =>
  phoneAliases(e164).map((alias) => `${SIMULATED_ALIAS}${alias}`);
export const isSimulatedAlias = (alias: string): boolean => alias.startsWith(SIMULATED_ALIAS);

/** The chat of an imagined number; no real gateway sends there. */
export const simulatedChat = (e164: string): string => `${e164.slice(1)}${SIMULATED_CHAT}`;
export const isSimulatedChat = (chatId: string): boolean => chatId.endsWith(SIMULATED_CHAT);

/** Where somebody is written to who has no conversation yet; empty when no number is known. */
export function chatOf(phone: string | null, aliases: readonly string[]): string {
  const simulated = aliases.find(isSimulatedAlias);
  if (simulated !== undefined)
    return simulatedChat(phone ?? simulated.slice(SIMULATED_ALIAS.length));
  return phone === null ? '' : `${phone.slice(1)}@s.whatsapp.net`;
}

/**
 * The digits by which a person may be quoted in a text that nobody could read: none of who was only played, as
 * those may be somebody's.
 */
export const quotableDigits = (aliases: readonly string[]): readonly string[] =>
  aliases
    .filter((alias) => !isSimulatedAlias(alias))
    .map((alias) => alias.split('@')[0]!.replace(/\D/g, ''))
    .filter((number) => number.length >= 6);
