import { seededRandom } from './random';

/**
 * A news report that nobody wrote, of `length` UTF-16 code units: paragraphs with and without
 * quotations, attributed before, after and in the middle, by name, office and pronoun.
 */
export function makeNews(length: number, seed: number): string {
  const random = seededRandom(seed);
  const { pick, chance, whole } = random;
  const person = () => `${pick(GIVEN_NAMES)} ${pick(SURNAMES)}`;
  const clause = () => `${pick(SUBJECTS)} ${pick(PREDICATES)} ${pick(ENDINGS)}`;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = () =>
    `${capital(clause())}${chance(0.4) ? `, ${pick(JOINTS)} ${clause()}` : ''}.`;
  const speaker = () =>
    pick([
      person(),
      person(),
      'she',
      'he',
      `the ${pick(OFFICES)}`,
      `${person()}, ${pick(OFFICES)},`,
    ]);
  const paragraph = () => {
    const plain = Array.from({ length: whole(1, 4) }, sentence).join(' ');
    switch (whole(0, 7)) {
      case 0:
        return `“${capital(clause())},” ${speaker()} ${pick(CUES)}. ${plain}`;
      case 1:
        return `${plain} “${capital(clause())},” ${pick(CUES)} ${person()}. “${sentence()}”`;
      case 2:
        return `${person()}, ${pick(OFFICES)} of ${pick(PLACES)}, ${pick(CUES)}: “${sentence()} ${sentence()}”`;
      case 3:
        return `${plain} According to ${person()}, ${clause()} “${pick(ENDINGS)}”.`;
      case 4:
        return `“${capital(clause())},” ${pick(CUES)} ${person()}, “${clause()}.” ${plain}`;
      default:
        return `${plain} ${sentence()} ${sentence()}`;
    }
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const next = paragraph();
    paragraphs.push(next);
    size += next.length + 1;
  }
  return paragraphs.join('\n').slice(0, length);
}

const GIVEN_NAMES = 'Anna Peter Lucia Omar Ingrid Daniel Mei Paul Teresa Karim Helen Viktor'.split(
  ' ',
);
const SURNAMES =
  'Marlowe Okafor Lindqvist Barros Tanaka Whitfield Novak Delacroix Hadley Iversen Quill Rao'.split(
    ' ',
  );
const PLACES = ['Westhaven', 'Port Ellery', 'Karsk', 'Lower Dunmoor', 'San Aldo', 'Brannick'];
const OFFICES = ['the mayor', 'chief engineer', 'a spokeswoman', 'the harbour master', 'treasurer'];
const CUES = ['said', 'said', 'said', 'added', 'told reporters', 'wrote', 'explained', 'warned'];
const JOINTS = ['and', 'but', 'because', 'although', 'while', 'so'];
const SUBJECTS = [
  'the council',
  'a report on the bridge',
  'every family in the valley',
  'the ministry',
  'the night shift',
  'our budget',
  'the new ferry',
  'nobody at the depot',
  'the inquiry',
];
const PREDICATES = [
  'will have to wait for',
  'did not mention',
  'has paid twice for',
  'was told about',
  'cannot explain',
  'voted against',
  'had been promised',
  'may still lose',
];
const ENDINGS = [
  'the repairs that were due last spring',
  'a second opinion from the insurers',
  'what the storm left behind',
  'the 48 jobs at the yard',
  'the price of a return ticket',
  'an answer before Thursday',
  'the school on the hill',
  'three weeks of overtime',
];
