import { type FormEvent, useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Agreement } from '../../src-shared/model/note';
import { isKeptApart, type SourceReading } from '../../src-shared/model/source';
import type { FirstVersionKind } from '../../src-shared/model/version';
import { TagsField } from '../articles/tags-field';
import { CollectionChecks } from '../collections/collection-checks';
import { mostFrequent } from '../collections/source-view';
import { AgreementsTab } from '../notes/agreements-tab';
import { asStetError } from '../queries/client';
import {
  useAgreements,
  useSourceReading,
  useSourceSummaries,
  useSourceTally,
} from '../queries/sources';
import { closeDialog, type SourceTab } from '../shell';
import { Button } from '../ui/button';
import { DialogEnd } from '../ui/dialog-end';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { BibliographyTab } from './bibliography-tab';
import { DetailsTab } from './details-tab';
import { removeSource, restoreSource, saveSource } from './source-actions';
import { changesOf, draftOf, draftProblems, type SourceDraft } from './source-draft';

/** Everything known of a source beside its words, to change it. */
export function SourceDialog({ sourceId, tab }: { sourceId: string; tab: SourceTab }) {
  const { data: listed } = useSourceSummaries([sourceId]);
  const { data: reading, error } = useSourceReading(sourceId);
  const { data: agreements } = useAgreements(sourceId);
  const isRemoved = listed?.length === 0;
  return (
    <Modal
      title={words.sources.dialogTitle}
      description={reading?.source.fileName}
      onClose={closeDialog}
      size={isRemoved ? 'narrow' : 'middle'}
    >
      {isRemoved ? <InBin sourceId={sourceId} /> : null}
      {reading && agreements && listed && !isRemoved ? (
        <SourceForm reading={reading} agreements={agreements} tab={tab} />
      ) : null}
      {error ? (
        <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>
      ) : null}
      {(reading && agreements && listed) || error || isRemoved ? null : (
        <p className="dialog-body">{words.loading}</p>
      )}
    </Modal>
  );
}

/** A source that quotations are linked to can still be read when it is in the bin. */
function InBin({ sourceId }: { sourceId: string }) {
  return (
    <>
      <p className="dialog-body">{words.sources.inBin}</p>
      <footer className="dialog-footer">
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button
          tone="primary"
          autoFocus
          onPress={() => {
            closeDialog();
            void restoreSource(sourceId);
          }}
        >
          {words.sources.putBack}
        </Button>
      </footer>
    </>
  );
}

const TABS: readonly SourceTab[] = ['details', 'bibliography', 'collections', 'agreements'];

function SourceForm({
  reading: current,
  agreements: currentAgreements,
  tab,
}: {
  reading: SourceReading;
  agreements: readonly Agreement[];
  tab: SourceTab;
}) {
  // What is changed elsewhere meanwhile is not compared with what is typed here.
  const [{ reading, agreements }] = useState({ reading: current, agreements: currentAgreements });
  const [draft, setDraft] = useState<SourceDraft>(() => draftOf(reading, agreements));
  const [failure, setFailure] = useState<string | null>(null);
  const set = (patch: Partial<SourceDraft>) => setDraft({ ...draft, ...patch });
  const problems = draftProblems(draft);
  const isValid = TABS.every((one) => !problems[one]);
  const { source } = reading;
  const checked = new Map([
    ...source.collections.map((id) => [id, true] as const),
    ...draft.members,
  ]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    try {
      await saveSource(source.id, {
        changes: changesOf(reading, draft),
        members: [...draft.members].map(([collectionId, isIn]) => ({
          collectionId,
          sourceId: source.id,
          isIn,
        })),
        agreements:
          JSON.stringify(draft.agreements) === JSON.stringify(agreements) ? null : draft.agreements,
        firstKind: firstKindOf(reading, draft),
      });
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <form className="source-form" onSubmit={(event) => void save(event)}>
      <Tabs className="dialog-tabs" defaultSelectedKey={tab}>
        <TabList className="dialog-tab-list" aria-label={words.sources.dialogTitle}>
          {TABS.map((one) => (
            <Tab key={one} id={one} className="dialog-tab">
              {words.sources.tabs[one]}
              {problems[one] ? (
                <span className="tab-problem" role="img" aria-label={words.sources.tabProblem} />
              ) : null}
            </Tab>
          ))}
        </TabList>
        <TabPanel className="dialog-tab-panel" id="details">
          <DetailsTab draft={draft.details} onChange={(details) => set({ details })} />
        </TabPanel>
        <TabPanel className="dialog-tab-panel" id="bibliography">
          <BibliographyTab
            draft={draft.bibliography}
            part={reading.part}
            onChange={(bibliography) => set({ bibliography })}
          />
        </TabPanel>
        <TabPanel className="dialog-tab-panel" id="collections">
          <div className="form">
            <SourceTags tags={draft.tags} onChange={(tags) => set({ tags })} />
            <div className="form-part">
              <span className="field-label">{words.sources.collections}</span>
              <CollectionChecks
                checked={checked}
                holdsApart={isKeptApart(draft.details)}
                onChange={(id, isIn) => set({ members: new Map(draft.members).set(id, isIn) })}
              />
            </div>
          </div>
        </TabPanel>
        <TabPanel className="dialog-tab-panel" id="agreements">
          <AgreementsTab
            agreements={draft.agreements}
            labels={speakersOf(reading)}
            onChange={(next) => set({ agreements: next })}
          />
        </TabPanel>
      </Tabs>
      <DialogEnd failure={failure} label={words.save} isDisabled={!isValid}>
        <Button
          tone="danger"
          onPress={() => {
            closeDialog();
            void removeSource(source.id, source.title);
          }}
        >
          {words.moveToBin}
        </Button>
      </DialogEnd>
    </form>
  );
}

function SourceTags({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange(tags: string[]): void;
}) {
  const { data: tally } = useSourceTally();
  const known = useMemo(() => mostFrequent(tally?.tags ?? []).map(({ tag }) => tag), [tally]);
  return <TagsField tags={tags} known={known} onChange={onChange} />;
}

/** What its first version is said to be, where that is something else than before. */
function firstKindOf(reading: SourceReading, { details }: SourceDraft): FirstVersionKind | null {
  const kind = details.isByMachine ? 'machine' : 'extraction';
  const isMachine = reading.versions[0]?.kind === 'machine';
  return isMachine === details.isByMachine ? null : kind;
}

/** Who speaks in a source, as it calls them. */
function speakersOf({ locators }: SourceReading): string[] {
  return [...new Set(locators.flatMap(({ speaker }) => speaker ?? []))];
}
