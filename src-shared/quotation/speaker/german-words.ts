/*
 * German words that tell what a noun phrase is: articles by their case, prepositions, nouns by their
 * endings. All in lower case.
 */
import { endingWith, wordSet } from './words-type';

export const ARTICLES = wordSet(`
  der die das dem den des ein eine einer eines einem einen kein keine keiner keinem keinen
  sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres unser unsere unserer
  unserem unseren dieser diese dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes
  jedem jeden mancher manche welche viele vieler vielen mehrere mehrerer einige einiger einigen
  andere anderer anderen alle aller allen beide beider beiden zahlreiche zahlreicher etliche
  sämtliche einzelne wenige weitere zwei drei vier fünf sechs sieben acht neun zehn deren dessen
  derselbe dieselbe derjenige diejenige`);
/** Of these, the ones that may stand for somebody by themselves: "Andere meinten". */
export const ALONE = wordSet(
  'andere einige viele manche alle beide mehrere einer eine keiner jeder mancher',
);
/** Articles in a case that no subject has. */
export const OBLIQUE =
  /^(?:dem|den|des|deren|dessen|(?:k?ein|sein|ihr|unser|dies|jen|jed|welch)(?:em|en|es)|vielen|vieler|einigen|einiger|mehreren|mehrerer|anderen|allen|aller|beider|zahlreicher|(?:k?ein|sein|ihr|unser)er)$/u;
export const PREPOSITIONS = wordSet(`
  in im ins an am ans auf aufs aus bei beim mit nach von vom vor vorm zu zum zur über unter durch für
  gegen um ohne seit wegen trotz zwischen neben hinter gegenüber laut gemäß anlässlich angesichts
  aufgrund infolge innerhalb außerhalb mithilfe mitsamt samt binnen dank entgegen seitens zugunsten
  bezüglich hinsichtlich als bis statt anstatt inmitten anhand via per pro ab nahe unweit namens`);
/** Times and measures, which have capitals and are nobody. */
export const MEASURES = wordSet(`
  januar jänner februar märz april mai juni juli august september oktober november dezember montag
  dienstag mittwoch donnerstag freitag samstag sonnabend sonntag anfang mitte ende uhr prozent euro
  franken dollar millionen milliarden million milliarde mio mrd meter kilometer tonnen liter grad jahr
  jahre jahren jahres tag tage tagen woche wochen monat monate monaten stunden minuten abend morgen
  mittag nachmittag vormittag nacht frühjahr sommer herbst winter wochenende montagabend
  dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend mal dank teil hundert
  tausend dutzend hunderte tausende dutzende`);
/** What is said or shown, as the object of a verb of saying: "*Kritik* übte auch Beck". */
export const SAID = endingWith(
  `
    ung ungen heit heiten keit keiten tion tionen ismus nis nisse schaft tum`,
  '',
  `
    kritik lob bedauern zweifel sorge sorgen verständnis vorwurf vorwürfe konsequenzen bedenken
    einspruch protest beifall applaus respekt dank mut angst ängste wut ärger freude bezug
    gründe grund detail details angaben zahlen maßnahmen pläne plan anklage klarheit aufschluss
    auskunft rede stellung wort worte abstand rücksicht berichte`,
);
/** Feminine nouns, whose "der" is no nominative. */
export const FEMININE = endingWith(
  `
    ung heit keit schaft tion sion tät [bcdfghjklmnpqrstvwxyzäöü]ei ik ur anz enz wehr bank
    stadt union firma bahn post presse justiz klinik uni universität frau mutter tochter
    schwester seite behörde gemeinde kirche schule gruppe liste kasse messe ministerien innen
    initiative kammer familie spitze linke opposition koalition regierung polizei partei
    (?:er|ist|ant|ent|log|eur|or|är|at|ekt|ik|ät|ärt|ält)in`,
  '',
  `
    cdu csu spd fdp afd övp spö fpö svp sp eu un uno nato ezb ag gmbh dpa taz ard who bafin gew
    ig zeitung tu lmu fifa uefa nsa cia nasa esa`,
);
/** Somebody by what is said of him ("der Angeklagte", "ein 57-Jähriger"), and people. */
export const NOMINALISED = endingWith(
  `
    jährige angeklagte beschuldigte verdächtige vorsitzende abgeordnete beauftragte angehörige
    betroffene beamte beamtin angestellte überlebende studierende verantwortliche
    demonstrierende reisende verletzte verwandte bekannte deutsche grüne liberale konservative
    sachverständige vertraute gefangene kranke jugendliche erwachsene freiwillige
    selbstständige beschäftigte verurteilte zeugin`,
  '[nrs]?',
  `
    frauen männer leute menschen kinder eltern jungen mädchen`,
);
/** Endings of adjectives, and of those made of verbs. */
export const ADJECTIVE = /(?:e|en|er|es|em)$/u;
export const PARTICIPLE = /(?:nd|en|t|lich|ig|isch|bar|sam|haft|los)(?:e|en|er|es|em)$/u;
