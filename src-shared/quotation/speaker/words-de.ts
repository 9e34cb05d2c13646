import { addCues, type Cue, type SpeakerWords, wordSet, words } from './words-type';

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  addCues(
    cues,
    `sagte sagt sagten sagen gesagt erklärte erklärt erklärten meinte meint meinten betonte betont
    betonten sprach spricht schrieb schreibt schrieben geschrieben berichtete berichtet berichteten
    antwortete antwortet fragte fragt rief ruft forderte fordert forderten warnte warnt warnten
    kritisierte kritisiert kritisierten teilte erzählte erzählt ergänzte ergänzt fügte
    versicherte versichert behauptete behauptet räumte bestätigte bestätigt kündigte verkündete
    verlangte verlangt äußerte lobte lobt klagte klagt mahnte mahnt monierte resümierte
    unterstrich hob bekräftigte bekräftigt urteilte urteilt argumentierte argumentiert
    kommentierte kommentiert twitterte postete zitierte zitiert verteidigte entgegnete erwiderte
    versprach verspricht vermutete vermutet bilanzierte scherzte witzelte schimpfte flüsterte
    bemerkte bemerkt wetterte appellierte beteuerte gestand hieß heißt so`,
    {},
  );
  addCues(
    cues,
    `nannte nennt nannten genannt bezeichnete bezeichnet bezeichneten hält hielt spricht sprach
    sprachen sieht beschrieb beschreibt warf wertete`,
    { reporting: false },
  );
  return cues;
}

/** German. */
export const GERMAN: SpeakerWords = {
  language: 'de',
  cues: buildCues(),
  accordingTo: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'des'],
    ['nach', 'angaben', 'der'],
    ['nach', 'worten', 'von'],
    ['nach', 'worten', 'des'],
    ['nach', 'worten', 'der'],
    ['gemäß'],
  ],
  postpositions: wordSet('zufolge'),
  pronouns: new Map([
    ['er', 'he'],
    ['sie', 'other'],
    ['ich', 'other'],
    ['wir', 'other'],
  ]),
  relatives: wordSet(''),
  determiners: wordSet(`
    der die das dem den des ein eine einer eines einem einen sein seine seiner ihr ihre ihrer dieser
    diese dieses viele mehrere einige zwei drei vier beide kein keine`),
  auxiliaries: wordSet(
    'hat habe haben hatte hatten ist sei war waren wird wurde wurden werde würde würden wolle will',
  ),
  passives: wordSet('wird wurde wurden werde worden'),
  adverbs: wordSet(`
    auch dann später zuvor nun noch jedoch dabei bereits schon erneut selbst daraufhin weiter heute
    gestern am im beim hinzu zudem außerdem deshalb nur anschließend einmal`),
  linking: wordSet('von vom für aus bei der des in zu zum zur'),
  tightLinking: wordSet('von vom für aus der des'),
  conjunctions: wordSet('und oder sowie'),
  times: wordSet('montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute'),
  reported: wordSet(
    'sei seien habe werde könne müsse wolle solle gebe gehe dürfe stehe liege bleibe komme',
  ),
  boundaries: wordSet(`
    dass daß wenn weil während als ob obwohl bevor nachdem damit wie aber denn doch mit nach seit
    auf über unter durch gegen um an vor zwischen wegen trotz bis im am beim montag dienstag mittwoch
    donnerstag freitag samstag sonntag gestern heute morgen nicht es gegenüber laut so zufolge`),
  roles: wordSet(`
    sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin chef chefin
    leiter leiterin direktor direktorin vorsitzender vorsitzende bürgermeister bürgermeisterin
    professor professorin experte expertin anwalt anwältin richter richterin forscher forscherin
    trainer trainerin autor autorin abgeordneter abgeordnete politiker politikerin geschäftsführer
    geschäftsführerin vorstand vorständin außenminister außenministerin innenminister
    innenministerin bundeskanzler bundeskanzlerin finanzminister finanzministerin verteidigungsminister
    oberbürgermeister oberbürgermeisterin ministerpräsident ministerpräsidentin regierungssprecher
    regierungssprecherin polizeisprecher polizeisprecherin generalsekretär generalsekretärin fischer
    lehrer lehrerin ärztin arzt historiker historikerin`),
  titles: new Map<string, 'he' | 'she' | null>([
    ['herr', 'he'],
    ['herrn', 'he'],
    ['frau', 'she'],
    ...words('dr dr. prof prof. senator senatorin papst könig pfarrer bischof').map(
      (title) => [title, null] as const,
    ),
  ]),
  speechNouns: wordSet('aussage behauptung worte äußerung erklärung mitteilung'),
  organisations: wordSet(`
    ministerium polizei behörde amt verband verein partei regierung bundesregierung senat bundestag
    bundesrat gericht bank bahn ag gmbh universität institut zeitung spiegel bild zeit kommission
    rat union europäische europäischen deutsche deutschen gewerkschaft stiftung klinik feuerwehr
    staatsanwaltschaft stadt landkreis kreis land dpa afp reuters`),
};
