import { wordSet } from '../quotation/speaker/words-type';

/** Agencies and broadcasters known by a name that does not say what they are. */
const ORGANISATIONS: ReadonlySet<string> = new Set(
  `reuters|ap|afp|dpa|apa|sda|efe|ansa|tass|xinhua|bbc|bbc news|cnn|pa|pa media|upi|ntb|tt|anp|čtk|
  ctk|pap|lusa|kyodo|yonhap|ria|interfax|bloomberg|agence france-presse|associated press|
  the associated press|deutsche presse-agentur|press association|belga|keystone-sda|the economist|
  the guardian|politico|propublica|the conversation|al jazeera|usa today|npr|ap news|abc news|nbc news|getty images|getty|alamy|epa|shutterstock|zuma press|imago|
  press trust of india|dow jones newswires|inter press service|kyodo news|europa press|thomson reuters|
  press association sport|agence ecofin|nikkei asia|axios|vox|the atlantic|the new yorker|the sun|the scotsman|
  the independent|the national|the star|the intercept|the athletic|the hindu|the verge|the hill|the week|
  le monde|le figaro|le parisien|libération|ouest-france|le soir|le temps|mediapart|der spiegel|der standard|
  die zeit|zeit online|die welt|bild|taz|die presse|der tagesspiegel|süddeutsche zeitung|
  redaktionsnetzwerk deutschland|frankfurter allgemeine|el país|el mundo|el mundo deportivo|abc|la vanguardia|
  el periódico|el confidencial|la nación|clarín|el universal|corriere della sera|la repubblica|la stampa|
  il sole 24 ore|il post|il fatto quotidiano|de volkskrant|nrc|trouw|het parool|de standaard|de telegraaf|
  folha de s.paulo|folha de s. paulo|o globo|o estado de s. paulo|público|expresso|dagens nyheter|aftenposten|
  gazeta wyborcza|mother jones|rest of world|the marshall project|kaiser health news|kff health news|calmatters|
  grist|undark|quanta|wired|newsweek|forbes|slate|salon|vice|huffpost|the daily beast|business insider|
  insider|marketwatch|barron's|cnbc|msnbc|pbs|pbs newshour|fox news|sky news|itv news|channel 4 news|
  euronews|dw|deutsche welle|france 24|rfi|nhk|zdf|ard|orf|srf|rts|rai|rtve|rtl|global voices|bellingcat|
  stat news|the new humanitarian|opendemocracy|city a.m.|financial times|human rights watch|
  médecins sans frontières|amnesty international|oxfam|greenpeace|unicef|reuters breakingviews|
  australian associated press|the canadian press|canadian press|la presse canadienne|adnkronos|askanews|
  anadolu agency|agência brasil|agência lusa|agencia brasil|agência estado|estadão conteúdo|folhapress|
  notimex|télam|telam|prensa latina|prensa asociada|bernama|antara|jiji press|yonhap news|tanjug|ukrinform|
  caixin|bbc sport|bbc verify|bbc world service|reuters health|afp fact check|bloomberg news|bloomberg opinion|
  marks & spencer|simon & schuster|johnson & johnson|procter & gamble|ernst & young|standard & poor's|
  barnes & noble|dolce & gabbana|smith & nephew|farrar, straus & giroux|chapman & hall|
  فرانس برس|أ ف ب|أ.ف.ب|د ب أ|أسوشيتد برس|الأناضول|الجزيرة|الجزيرة نت|العربية|العربية نت|سكاي نيوز عربية|بي بي سي|الشرق الأوسط|القدس العربي|العربي الجديد|سبوتنيك|وفا|سانا|النهار|الأهرام|
  רויטרס|הארץ|מעריב|ידיעות אחרונות|ישראל היום|גלובס|דה מרקר|וואלה|
  the texas tribune|stateline|коммерсантъ|новая газета|медуза|  тасс|риа новости|риа|интерфакс|укринформ|укрінформ|رويترز`
    .split('|')
    .map((name) => name.trim()),
);

/** Houses that are known by their letters, beside those above. Nobody's given name is among them. */
const LETTERS: ReadonlySet<string> = wordSet(`
  pti ani ians aap agi ats epd kna sid jta mti sta bta mena wafa kuna qna bna wam cna bns elta stt
  ritzau anadolu iha dha irna isna ana-mpa afpbb ndtv nyt wsj ft rte rté cbc cbs nbc itv stv utv rnz
  tvnz svt nrk yle wdr ndr swr mdr rbb bfm bfmtv lci tf1 rtbf vrt rsi rtp kbs mbc ytn jtbc jiji
  agerpres unian укрінформ унн рбк
`);

/** A name in the form in which letters stand for a house: "AFP", "dpa", and not "Ana". */
function isLetters(name: string): boolean {
  return name === name.toUpperCase() || name === name.toLowerCase();
}

/** "Reuters", "dpa", "Le Monde": houses that are known by name. */
export function isKnownHouse(name: string): boolean {
  const [first = '', second] = name.split(' via ');
  if (second !== undefined) return isKnownHouse(first) && isKnownHouse(second);
  const lower = name.toLowerCase();
  return ORGANISATIONS.has(lower) || (LETTERS.has(lower) && isLetters(name));
}
