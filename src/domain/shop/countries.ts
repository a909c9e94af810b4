import type { Currency } from '../shared/money.ts';

export interface EmergencyNumber {
  readonly label: string;
  readonly number: string;
}

export interface Country {
  readonly name: string;
  readonly timeZone: string;
  /** Both are shown as FCFA. */
  readonly currency: Currency;
  /** Law on personal data that the consent text names. */
  readonly dataLaw: string;
  readonly emergencyNumbers: readonly EmergencyNumber[];
  /** Where the numbers come from; the shop confirms them before real use. */
  readonly emergencySource: string;
}

const TRAVEL_ADVICE =
  'France Diplomatie, Conseils aux voyageurs, fiche pays (numéros utiles); à confirmer sur place avant usage réel';

/** Countries of the CFA franc with what depends on them. An empty list of numbers must be set by the shop. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  GA: {
    name: 'Gabon',
    timeZone: 'Africa/Libreville',
    currency: 'XAF',
    dataLaw:
      'la loi gabonaise n° 001/2011 modifiée par la loi n° 025/2023 sur la protection des données personnelles',
    emergencyNumbers: [
      { label: 'SAMU', number: '1300' },
      { label: 'Pompiers', number: '18' },
      { label: 'Police secours', number: '1730' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  CI: {
    name: "Côte d'Ivoire",
    timeZone: 'Africa/Abidjan',
    currency: 'XOF',
    dataLaw:
      'la loi ivoirienne n° 2013-450 relative à la protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'SAMU', number: '185' },
      { label: 'Pompiers', number: '180' },
      { label: 'Police', number: '110' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  SN: {
    name: 'Sénégal',
    timeZone: 'Africa/Dakar',
    currency: 'XOF',
    dataLaw: 'la loi sénégalaise n° 2008-12 sur la protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'SAMU', number: '1515' },
      { label: 'Pompiers', number: '18' },
      { label: 'Police', number: '17' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  CM: {
    name: 'Cameroun',
    timeZone: 'Africa/Douala',
    currency: 'XAF',
    dataLaw:
      'la loi camerounaise n° 2024/017 relative à la protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'SAMU', number: '119' },
      { label: 'Pompiers', number: '118' },
      { label: 'Police', number: '117' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  BJ: {
    name: 'Bénin',
    timeZone: 'Africa/Porto-Novo',
    currency: 'XOF',
    dataLaw: 'la loi béninoise n° 2017-20 portant code du numérique',
    emergencyNumbers: [
      { label: 'Pompiers', number: '118' },
      { label: 'Police', number: '117' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  TG: {
    name: 'Togo',
    timeZone: 'Africa/Lome',
    currency: 'XOF',
    dataLaw:
      'la loi togolaise n° 2019-014 relative à la protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'Pompiers', number: '118' },
      { label: 'Police', number: '117' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  BF: {
    name: 'Burkina Faso',
    timeZone: 'Africa/Ouagadougou',
    currency: 'XOF',
    dataLaw:
      'la loi burkinabè n° 001-2021/AN portant protection des personnes à l’égard du traitement des données',
    emergencyNumbers: [
      { label: 'Pompiers', number: '18' },
      { label: 'Police', number: '17' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  ML: {
    name: 'Mali',
    timeZone: 'Africa/Bamako',
    currency: 'XOF',
    dataLaw: 'la loi malienne n° 2013-015 portant protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'Pompiers', number: '18' },
      { label: 'Police', number: '17' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  NE: {
    name: 'Niger',
    timeZone: 'Africa/Niamey',
    currency: 'XOF',
    dataLaw:
      'la loi nigérienne n° 2022-59 relative à la protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'SAMU', number: '15' },
      { label: 'Pompiers', number: '18' },
      { label: 'Police', number: '17' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  CG: {
    name: 'Congo',
    timeZone: 'Africa/Brazzaville',
    currency: 'XAF',
    dataLaw: 'la loi congolaise n° 29-2019 portant protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'Pompiers', number: '118' },
      { label: 'Police', number: '117' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  TD: {
    name: 'Tchad',
    timeZone: 'Africa/Ndjamena',
    currency: 'XAF',
    dataLaw:
      'la loi tchadienne n° 007/PR/2015 portant protection des données à caractère personnel',
    emergencyNumbers: [
      { label: 'Pompiers', number: '18' },
      { label: 'Police', number: '17' },
    ],
    emergencySource: TRAVEL_ADVICE,
  },
  CF: {
    name: 'République centrafricaine',
    timeZone: 'Africa/Bangui',
    currency: 'XAF',
    dataLaw: 'la loi centrafricaine n° 24.001 sur la protection des données à caractère personnel',
    emergencyNumbers: [],
    emergencySource: 'à renseigner par la boutique',
  },
  GQ: {
    name: 'Guinée équatoriale',
    timeZone: 'Africa/Malabo',
    currency: 'XAF',
    dataLaw: 'la loi équato-guinéenne n° 1/2016 sur la protection des données personnelles',
    emergencyNumbers: [],
    emergencySource: 'à renseigner par la boutique',
  },
  GW: {
    name: 'Guinée-Bissau',
    timeZone: 'Africa/Bissau',
    currency: 'XOF',
    dataLaw: 'le droit bissau-guinéen applicable',
    emergencyNumbers: [],
    emergencySource: 'à renseigner par la boutique',
  },
};
