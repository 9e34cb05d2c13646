/** Words that a newsroom masks or leaves out; their beginnings, of several languages. */
const EXPLETIVE =
  /^(?:mother)?(?:fuck|fuk|feck|shit|bullshit|horseshit|cunt|bastard|bitch|arse|ass(?:es|hole|holes)?$|dumbass|jackass|badass|damn|goddamn|god-?dam|bloody|piss|dick|cock|prick|wank|twat|bollock|bugger|crap|slut|whore|nigg|fag|tit(?:s|ties)?$|toss(?:er|pot)|hell$|sod(?:ding)?$|pussy|retard|dyke|spic|chink|paki|kike|wog|merde|putain|con(?:nard|nasse|s)?$|encul|salop|scheiß|scheiss|arsch|fick|fotze|wichs|hure|mierda|put[ao]s?$|coño|joder|cabr[oó]n|gilipollas|pendejo|cazzo|stronz|merda|caralho|блять|бляд|ху[йеяю]|пизд|еб)/u;

/** True for a coarse word, or one that the source itself has masked. */
export function isExpletive(key: string): boolean {
  return /[*#@$-]{2,}/.test(key) || EXPLETIVE.test(key);
}
