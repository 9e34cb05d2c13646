import { PLACES } from '../quotation/speaker/places';
import { wordSet } from '../quotation/speaker/words-type';
import { isGivenName } from './doubt-words';
import { CITIES } from './place-words';

/*
 * Words of everyday English (and a few of its neighbours) of which houses, columns and pen names are
 * made. Many are surnames too; a name of nothing else may be anybody's, and is asked about.
 */

const ORDINARY: ReadonlySet<string> = wordSet(`
  acorn air alley alpha amber anchor anvil apple arch arrow ash aspen atlas autumn badger barn barrel
  basin bay beach beacon beam bear beat bee bell bench big birch bird bitter black blank blind block blossom
  blue board boat bold book border borough bottle boulder bow branch brass brave bread breeze brick
  bridge bright bronze brook brown buffalo bull butter button cabin camp candle canvas canyon capital
  cardinal castle cedar chalk chapel cherry church circle citizen city civic civil clay clear cliff
  cloud clover club coal coast coastal cobalt cold common compass copper coral corner cottage country
  cove cow coyote crane creek crest cross crow crown crystal curious current dark dawn day deep deer
  delta democracy desert diamond distant dog door double dove dragon dream dry dusk dust eagle early
  earth east eastern echo edge elm ember emerald empty equal evening everyday eye falcon fall far
  farm feather fern field fig fire first fish flag flame flat flint flower fog footballer forest fork
  forge fort forward fountain fox free fresh frog frontier frost full garden gate giant glass globe
  gold golden good gospel grain grand granite grass gravel gray great green grey ground grove gull
  hammer hand happy harbor harbour hard hare hawk hazel heart heath heather hedge heron hidden high
  highland hill hive hollow home honest honey horizon horse hot house human hunter ice idle indigo ink
  inland iron island ivory jade jasper jumbo jungle justice kettle key king kitchen kite lady lake
  lamp land lane lantern large last late laurel lead leaf lean left lemon level liberty library light
  lighthouse lime line lion liquid little lively local lone long loud low loyal lucky lunar magpie main
  maple marble march marigold market marsh meadow mellow metro mid middle midnight mile mill mint mirror
  mist moon moor morning moss moth mountain mud narrow native new night noble noon north northern oak
  oasis ocean old olive onyx open orange orchard orchid other otter outer owl pacific page paper
  park path peak pearl pebble penny people pepper pier pigeon pilot pine pink pioneer plain planet
  plum polar pond poplar poppy port prairie press proud public purple quartz queen quick quiet quill
  rabbit radical rain rainbow rare raven raw ready real red reed reef ridge right ring rising river
  road robin rock rolling roof rook root rose rough round royal ruby rural rush rust saffron sail salt
  salty sand sandy sapphire scarlet sea second secret seed shadow sharp shell shield ship shore short
  side signal silent silk silver simple single six sky slate slow small smart smoke snow soft solar
  solid song south southern spark sparrow spice spiral spring spruce square stag star state steady
  steel still stone storm story straight stray stream street strong sugar summer summit sun sunday
  sunset swan sweet swift table tall teacher tender thin third thistle thorn thunder tide tiger timber
  tin tower town trail tree triangle tribe true tulip turtle twin type union unity upper urban valley
  velvet venture verdant victory view village violet vivid walnut warm water watch wave weather west
  western wharf wheat wheel whisper white wide wild willow wind window winter wise wolf wonder wood
  wooden woodland word world yellow young zebra zenith
  agony aunt auntie uncle citizen gardener stranger traveller traveler speaker madam master
  rote roter rotes blaue blauer blaues grüne grüner weiße weißer schwarze schwarzer stern haus licht
  luz verde azul blanca blanco negra roja rojo luna agua bleu rouge noir blanche lumière porte
  ouverte soleil nuit casa nova novo nuevo nueva nouvelle nouveau
`);

/** Places that children are called by. */
const PLACES_AND_NAMES: ReadonlySet<string> = wordSet(`
  georgia sydney paris london florence milan israel jordan chad vienna lincoln jackson dakota savannah
  brooklyn madison india kenya asia ireland phoenix boston dallas houston denver trenton verona siena
  carolina virginia adelaide alexandria kingston preston lourdes sofia santiago valencia lorraine
`);

/** Flowers, stones and the like that children are called by: with a surname, somebody's name. */
const WORDS_AND_NAMES: ReadonlySet<string> = wordSet(`
  amber ash aspen autumn brook brooks clay cliff coral crystal dawn ember fern hazel heath heather iris
  ivory jade jasper laurel marigold olive opal pearl poppy reed robin rose ruby rusty sandy sky
  summer violet willow
`);

const isOrdinary = (word: string) => {
  const lower = word.toLowerCase();
  return ORDINARY.has(lower) || (lower.endsWith('s') && ORDINARY.has(lower.slice(0, -1)));
};

/** "Hollow Pine", "Blue Lantern", "Honolulu Civil Beat": a person, or a house and a pen name? */
export function isOfOrdinaryWords(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (rest.length === 0 || rest.length > 2 || !rest.every(isOrdinary)) return false;
  const lower = first.toLowerCase();
  if (PLACES.has(lower) || CITIES.has(lower))
    return !isGivenName(first) && !PLACES_AND_NAMES.has(lower);
  return isOrdinary(first) && !isGivenName(first) && !WORDS_AND_NAMES.has(lower);
}
