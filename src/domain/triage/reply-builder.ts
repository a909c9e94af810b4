import type { EmergencyNumber, TriageReplyContext } from './reply.ts';

type Reply = (context: TriageReplyContext) => string;

/** What the replies of one language have in common. */
interface Wording {
  /** Stand in for the numbers while the shop has set none. */
  readonly noNumbersNow: string;
  readonly noNumbersLater: string;
  readonly ifWorse: string;
  readonly alerted: string;
  readonly alertedAndAnswers: string;
  readonly notADevice: string;
}

/** One line per number, or the sentence that replaces them. */
export function listNumbers(numbers: readonly EmergencyNumber[], instead: string): string {
  return numbers.length === 0
    ? instead
    : numbers.map(({ label, number }) => `📞 ${label} : ${number}`).join('\n');
}

/** An immediate call, one standard gesture at most, and the promise of a person. */
export function callNow(wording: Wording, opening: string, gesture: string): Reply {
  return ({ emergencyNumbers }) =>
    [
      opening,
      listNumbers(emergencyNumbers, wording.noNumbersNow),
      gesture,
      `${wording.alerted} ${wording.notADevice}`,
    ].join('\n');
}

/** To be seen today; the numbers in case it gets worse. */
export function seeSomebody(wording: Wording, opening: string): Reply {
  return ({ emergencyNumbers }) =>
    [
      opening,
      wording.ifWorse,
      listNumbers(emergencyNumbers, wording.noNumbersLater),
      `${wording.alertedAndAnswers} ${wording.notADevice}`,
    ].join('\n');
}
