import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { phoneAliases } from '../../../domain/customer/alias.ts';
import { readChatId } from './chat-id.ts';

/** The other side of a chat, as a message names it beside the chat's id. */
export interface Party {
  readonly phone: string | null;
  readonly lid: string | null;
}

const NOBODY: Party = { phone: null, lid: null };
/** Hidden ids have 14 digits or more; so have few numbers of telephones. */
const SURELY_NO_LID = 13;

/**
 * Reads `from` or `to`: a chat id, or bare digits. Digits are a number only where some country has such ones, as a
 * hidden id (`…@lid`) is at times written without its ending, and two people made one cannot be parted again.
 */
export function readParty(value: string | null | undefined, chatLid: string | null): Party {
  if (value === null || value === undefined || value.length > 128) return NOBODY;
  const digits = value.replace(/^\+/, '').replace(/@c\.us$/, '');
  if (!/^[1-9]\d{6,14}$/.test(digits)) {
    const chat = readChatId(value);
    return chat.kind === 'person' ? chat : NOBODY;
  }
  if (chatLid === `${digits}@lid`) return NOBODY;
  return isPhone(digits) ? { phone: `+${digits}`, lid: null } : NOBODY;
}

function isPhone(digits: string): boolean {
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (number === undefined) return false;
  return digits.length > SURELY_NO_LID
    ? number.isValid()
    : number.isPossible() || phoneAliases(`+${digits}`).length > 1;
}
