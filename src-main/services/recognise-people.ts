import type { PersonDetails } from '../../src-shared/model/person';
import { addPerson, findPeopleNamed, type StoredPerson } from '../library/people';
import type { Write } from '../library/write';

/** Somebody as a file names them. */
export interface NamedPerson {
  name: string;
  kind: PersonDetails['kind'];
  affiliation?: string | null;
  /** The page about them. */
  url?: string | null;
}

/**
 * Finds the people of an article that is brought in among those of the library, by their names and other
 * names. Whom a name means that several have is not guessed, unless their page says it.
 */
export class PeopleRecogniser {
  /** The names that were left open, each once. */
  readonly namesakes = new Set<string>();
  private readonly added = new Map<string, string>();

  constructor(private readonly transaction: Write) {}

  /** One of the people, or a new record where there is none, or where it is not clear which. */
  credited(named: NamedPerson): string {
    return this.find(named) ?? this.add(named);
  }

  /** The same, but null where it is not clear which. */
  speaking(named: NamedPerson): string | null {
    const found = this.find(named);
    return found ?? (this.namesakes.has(named.name) ? null : this.add(named));
  }

  private find({ name, url }: NamedPerson): string | null {
    const known = findPeopleNamed(this.transaction.db, name).filter(
      ({ id }) => id !== this.added.get(name),
    );
    const exact = known.filter((person) => person.name === name);
    const candidates = exact.length > 0 ? exact : known;
    const onPage = candidates.filter((person) => isAt(person, url));
    const [found] = onPage.length > 0 ? onPage : candidates;
    if (found && (onPage.length || candidates.length) === 1) return found.id;
    if (found) this.namesakes.add(name);
    return this.added.get(name) ?? null;
  }

  private add({ name, kind, affiliation = null }: NamedPerson): string {
    const details = { name, kind, role: null, affiliation, url: null };
    const id = addPerson(this.transaction, details);
    this.added.set(name, id);
    return id;
  }
}

function isAt({ url, links }: StoredPerson, page: string | null | undefined): boolean {
  return page !== null && page !== undefined && (url === page || links.includes(page));
}
