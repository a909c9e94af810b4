import { phrasesOf } from '../../../shared/phrases.ts';

/**
 * Medicines by name and by kind, one a line, as customers ask for them; more are in the triage lexicon and in
 * `medicine-families.ts`. From the WHO model list of essential medicines and from what is sold without prescription
 * in France and Gabon. A pharmacist must review this list before real use.
 */
export const MEDICINES: readonly string[] = phrasesOf(`
  doliprane
  paracetamol
  acetaminophen
  efferalgan
  dafalgan
  panadol
  tylenol
  ibuprofene
  ibuprofen
  advil
  nurofen
  spedifen
  aspirine
  aspirin
  aspegic
  voltarene
  diclofenac
  ketoprofene
  profenid
  naproxene
  spasfon
  buscopan
  smecta
  imodium
  loperamide
  tiorfan
  ercefuryl
  maalox
  gaviscon
  omeprazole
  inexium
  mopral
  dulcolax
  forlax
  lactulose
  vogalene
  primperan
  motilium
  vermifuge
  vermifuges
  deparasitant
  albendazole
  zentel
  mebendazole
  vermox
  fluvermal
  praziquantel
  biltricide
  ivermectine
  stromectol
  ascabiol
  benzoate de benzyle
  antibiotique
  antibiotiques
  antibiotic
  antibiotics
  amoxicilline
  amoxicillin
  augmentin
  clamoxyl
  ciprofloxacine
  azithromycine
  doxycycline
  metronidazole
  flagyl
  bactrim
  cotrimoxazole
  fucidine
  coartem
  artefan
  artemether
  artesunate
  quinine
  quinimax
  nivaquine
  chloroquine
  malarone
  antipaludeen
  antipaludique
  tramadol
  codeine
  morphine
  viagra
  sildenafil
  cialis
  tadalafil
  cytotec
  misoprostol
  norlevo
  postinor
  pilule
  pilules
  contraceptif
  contraceptifs
  contraception
  morning after pill
  birth control
  contraceptive
  pilule du lendemain
  implant contraceptif
  sterilet
  antihistaminique
  cetirizine
  zyrtec
  aerius
  loratadine
  polaramine
  humex
  actifed
  rhinofluimucil
  toplexil
  bisolvon
  fluimucil
  mucosolvan
  helicidine
  strepsils
  ventoline
  salbutamol
  daktarin
  lamisil
  econazole
  pevaryl
  mycoster
  canesten
  clotrimazole
  fluconazole
  griseofulvine
  gyno pevaryl
  polygynax
  aciclovir
  acyclovir
  zovirax
  activir
  cortisone
  betamethasone
  diprosone
  dermovate
  clobetasol
  hydrocortisone
  celestene
  prednisone
  prednisolone
  solupred
  insuline
  metformine
  glucophage
  amlodipine
  levothyrox
  lexomil
  xanax
  valium
  stilnox
  donormyl
  somnifere
  somniferes
  roaccutane
  differine
  tretinoine
  hydroquinone
  minoxidil
  anti inflammatoire
  anti inflammatoires
  anti douleur
  antidouleur
  antidouleurs
  antalgique
  antalgiques
  painkiller
  painkillers
  antifongique
  anti fongique
  antiviral
  sirop contre la toux
  sirop pour la toux
  sirop toux
  cough syrup
  suppositoire
  suppositoires
  collyre
  vaccin
  vaccins
  vaccine
  ovule gynecologique
  medicament
  medicaments
  medicines
  deworming
`);

/**
 * What a customer asks something against that wants a pharmacist's eye rather than a cosmetic: one a line. Each goes
 * to a person unless a text of the shelf names it. A pharmacist must review this list before real use.
 */
export const PHARMACIST_SIGNS: readonly string[] = phrasesOf(`
  gale
  scabies
  teigne
  ringworm
  dartre
  impetigo
  bouton de fievre
  boutons de fievre
  herpes
  cold sore
  cold sores
  regles douloureuses
  douleurs de regles
  douleur des regles
  mal aux regles
  maux de regles
  crampes menstruelles
  period pain
  period pains
  painful periods
  painful period
  mycose
  mycoses
  champignon aux pieds
  champignon entre les orteils
  champignon des ongles
  pied d athlete
  candidose
  muguet
  yeast infection
  fungal infection
  thrush
  athlete s foot
  zona
  shingles
  panaris
  verrue
  verrues
  wart
  warts
  hemorroides
  hemorroide
  haemorrhoids
  hemorrhoids
  vers intestinaux
  oxyures
  infection urinaire
  cystite
  urinary infection
  uti
  conjonctivite
  otite
  sinusite
  angine
`);
