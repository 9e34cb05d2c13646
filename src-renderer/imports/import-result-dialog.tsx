import type { ImportResult } from '../../src-shared/contract/imports';
import { attempt } from '../actions';
import { closeDialog, showSource, showToast, useShell } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { importWords, refusals, resultText } from '../words/imports';
import { words } from '../words/words';
import { AllTranscripts, ByMachine, useTranscriptKinds } from './transcript-kinds';

/** Longer lists are copied, not read. */
const SHOWN = 300;

/** What came in, what was there already, and what was refused, with the reason and what to do. */
export function ImportResultDialog() {
  const result = useShell((state) => state.importResult);
  return result ? <ResultDialog result={result} /> : null;
}

function ResultDialog({ result }: { result: ImportResult }) {
  const added = result.imported.filter(({ duplicate }) => !duplicate);
  const kinds = useTranscriptKinds(added.map(({ sourceId }) => sourceId));
  const known = result.imported.filter(({ duplicate }) => duplicate);
  const show = (sourceId: string) => {
    closeDialog();
    showSource(sourceId);
  };
  return (
    <Modal
      title={importWords.resultTitle}
      description={importWords.result(result)}
      onClose={closeDialog}
    >
      <div className="dialog-body import-result">
        {refusals(result.skipped).map(({ reason, advice, names }) => (
          <section key={reason}>
            <h3>{importWords.group(reason, names.length)}</h3>
            <p className="import-advice">{advice}</p>
            <Names names={names} />
          </section>
        ))}
        {known.length > 0 ? (
          <section>
            <h3>{importWords.group(importWords.known, known.length)}</h3>
            <p className="import-advice">{importWords.knownAdvice}</p>
            <Names names={known.map(({ name }) => name)} />
          </section>
        ) : null}
        {added.length > 0 ? (
          <section>
            <h3>{importWords.group(importWords.added, added.length)}</h3>
            <AllTranscripts kinds={kinds} />
            <ul className="import-names">
              {added.slice(0, SHOWN).map(({ sourceId, name, fits }) => (
                <li key={sourceId}>
                  <button type="button" className="link-button" onClick={() => show(sourceId)}>
                    {name}
                  </button>
                  {fits > 0 ? <small>{importWords.fitsShort(fits)}</small> : null}
                  <ByMachine sourceId={sourceId} name={name} kinds={kinds} />
                </li>
              ))}
            </ul>
            <More number={added.length - SHOWN} />
          </section>
        ) : null}
      </div>
      <footer className="dialog-footer">
        <Button
          onPress={() =>
            void attempt(async () => {
              await navigator.clipboard.writeText(resultText(result));
              showToast(importWords.copied);
            })
          }
        >
          {importWords.copy}
        </Button>
        <span className="push" />
        <Button tone="primary" autoFocus onPress={closeDialog}>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      <ul className="import-names">
        {names.slice(0, SHOWN).map((name, number) => (
          <li key={number}>{name}</li>
        ))}
      </ul>
      <More number={names.length - SHOWN} />
    </>
  );
}

function More({ number }: { number: number }) {
  return number > 0 ? <p className="import-advice">{importWords.more(number)}</p> : null;
}
