import { phrasesOf } from '../../../shared/phrases.ts';

/**
 * Kinds of products that a parapharmacy may be asked for. Families stand apart by a blank line, one name a line: the
 * first is how Léa says it in French, the second in English, the rest are other ways of asking. From what pharmacies
 * and supermarkets of francophone Africa sell beside medicines; no register. A kind is "not carried" only when no
 * text of the shop's own shelf names any of the family. Names are whole: "peigne", never a word that also describes
 * a care ("lait", "brosse").
 */
export const WORLD_KINDS: readonly (readonly string[])[] = `
  lait infantile
  infant milk
  lait premier age
  lait 1er age
  lait 1 age
  lait deuxieme age
  lait 2eme age
  lait 2e age
  lait de croissance
  lait en poudre
  lait pour nourrisson
  lait maternise
  lait bebe en poudre
  baby milk
  baby formula
  infant formula

  farine infantile
  baby cereal
  cereales bebe
  farine bebe
  bouillie bebe

  petits pots pour bébé
  baby food jars
  petit pot bebe
  compote bebe

  préservatifs féminins
  female condoms
  preservatif feminin
  preservatifs pour femme
  capote feminine
  female condom

  préservatifs
  condoms
  preservatif
  capotes
  condom

  alcool à 70°
  rubbing alcohol
  alcool 70
  alcool 90
  alcool modifie
  alcool chirurgical
  alcool medical

  Bétadine
  Betadine
  povidone iodee
  teinture d iode

  eau oxygénée
  hydrogen peroxide
  eau oxygene

  Dakin
  Dakin solution

  mercurochrome
  mercurochrome

  eau de Javel
  bleach
  javel

  peigne
  comb
  peignes
  peigne afro

  brosse à cheveux
  hairbrush
  brosse demelante
  brosse soufflante
  hair brush

  serviettes hygiéniques
  sanitary pads
  serviette hygienique
  serviette periodique
  serviettes menstruelles
  protege slip
  sanitary towels
  sanitary pad

  tampons hygiéniques
  tampons
  tampon hygienique
  tampon periodique

  coupe menstruelle
  menstrual cup
  cup menstruelle
  moon cup

  culotte menstruelle
  period underwear
  culottes menstruelles
  period pants

  thermomètre
  thermometer
  thermometre frontal
  thermometre rectal
  thermometre auriculaire
  thermometre digital
  thermo flash

  tensiomètre
  blood pressure monitor
  appareil a tension
  appareil tension
  bp machine

  lecteur de glycémie
  glucose meter
  glucometre
  appareil glycemie
  glucometer

  bandelettes de glycémie
  glucose strips
  bandelettes glycemie
  bandelettes urinaires
  test strips

  oxymètre
  oximeter
  saturometre

  nébuliseur
  nebuliser
  aerosol medical
  nebulizer

  chambre d'inhalation
  inhaler spacer

  stéthoscope
  stethoscope

  seringues
  syringes
  seringue
  aiguilles
  syringe

  perfusion
  drip
  serum glucose

  masques chirurgicaux
  surgical masks
  masque chirurgical
  masque ffp2
  masques jetables
  cache nez
  surgical mask

  gants jetables
  disposable gloves
  gants latex
  gants nitrile
  gants chirurgicaux

  coton-tiges
  cotton buds
  coton tige
  cotons tiges
  cotton swabs

  coton hydrophile
  cotton wool
  boule de coton

  disques démaquillants
  cotton pads
  disque demaquillant
  coton demaquillant

  lingettes pour bébé
  baby wipes
  lingette bebe
  lingettes

  couches pour bébé
  nappies
  couche bebe
  couches
  diapers
  couches culottes

  couches pour adultes
  adult nappies
  couche adulte
  protections incontinence
  alese
  adult diapers

  biberon
  baby bottle
  biberons

  tétine
  pacifier
  tetines
  sucette bebe
  totote
  dummy

  tire-lait
  breast pump
  tire lait

  coussinets d'allaitement
  nursing pads
  coussinet allaitement

  mouche-bébé
  nasal aspirator
  mouche bebe
  aspirateur nasal

  poussette
  pushchair
  landau
  stroller

  test de grossesse
  pregnancy test
  test grossesse

  test d'ovulation
  ovulation test
  test ovulation

  autotest
  self test
  test covid
  test vih
  test palu
  test paludisme
  tdr palu

  lubrifiant intime
  lubricant
  lubrifiant
  gel lubrifiant

  rasoir
  razor
  rasoirs
  lames de rasoir

  mousse à raser
  shaving foam
  gel a raser
  shaving cream

  crème dépilatoire
  hair removal cream
  creme epilatoire
  cire epilatoire
  bande de cire
  epilateur

  tondeuse
  clippers
  tondeuse cheveux

  pince à épiler
  tweezers
  pince epiler

  coupe-ongles
  nail clippers
  coupe ongle

  lime à ongles
  nail file
  lime ongle

  vernis à ongles
  nail polish
  vernis

  dissolvant
  nail polish remover

  faux ongles
  false nails

  faux cils
  false lashes

  perruque
  wig
  perruques

  mèches
  hair extensions
  meches pour tresses
  tissage
  greffage

  défrisant
  hair relaxer
  defrisage
  relaxer

  coloration pour cheveux
  hair dye
  teinture cheveux
  coloration capillaire
  hair color

  bigoudis
  hair rollers
  bigoudi

  sèche-cheveux
  hair dryer
  seche cheveux

  lisseur
  hair straightener
  fer a lisser
  plaque a lisser

  bonnet de nuit
  satin bonnet
  bonnet satin

  rouge à lèvres
  lipstick
  rouge levre

  gloss
  lip gloss

  mascara
  mascara

  fond de teint
  foundation
  fonds de teint

  poudre compacte
  pressed powder

  fard à paupières
  eye shadow
  fard paupiere

  crayon pour les yeux
  eyeliner
  eye liner
  khol

  parfum pour femme
  perfume
  eau de parfum
  eau de toilette
  eau de cologne

  parfum d'intérieur
  room spray
  desodorisant
  encens

  insecticide
  insect spray
  bombe insecticide
  tue mouche

  moustiquaire
  mosquito net
  moustiquaires

  spirales anti-moustiques
  mosquito coils
  tortillon moustique
  serpentin moustique

  papier toilette
  toilet paper
  papier hygienique

  mouchoirs en papier
  tissues
  mouchoir

  lessive
  washing powder
  detergent

  fauteuil roulant
  wheelchair

  béquilles
  crutches
  bequille
  canne anglaise

  déambulateur
  walking frame

  collier cervical
  cervical collar
  minerve

  bouillotte
  hot water bottle

  poche de glace
  ice pack
  pack froid

  attelle
  splint
  attelles

  bas de contention
  compression stockings
  bas contention
  chaussettes de contention

  lunettes de lecture
  reading glasses
  lunettes loupe
  lunettes de vue

  lentilles de contact
  contact lenses
  lentille contact

  produit pour lentilles
  contact lens solution
  solution lentilles

  bouchons d'oreilles
  ear plugs
  boules quies
  bouchon oreille

  pilulier
  pill box

  appareil auditif
  hearing aid

  sonde urinaire
  urinary catheter
  poche urinaire

  pèse-personne
  bathroom scales
  pese personne
  pese bebe

  protéines en poudre
  protein powder
  poudre proteinee
  proteine
  proteines
  whey
  creatine
  mass gainer

  huile de ricin
  castor oil

  huile de cade
  cade oil

  beurre de cacao
  cocoa butter

  pierre d'alun
  alum stone
  alun

  pierre ponce
  pumice stone

  éponge de bain
  bath sponge
  fleur de douche
  filet de bain

  savon noir
  black soap

  savon de Marseille
  marseille soap

  fil dentaire
  dental floss
  brossettes interdentaires

  colle pour dentier
  denture adhesive
  colle dentier
  fixatif dentaire

  sérum physiologique
  saline solution
  serum phy

  pansements
  plasters
  pansement
  sparadrap

  compresses stériles
  sterile gauze
  compresse
`
  .split(/\n\s*\n/)
  .map(phrasesOf);
