import { phrasesOf } from '../../../shared/phrases.ts';

/**
 * Brands of care, hygiene and baby products that a parapharmacy in francophone Africa or France is asked for, as they
 * are written on the pack; after "|", other ways of writing one. From the shelves of the trade as its people know
 * them, not from a register. Brands that are everyday words ("Off", "Nana", "Always") are left out: they would be
 * heard where nobody named them. A brand that the shop carries may stand here: its catalogue decides.
 */
export const WORLD_BRANDS: readonly (readonly string[])[] = phrasesOf(`
  CeraVe | cera ve
  La Roche-Posay | roche posay
  Avène
  Bioderma
  Vichy
  Eucerin
  Uriage
  Nuxe
  Caudalie
  SVR
  Ducray
  Klorane
  Weleda
  A-Derma | aderma
  Topicrem
  Embryolisse
  Isdin
  Heliocare
  Filorga
  Lierac
  Noreva
  Dermagor
  Dexeryl
  Neutrogena
  Cetaphil
  Aveeno
  The Ordinary | ordinary niacinamide
  Paula's Choice
  Kiehl's | kiehls
  Clinique
  Estée Lauder
  Lancôme
  Clarins
  Biotherm
  Shiseido
  Sisley
  Guerlain
  Givenchy
  Chanel
  Sephora
  Yves Rocher
  Fenty
  Maybelline
  L'Oréal | loreal
  Garnier
  Nivea
  Mixa
  Le Petit Marseillais | petit marseillais
  Dove
  Palmolive
  Sanex
  Monsavon
  Cadum
  Rexona
  Vaseline
  Palmer's | palmers
  Cocoa Butter Formula
  Fair and White | fair white | fair & white | fairwhite
  Caro White | carowhite
  Caro Light
  Makari
  QEI Plus | qei
  Maxi Light
  Bio Claire | bioclaire
  Clear Essence
  Carotone
  White Express
  Dodo Crème
  HT26 | ht 26
  Topiclear
  Skin Light
  Kojie San
  Pharmaderm
  Nunaat
  Dark and Lovely
  Cantu
  Shea Moisture | sheamoisture
  Mielle
  As I Am Curl
  Carol's Daughter
  Activilong
  Les Secrets de Loly | secrets de loly
  Olaplex
  Kérastase
  Pantene
  Head & Shoulders | head and shoulders | head shoulders
  Elsève
  Schwarzkopf
  Redken
  ORS Olive
  Crème of Nature
  Mizani
  Motions Hair
  Soft Sheen
  Mustela
  Biolane
  Johnson's | johnsons | johnson baby | johnson
  Bébé Cadum
  Klorane Bébé
  Pampers
  Huggies
  Molfix
  Softcare
  Canbebe
  Babylino
  Guigoz
  Gallia
  Blédina | bledine
  Blédilait
  Nestlé
  Cérélac
  Phosphatine
  Nidal
  Novalac
  Modilac
  Picot
  Aptamil
  Enfamil
  Similac
  Babybio
  Hipp
  Dodie
  Avent | philips avent
  Chicco
  Tommee Tippee
  Suavinex
  Medela
  Durex
  Manix
  Intimy
  Prudence condom
  Saugella
  Lactacyd
  Hydralin
  Intima
  Tampax
  Vania
  Kotex
  Colgate
  Sensodyne
  Oral-B | oralb
  Elmex
  Listerine
  Fluocaril
  Parodontax
  Meridol
  Closeup
  Steradent
  Polident
  Corega
  Hansaplast
  Compeed
  Urgo
  Elastoplast
  Omron
  Braun
  Accu-Chek | accuchek
  OneTouch
  Clearblue
  Berocca
  Supradyn
  Alvityl
  Bion 3
  Centrum
  Arkopharma
  Forté Pharma
  PiLeJe
  Solgar
  Oenobiol
  Juvamine
  Nutrisanté
  Vitarmonyl
  Moustidose
  Cinq sur Cinq | 5 sur 5
  Insect Écran
  Autan
  Baygon
  Mousticare
  Puressentiel
  Pranarôm
  Ladrôme
  Dettol
  Sanytol
  Bepanthen
  Cicalfate
  Cicaplast
  Homéoplasmine
  Vicks
  Gillette
  Wilkinson
  Veet
  Bic rasoir
`).map((line) => line.split('|').map((name) => name.trim()));
