import { addCues, type Cue, type SpeakerWords, wordSet, words } from './words-type';

/** Stems of regular verbs: sag- gives sagt, sagte, sagten, sagen and gesagt. */
const REGULAR = words(`
  sag erklär mein beton frag forder warn kritisier erzähl ergänz versicher bestätig verlang äußer
  lob klag beklag mahn ermahn monier resümier bekräftig urteil argumentier kommentier twitter
  zitier verteidig erwider bilanzier scherz witzel schimpf flüster bemerk wetter appellier beteuer
  erläuter schilder freu ärger wunder murmel brumm seufz lach erinner glaub hoff bedauer begrüß
  konstatier präzisier plädier protestier reagier folger prophezei droh dementier signalisier
  analysier attestier unterstell stöhn jubel schwärm gratulier formulier verkünd verspott bezweifel
  prognostizier vermerk bemängel verurteil beschwer versprech verrat hinzufüg mitteil ankündig
  klarstell feststell vorwerf überleg grübel stammel brüll schrei spekulier kontert konter bemüh
  zeig wünsch rechtfertig würdig rühm tadel rüg ruf sprech schreib
  poch dräng beharr beschwichtig konkretisier sinnier mutmaß stichel läster höhn zürn tob donner
  motz jammer hauch raun zisch fauch knurr triumphier frohlock schmunzel grins lächel polter
  ätz anmerk beipflicht zustimm anfüg nachleg hinweis anmahn aufklär widersprech
  beschreib entschuldig beruhig ermunter fürcht
  unterstreich bescheinig bekenn gesteh beschuldig schlussfolger insistier
`);
/** The same, for stems in t and d: behauptet, behauptete. */
const IN_DENTAL = words(
  'behaupt antwort bericht vermut entgegn begründ befürcht spott post meld deut red gift',
);
/** Of these, what writers say of themselves: "ich freue mich". */
const FELT =
  /^(?:freu|ärger|wunder|glaub|hoff|bedauer|fürcht|begrüß|mein|wünsch|erinner|red|frag)$/u;
const PREFIXED = /^(?:be|er|ver|ent|unter|über|ge)|ier$/u;

function regularForms(stem: string, vowel: string): string {
  const participle = PREFIXED.test(stem) ? `${stem}${vowel}t` : `ge${stem}${vowel}t`;
  return `${stem}${vowel}t ${stem}${vowel}te ${stem}${vowel}ten ${stem}en ${participle}`;
}

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const stem of REGULAR) addCues(cues, regularForms(stem, ''), {});
  for (const stem of IN_DENTAL) addCues(cues, regularForms(stem, 'e'), {});
  addCues(
    cues,
    `sprach spricht sprachen gesprochen schrieb schrieben geschrieben rief riefen gerufen fügte fügt
    fügten hinzufügte hinzugefügt mitgeteilt mitteilte teilt teilte teilten räumte räumt räumten
    einräumte eingeräumt kündigte kündigt kündigten angekündigt unterstrich unterstreicht hob hebt
    gestand gesteht hieß heißt so versprach verspricht riet rät wies weist stellte stellt stellten
    klargestellt festgestellt führte führt ausführte gab gibt schloss schließt bat bittet empfahl
    empfiehlt schrie lautete lautet warb wirbt zog zieht fasste fasst legte legt schob schiebt
    setzte setzt fuhr fährt vorwarf vorwirft vorgeworfen hinwies hinweist hingewiesen zurückwies
    zurückweist zurückgewiesen verwies verweist verwiesen zugab zugibt zugegeben angab angibt angegeben
    bekanntgab bekanntgegeben aussprach ausspricht ausgesprochen hervorhob hervorhebt hervorgehoben
    widersprach widerspricht widersprochen einwandte einwendet eingewandt eingestand eingesteht
    eingestanden zugestand aufrief aufruft aufgerufen ausrief zurief zuruft nahelegte kundtat anriet
    vorschlug vorschlägt vorgeschlagen schlug schlägt merkte merkt pflichtete pflichtet lenkte lenkt
    klärte klärt winkte winkt stimmte stimmt wandte wendet tat unterstrichen bekennt empfohlen gebeten ausgeführt
    teilen räumen kündigen fügen heben weisen schlagen merken lenken befand befindet befunden
    angemerkt nachgelegt aufgeklärt beigepflichtet zugestimmt angefügt angemahnt eingelenkt`,
    {},
  );
  addCues(
    cues,
    `nannte nennt nannten nennen genannt bezeichnete bezeichnet bezeichneten bezeichnen hält hielt
    halten sieht sehen sah spricht sprach sprachen beschrieb beschreibt beschrieben warf wirft
    wertete wertet bewertete bewertet kritisierte kritisiert lobte lobt`,
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
    ['nach', 'angaben'],
    ['nach', 'worten'],
    ['nach', 'ansicht'],
    ['nach', 'meinung'],
    ['nach', 'einschätzung'],
    ['nach', 'auskunft'],
    ['nach', 'darstellung'],
    ['nach', 'aussage'],
    ['nach', 'aussagen'],
    ['in', 'den', 'worten'],
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
    gestern am im beim hinzu zudem außerdem deshalb nur anschließend einmal dort hier damals danach
    davor daher darum deswegen dennoch trotzdem allerdings ferner überdies hingegen dagegen wiederum
    derweil unterdessen mittlerweile inzwischen zunächst zuerst zuletzt schließlich letztlich endlich
    vorher erst gleichzeitig zugleich demnach somit folglich also ebenfalls gleichfalls ebenso sogar
    ausdrücklich jetzt immer oft manchmal kürzlich jüngst vorerst morgen leider natürlich
    vielmehr stattdessen dadurch damit dazu davon darüber daran daraus doch prompt plötzlich
    überraschend offen deutlich scharf heftig indes indessen freilich wohl etwa rund`),
  linking: wordSet('von vom für aus bei der des in zu zum zur'),
  tightLinking: wordSet('von vom für aus der des'),
  conjunctions: wordSet('und oder sowie'),
  times: wordSet('montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute'),
  reported: wordSet(`${[...REGULAR, ...IN_DENTAL]
    .filter((stem) => !FELT.test(stem))
    .map((stem) => `${stem}e`)
    .join(' ')}

    sei seien habe werde könne müsse wolle solle gebe gehe dürfe stehe liege bleibe komme brauche
    mache sehe wisse lasse nehme führe zeige trage halte bringe fehle herrsche handle handele gelte
    bestehe drohe stelle entstehe gehöre heiße laufe erhalte verstehe bedeute betreffe sorge möge`),
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
    lehrer lehrerin ärztin arzt historiker historikerin kapitän kapitänin kommissar kommissarin
    intendant intendantin dirigent dirigentin regisseur regisseurin schauspieler schauspielerin sänger
    sängerin künstler künstlerin schriftsteller schriftstellerin journalist journalistin ökonom
    ökonomin analyst analystin manager managerin unternehmer unternehmerin gründer gründerin inhaber
    inhaberin wirt wirtin landwirt landwirtin bauer bäuerin anwohner anwohnerin nachbar nachbarin
    augenzeuge augenzeugin zeuge zeugin mieter mieterin eigentümer eigentümerin besucher besucherin
    mutter vater sohn tochter bruder schwester witwe witwer ehefrau ehemann mann frau student
    studentin schüler schülerin rentner rentnerin aktivist aktivistin kandidat kandidatin stadtrat
    stadträtin landrat landrätin dezernent dezernentin senator senatorin staatsanwalt staatsanwältin
    verteidiger verteidigerin botschafter botschafterin präsidentin gewerkschafter gewerkschafterin
    sachverständiger sachverständige gutachter gutachterin stürmer torwart spieler spielerin
    einsatzleiter einsatzleiterin pressesprecher pressesprecherin parteichef parteichefin
    fraktionschef fraktionschefin vorsitzenden geschäftsführender rektor rektorin dekan dekanin`),
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
