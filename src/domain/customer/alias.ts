/**
 * One person, several addresses. The first alias is the one to keep; the others are the same line
 * under the numbering of before.
 * Côte d'Ivoire went from 8 to 10 digits on 2021-01-31 (ARTCI): the operator's prefix 01, 05 or 07
 * stands before the old number and follows from its second digit for mobiles.
 * Bénin went from 8 to 10 digits on 2024-11-30 (ARCEP Bénin): 01 stands before every old number.
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
  return [e164];
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

/** The digits by which a person may be quoted in a text that nobody could read: none of who was only played, as those may be somebody's. */
export const quotableDigits = (aliases: readonly string[]): readonly string[] =>
  aliases
    .filter((alias) => !isSimulatedAlias(alias))
    .map((alias) => alias.split('@')[0]!.replace(/\D/g, ''))
    .filter((number) => number.length >= 6);
