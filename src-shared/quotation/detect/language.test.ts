import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guessLanguage } from './language';

it.each([
  ['en', 'The ferry will run again on Monday, the harbourmaster said.'],
  ['en', 'I saw it fall, Tom Pascoe told reporters.'],
  ['de', 'Die Fähre fährt am Montag wieder, sagte der Hafenmeister.'],
  ['fr', 'Le bac reprendra lundi, a dit le capitaine du port.'],
  ['es', 'El barco volverá a salir el lunes, dijo el capitán del puerto.'],
  ['it', 'Il traghetto riparte lunedì, ha detto il comandante della nave.'],
  ['nl', 'De veerboot vaart maandag weer, zei de havenmeester van het eiland.'],
  ['cs', 'Přívoz bude znovu jezdit v pondělí, řekl přístavní kapitán a že je to jisté.'],
  ['pl', 'ŻE TO JEST PEWNE, PODKREŚLIŁ KAPITAN. Że się nie uda, nie wie.'],
  ['ru', 'Паром снова пойдёт в понедельник, сказал начальник порта.'],
  ['uk', 'Пором знову піде в понеділок, сказав начальник порту, її чекали.'],
  ['ja', 'フェリーは月曜日に再開すると港長は述べた。'],
  ['zh', '港务长说，渡轮将于周一恢复运行。'],
  ['ko', '항만장은 월요일에 운항이 재개된다고 말했다.'],
  ['he', 'המעבורת תשוב להפליג ביום שני, אמר מנהל הנמל.'],
  ['ar', 'تعود العبّارة إلى العمل يوم الاثنين، كما قال مدير الميناء.'],
  ['el', 'Το πλοίο θα ξαναρχίσει τη Δευτέρα, είπε ο λιμενάρχης.'],
  ['pt', 'A balsa volta a sair na segunda-feira, disse o capitão do porto.'],
  ['sv', 'Färjan går igen på måndag, säger hamnchefen, och det är säkert.'],
  ['en', ''],
  ['en', '12345 — !!!'],
])('guesses %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});

it('answers for any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(guessLanguage(text)).toMatch(/^[a-z]{2}$/);
    }),
  );
});
