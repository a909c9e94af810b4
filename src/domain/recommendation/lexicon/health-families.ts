import { phrasesOf } from '../../shared/phrases.ts';

/**
 * Other names of an allergen or a drug family, as customers and ingredient lists write them. Families stand
 * apart by a blank line, one name a line. A pharmacist must review this list before real use.
 */
const families = (text: string): readonly (readonly string[])[] =>
  text.split(/\n\s*\n/).map(phrasesOf);

export const ALLERGEN_FAMILIES = families(`
  arachide
  arachides
  cacahuete
  cacahuetes
  peanut
  peanuts
  arachis

  fruits a coque
  fruit a coque
  noix
  nuts
  amande
  amandes
  almond
  prunus amygdalus
  noisette
  noisettes
  hazelnut
  hazelnuts
  corylus
  cajou
  cashew
  cashews
  pistache
  pistaches
  pistachio
  macadamia
  argan
  argania
  karite
  shea
  butyrospermum
  juglans

  lait
  lactose
  caseine
  casein
  whey
  milk
  lactoserum
  proteines de lait
  lac

  soja
  soy
  soya
  glycine soja
  lecithine de soja

  gluten
  ble
  wheat
  triticum
  avoine
  oat
  avena
  orge
  hordeum
  seigle
  epeautre

  latex
  caoutchouc
  rubber
  natural rubber

  parfum
  parfums
  fragrance
  perfume
  limonene
  linalool
  citronellol
  geraniol
  citral
  eugenol
  coumarin

  produits de la ruche
  miel
  honey
  mel
  propolis
  cire d abeille
  cera alba
  beeswax
  gelee royale
  abeille
  abeilles

  poisson
  poissons
  fish
  huile de poisson
  collagene marin

  crustaces
  crustace
  crevette
  crevettes
  shellfish
  crabe
  chitosan

  oeuf
  oeufs
  egg
  eggs
  ovum
  albumine

  sesame
  sesamum

  lanoline
  lanolin
  laine
  wool

  aspirine
  aspirin
  salicyles
  salicyle
  acide salicylique
  salicylic acid
  salicylate
  acide acetylsalicylique

  coco
  noix de coco
  coconut
  cocos nucifera

  asteracees
  arnica
  camomille
  chamomilla
  calendula
  astaxanthine

  adhesif
  adhesif acrylique
  sparadrap
  colle
  acrylate

  ricin
  castor
  ricinus

  octocrylene
  filtres solaires
  filtre solaire

  algues
  algue
  spiruline
  spirulina

  menthe
  menthol
  mentha
  mint

  lavande
  lavandula
  lavender

  eucalyptus

  tea tree
  arbre a the
  melaleuca

  aloe vera
  aloe
  aloes

  uree
  urea

  paraben
  parabens
  methylparaben
  ethylparaben
  propylparaben
  butylparaben

  sulfates
  sulfate
  sodium laureth sulfate
  sodium lauryl sulfate

  alcool
  alcohol denat
  ethanol

  iode
  iodine
  betadine
  povidone iodine

  vitamine c
  ascorbic acid
  acide ascorbique

  citronnelle
  cymbopogon

  huiles essentielles
  huile essentielle
  essential oil
  essential oils
`);

export const DRUG_FAMILIES = families(`
  anticoagulant
  anticoagulants
  antivitamine k
  avk
  warfarine
  coumadine
  previscan
  sintrom
  xarelto
  eliquis
  heparine
  fluidifiant

  antiagregant plaquettaire
  antiagregant
  aspirine
  kardegic
  clopidogrel
  plavix

  anti inflammatoire
  anti inflammatoires
  ains
  ibuprofene
  diclofenac
  voltarene
  ketoprofene

  contraceptif oral
  contraceptif
  contraception
  pilule
  pilule contraceptive

  antidepresseur
  antidepresseurs
  fluoxetine
  sertraline
  paroxetine
  prozac
  deroxat

  antiepileptique
  antiepileptiques
  depakine
  valproate
  tegretol
  carbamazepine
  phenobarbital
  gardenal

  antihypertenseur
  antihypertenseurs
  tension
  medicament pour la tension
  amlodipine
  losartan

  antidiabetique
  antidiabetiques
  insuline
  metformine
  glucophage
  diabete

  levothyroxine
  levothyrox
  thyroide
  hormone thyroidienne

  antibiotique
  antibiotiques
  amoxicilline
  ciprofloxacine
  doxycycline

  antiretroviral
  antiretroviraux
  arv
  trt 5
  vih

  antipaludique
  antipaludiques
  coartem
  quinine
  artemether
  malarone
  paludisme

  immunosuppresseur
  immunosuppresseurs
  ciclosporine
  tacrolimus
  greffe

  digitalique
  digoxine

  sedatif
  somnifere
  somniferes
  benzodiazepine
  benzodiazepines
  anxiolytique
  lexomil
  xanax
  valium

  corticoide
  corticoides
  cortisone
  prednisone
  prednisolone

  diuretique
  diuretiques
  furosemide
  lasilix

  anticancereux
  chimiotherapie
  tamoxifene

  statine
  statines
  atorvastatine

  lithium
  teralithe

  triptan
  triptans

  levodopa

  biphosphonate
  biphosphonates

  antifongique
  antifongiques
  fluconazole

  retinoide oral
  retinoide
  isotretinoine
  roaccutane
  curacne

  deferoxamine
`);
