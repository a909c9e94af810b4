import { callNow, listNumbers, seeSomebody } from './reply-builder.ts';
import type { TriageReplies } from './reply.ts';

export const NOT_A_DEVICE_EN =
  'Léa is not a medical device and does not replace the emergency services.';
const WORDING = {
  noNumbersNow: 'Call the emergency services or go to the nearest hospital at once.',
  noNumbersLater: 'go to the nearest hospital.',
  ifWorse: 'If it gets worse, do not wait:',
  alerted: 'An advisor has been alerted.',
  alertedAndAnswers: 'An advisor has been alerted and will answer you here.',
  notADevice: NOT_A_DEVICE_EN,
};

/** The fixed English replies. */
export const ENGLISH: TriageReplies = {
  emergency: callNow(
    WORDING,
    'What you describe may be serious. Call for help now:',
    'Stay with the person.',
  ),
  breathing: callNow(
    WORDING,
    'Trouble breathing must not wait. Call for help now:',
    'Keep the person sitting up and calm, and do not leave them alone.',
  ),
  stroke: callNow(
    WORDING,
    'These signs need help at once. Call now:',
    'Note the time it started, and give nothing to drink or eat and no medicine.',
  ),
  unconscious: callNow(
    WORDING,
    'Call for help now:',
    'If the person is breathing, lay them on their side, nothing in the mouth. The call handler will guide you.',
  ),
  bleeding: callNow(
    WORDING,
    'Call for help now:',
    'If a wound is bleeding, press hard on it with a clean cloth and keep pressing.',
  ),
  poisoning: callNow(
    WORDING,
    'Call for help now, even without visible signs:',
    'Do not induce vomiting, give nothing to drink or eat, and keep the packaging at hand.',
  ),
  eye: callNow(
    WORDING,
    'Rinse the eye at once under gently running clean water for 20 minutes, lids open, without rubbing. Call meanwhile:',
    'Take out contact lenses if they come out easily. Put no product into the eye.',
  ),
  skin: callNow(
    WORDING,
    'Rinse the skin at once with plenty of water for 20 minutes and take off the clothes that were touched. Call meanwhile:',
    'Put nothing else on the skin, and keep the packaging at hand.',
  ),
  inhaled: callNow(
    WORDING,
    'Go out into fresh air at once with everybody who is there, without lingering, then call:',
    'Do not go back into the room. Stay calm, sitting.',
  ),
  allergy: callNow(
    WORDING,
    'A reaction like this can move fast. Call for help now:',
    'Do not stay alone.',
  ),
  suicide: ({ emergencyNumbers }) =>
    [
      'Thank you for telling me. What you are going through matters, and you do not have to carry it alone.',
      'Please talk to somebody near you now, and call:',
      listNumbers(emergencyNumbers, 'the emergency services, or go to the nearest hospital.'),
      'If you can, move away anything that could hurt you. Somebody from the team has been alerted and will write to you here.',
      NOT_A_DEVICE_EN,
    ].join('\n'),
  violence: ({ emergencyNumbers }) =>
    [
      'I am sorry this is happening to you. It is not your fault. If you are in danger, get to safety and call:',
      listNumbers(emergencyNumbers, 'the police or the emergency services.'),
      'Prompt care matters, at the nearest hospital. Somebody from the team has been alerted and will write to you here.',
      NOT_A_DEVICE_EN,
    ].join('\n'),
  burn: ({ emergencyNumbers }) =>
    [
      'Cool the burn at once under cool running tap water for 10 to 20 minutes. No ice, nothing greasy, do not burst blisters.',
      'If it is large, on the face or hands, on a child, chemical or electrical, call now:',
      listNumbers(emergencyNumbers, 'the emergency services, or go to the nearest hospital.'),
      `An advisor has been alerted. ${NOT_A_DEVICE_EN}`,
    ].join('\n'),
  infant: callNow(
    WORDING,
    'In a small baby these signs should be seen without delay. Go to the nearest hospital or call:',
    'Give no medicine without advice.',
  ),
  child: seeSomebody(WORDING, 'For a child, medical advice today comes before any product.'),
  pregnancy: seeSomebody(
    WORDING,
    'During pregnancy or breast-feeding, please see a midwife or a doctor before using any product.',
  ),
  pregnancy_emergency: callNow(
    WORDING,
    'During pregnancy these signs must be seen at once. Go to the nearest maternity ward or call:',
    'Do not stay alone, and take nothing meanwhile.',
  ),
  sickle_cell: seeSomebody(
    WORDING,
    'A sickle-cell crisis is treated in hospital: go today, keep warm and drink water. With fever, chest pain, trouble breathing or too much pain, do not wait.',
  ),
  urgent: seeSomebody(
    WORDING,
    'What you describe deserves medical advice today rather than a product.',
  ),
  pharmacist: () =>
    'For your safety a professional should answer this. I am alerting an advisor, who will write to you here. Please change nothing in your treatment meanwhile. Léa is not a medical device.',
  prescription: () =>
    'Prescriptions and medicines are handled by a person. I am alerting an advisor, who will write to you here.',
  complaint: () =>
    'I am sorry about this. I am passing it on to an advisor right away, who will take it up with you here.',
  human: () =>
    'Of course. I am alerting an advisor, who will write to you here as soon as possible.',
};
