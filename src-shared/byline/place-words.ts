import { wordSet } from '../quotation/speaker/words-type';

/** Words about places in bylines. */

/** Places of several words, and cities that the places of the engine leave out; `_` is a space. */
export const CITIES: ReadonlySet<string> = wordSet(`
  a_coruña aarhus abu_dhabi abuja accra addis_ababa aden aleppo almaty amsterdam antwerp
  antwerpen asunción atlanta atlantic_city auckland baku baltimore bamako bangalore barcelona
  basra baton_rouge belfast belo_horizonte bengaluru bergen beyrouth bilbao birmingham bishkek
  bogota bogotá bologna bordeaux brasilia brasília bratislava brisbane bristol brno bruselas
  bruxelles buenos_aires busan calcutta calgary canberra cape_town caracas casablanca charlotte
  chennai chisinau chișinău chongqing ciudad_de_méxico cleveland colombo costa_rica dakar
  den_haag denver des_moines detroit dhaka dnipro donetsk dushanbe el_paso el_salvador erbil
  fort_worth frankfurt_am_main fukushima gaza_city gdańsk genoa genova gent genève gerusalemme
  ghent ginebra glasgow gothenburg grenoble guangzhou guatemala_city göteborg hanoi harare
  havana hiroshima ho_chi_minh_city homs hong_kong hyderabad idlib istanbul izmir jersey_city
  jerusalem jerusalén juba kampala kansas_city karachi kathmandu kharkiv khartoum kigali
  kingston kinshasa kolkata kopenhagen krakow kraków kuala_lumpur kuwait_city kyoto la_habana
  la_paz lahore las_palmas las_vegas lausanne leeds lille lima lisboa lisbon lissabon
  little_rock liverpool ljubljana londres long_beach los_angeles luanda lucerne lusaka
  luxembourg luzern lviv lyon mailand malmö manchester maputo mariupol marseille medellín
  melbourne memphis mexico_city miami milan milano milwaukee minneapolis minsk mogadishu
  montevideo montreal montréal moscou mosul málaga nantes naples napoli nashville neapel
  new_delhi new_orleans new_york_city new_zealand newcastle niamey north_korea northern_ireland
  nottingham nueva_york odesa odessa oklahoma_city osaka ostrava ottawa palermo palm_beach
  panama_city perth philadelphia phnom_penh phoenix pittsburgh podgorica port_elizabeth
  port_louis port_moresby port-au-prince portland porto porto_alegre poznań pristina puerto_rico
  pékin quito reggio_calabria reggio_emilia rennes reykjavik riga rio_de_janeiro rotterdam
  sacramento salt_lake_city san_antonio san_diego san_francisco san_jose san_juan san_salvador
  san_sebastián sana'a sanaa santa_barbara santa_cruz santa_fe santiago_de_chile
  santiago_de_compostela santo_domingo sao_paulo sarajevo saudi_arabia seattle sevilla seville
  sheffield shenzhen skopje south_africa south_korea sri_lanka st_louis st_petersburg st._gallen
  st._louis st._paul st._petersburg strasbourg sydney são_paulo tallinn tampa tashkent tbilisi
  tel_aviv the_hague the_west_bank tiflis tirana torino toronto toulouse tromsø turin
  ulaanbaatar united_kingdom united_nations united_states utrecht valencia vancouver varsovie
  venedig venezia venice vienne vilnius virginia_beach west_bank windhoek wrocław wuhan yangon
  honolulu anchorage tucson albuquerque omaha tulsa wichita spokane boise fresno yerevan zagreb zaporizhzhia zaragoza
  roma torino firenze parigi londra berlino mosca pechino ginevra zurigo bruxelles lisbona atene
  rom moskau kiew brüssel warschau prag zürich genf basel bern peking kairo athen bukarest budapest
  belgrad stockholm kopenhagen oslo helsinki graz linz salzburg innsbruck hamburg köln frankfurt
  stuttgart düsseldorf leipzig dresden bremen hannover nürnberg karlsruhe kiel mainz
  genève londres athènes rome pékin le_caire berne lille bordeaux orléans tunis
  alger rabat dakar abidjan pekín moscú el_cairo atenas bogotá medellín quito caracas
  monterrey guadalajara
  coimbra brasília recife fortaleza curitiba manaus maputo luanda
  berlijn parijs londen brussel moskou wenen praag kiev amsterdam den_haag eindhoven groningen
  haarlem maastricht antwerpen leuven brugge kyiv belfast cardiff edinburgh swansea aberdeen
  ירושלים תל_אביב חיפה באר_שבע לונדון פריז ברלין מוסקבה וושינגטון ניו_יורק רמאללה עזה
  القدس_المحتلة رام_الله الإسكندرية جدة مكة أبوظبي أبو_ظبي الكويت المنامة مسقط طرابلس حلب موسكو
  برلين نيويورك إسطنبول أنقرة طهران لندن
  екатеринбург новосибирск казань самара пермь воронеж ростов-на-дону владивосток хабаровск
  петербург берлин лондон париж вашингтон варшава прага брюссель женева стамбул тбилиси ереван
  баку алматы астана ташкент рига вильнюс таллин пекин иерусалим тель-авив
  киев київ львів минск москва одеса санкт-петербург харків
  الجزائر الخرطوم الدوحة الرباط الرياض القاهرة القدس باريس بغداد بيروت تونس دبي دمشق صنعاء عمان
  غزة لندن واشنطن
`);

/** Cities in Chinese, Japanese and Korean, for a pattern. */
export const CJK_CITIES =
  '東京|大阪|京都|名古屋|福岡|札幌|仙台|広島|那覇|横浜|神戸|長崎|金沢|' +
  '北京|上海|广州|廣州|深圳|武汉|武漢|重庆|重慶|成都|香港|澳門|澳门|天津|南京|杭州|苏州|西安|沈阳|大连|长沙|郑州|济南|青岛|厦门|福州|合肥|昆明|贵阳|南宁|海口|哈尔滨|长春|太原|兰州|乌鲁木齐|拉萨|石家庄|南昌|宁波|' +
  '台北|臺北|新北|桃園|台中|臺中|高雄|台南|臺南|新竹|基隆|嘉義|花蓮|台東|臺東|宜蘭|屏東|苗栗|彰化|南投|雲林|澎湖|金門|' +
  '巴黎|伦敦|倫敦|纽约|紐約|华盛顿|華盛頓|莫斯科|柏林|罗马|羅馬|东京|首尔|首爾|平壤|曼谷|新加坡|河内|開羅|开罗|耶路撒冷|布鲁塞尔|布魯塞爾|日内瓦|日內瓦|洛杉矶|洛杉磯|悉尼|雪梨|新德里|基辅|基輔|' +
  'ロンドン|パリ|ワシントン|ニューヨーク|モスクワ|ソウル|カイロ|エルサレム|ベルリン|ローマ|ブリュッセル|ジュネーブ|バンコク|シンガポール|ハノイ|ニューデリー|シドニー|キーウ|ウィーン|マドリード|ロサンゼルス|' +
  '서울|부산|대구|인천|광주|대전|울산|세종|제주|수원|전주|청주|춘천|창원|평양|도쿄|베이징|워싱턴|뉴욕|런던|파리|베를린|모스크바|상하이|브뤼셀|제네바|방콕|하노이|예루살렘|카이로|로마';

/** What may follow a city after a comma, beside states. */
export const COUNTRIES: ReadonlySet<string> = wordSet(`
  afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
  belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada
  chad chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt england eritrea
  estonia ethiopia finland france gabon georgia germany ghana greece guatemala guinea haiti honduras
  hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
  kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania malawi malaysia mali malta
  mauritania mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
  nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
  portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia
  spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey uganda
  ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe south_africa south_korea
  north_korea new_zealand saudi_arabia sri_lanka costa_rica el_salvador northern_ireland u.s. u.k.
  deutschland frankreich italien spanien polen ungarn türkei russland syrien libanon francia españa
  italia alemania brasil perú méxico allemagne espagne italie liban syrie
`);

/** Prepositions before the place of a contributor. */
export const PLACE_WORDS = /^(?:in|at|from|à|au|en|em|aus|desde|dans|depuis)$/iu;

/** Words before the house of a freelance, by language. */
export const FOR_WORDS: Readonly<Record<string, string>> = {
  ...{ de: 'für', fr: 'pour', es: 'para', pt: 'para', it: 'per', nl: 'voor' },
  ...{ sv: 'för', da: 'for', no: 'for', nb: 'for', pl: 'dla', ru: 'для', uk: 'для' },
};

/** Those that are something else in other languages. */
export const PLACE_WORDS_OF: Readonly<Record<string, RegExp>> = {
  es: /^a$/u,
  it: /^(?:a|da|ad)$/u,
  pt: /^(?:de|a)$/u,
  sv: /^(?:i|från)$/u,
  da: /^(?:i|fra)$/u,
  no: /^(?:i|fra)$/u,
  nb: /^(?:i|fra)$/u,
  nl: /^(?:uit|vanuit)$/u,
  ar: /^(?:من|في)$/u,
  pl: /^(?:w|we|z)$/u,
  ru: /^(?:в|во|из)$/u,
  uk: /^(?:в|у|з|із)$/u,
  tr: /^(?:a)$/u,
};

/** What follows a city after a comma: states, and countries that the places do not name. */
export const REGION =
  /^(?:d\.?c\.?|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|west virginia|wisconsin|wyoming|ontario|quebec|québec|british columbia|alberta|manitoba|nova scotia|new south wales|victoria|queensland|ala\.|ariz\.|ark\.|calif\.|colo\.|conn\.|del\.|fla\.|ga\.|ill\.|ind\.|kan\.|ky\.|la\.|md\.|mass\.|mich\.|minn\.|miss\.|mo\.|mont\.|neb\.|nev\.|n\.[hjmycd]\.|okla\.|ore\.|pa\.|r\.i\.|s\.[cd]\.|tenn\.|vt\.|va\.|wash\.|w\.\s?va\.|wis\.|wyo\.)$/iu;
