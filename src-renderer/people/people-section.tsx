import { useDeferredValue, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { attempt } from '../actions';
import { usePeople } from '../queries/people';
import { openDialog } from '../shell';
import { RailSection } from '../ui/rail-section';
import { peopleWords, personSecondLine } from '../words/people';
import { words } from '../words/words';
import { peopleFitting } from './find-people';
import { removePerson } from './person-actions';

/** From so many people on the list is searched, not scrolled. */
const MANY = 12;

/** Speakers and contributors, by their family names. */
export function PeopleSection() {
  const { data: people } = usePeople();
  const [typed, setTyped] = useState('');
  const isMany = (people?.length ?? 0) >= MANY;
  // What is typed is shown at once, the list when there is time.
  const query = useDeferredValue(isMany ? typed : '');
  const shown = people && peopleFitting(people, query);
  return (
    <RailSection
      title={words.rail.people}
      addLabel={words.rail.add}
      addName={words.people.addTitle}
      onAdd={() => openDialog({ kind: 'person', personId: null })}
      empty={query === '' ? words.rail.peopleEmpty : peopleWords.noneFound(query.trim())}
      items={shown}
      describe={(person) => ({
        id: person.id,
        title: person.name,
        line: personSecondLine(person),
        number: null,
      })}
      currentId={null}
      onOpen={(personId) => openDialog({ kind: 'person', personId })}
      menu={(item) => [
        {
          label: words.people.change,
          perform: () => openDialog({ kind: 'person', personId: item.id }),
        },
        {
          label: words.moveToBin,
          perform: () => void attempt(() => removePerson(item.id, item.title)),
        },
      ]}
      chooser={
        isMany ? (
          <SearchField
            className="rail-find"
            aria-label={peopleWords.find}
            value={typed}
            onChange={setTyped}
          >
            <Input className="input" placeholder={peopleWords.find} dir="auto" />
          </SearchField>
        ) : undefined
      }
    />
  );
}
