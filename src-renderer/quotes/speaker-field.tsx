import type { QuotationView } from '../../src-shared/model/quotation';
import { attempt } from '../actions';
import { createPerson, nameOnly } from '../people/person-actions';
import { useLocked } from '../ui/change-button';
import { PersonPicker } from '../ui/person-picker';
import { finishedWords } from '../words/finished';
import { words } from '../words/words';
import { setSpeaker } from './quote-actions';

/** Who said it: one of the library's people, or somebody new. */
export function SpeakerField({ quotation }: { quotation: QuotationView }) {
  const { speaker, attribution } = quotation;
  if (useLocked()) {
    return (
      <p className="explanation" title={finishedWords.locked}>
        {words.quotes.speaker}: {speaker?.name ?? attribution?.name ?? finishedWords.nobody}
      </p>
    );
  }
  return (
    <PersonPicker
      // Another speaker, named by undo or by a link, starts the field anew.
      key={speaker?.personId ?? 'nobody'}
      label={words.quotes.speaker}
      name={speaker?.name ?? ''}
      suggestion={attribution?.name ?? null}
      placeholder={
        attribution?.name
          ? words.quotes.speakerInText(attribution.name)
          : words.quotes.speakerPlaceholder
      }
      onPick={(personId) => void setSpeaker(quotation, personId)}
      onCreate={(name) =>
        void attempt(async () => setSpeaker(quotation, await createPerson(nameOnly(name))))
      }
      {...(speaker ? { onClear: () => void setSpeaker(quotation, null) } : {})}
    />
  );
}
