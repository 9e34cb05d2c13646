import type { PersonDetails, PersonSummary } from '../../src-shared/model/person';

export const PERSON_KIND_LABELS: Record<PersonDetails['kind'], string> = {
  person: 'Person',
  organization: 'Organisation',
  collective: 'Collective',
  anonymous: 'Not to be named',
};

/** The rail's second line: "Speaker · Foreign Minister, Russia", "Contributor". */
export function personSecondLine(person: PersonSummary): string {
  const parts: string[] = [];
  if (person.quotationCount > 0) parts.push('Speaker');
  if (person.creditCount > 0) parts.push('Contributor');
  const office = [person.role, person.affiliation].filter(Boolean).join(', ');
  if (office) parts.push(office);
  if (parts.length === 0) parts.push(PERSON_KIND_LABELS[person.kind]);
  return parts.join(' · ');
}
