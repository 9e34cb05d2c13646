import { VERDICTS } from '../../src-shared/model/verdict';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { provenanceWords } from '../words/provenance';
import { ProvenanceMap, VerdictMark } from './provenance-map';

/** Which passages of which sources carry which quotations of the article. */
export function ProvenanceDialog() {
  const { data: article } = useOpenArticle();
  if (!article) return null;
  const quotations = article.quotations.filter(({ dismissed }) => !dismissed);
  const sources = new Set(quotations.flatMap(({ link }) => (link ? [link.sourceId] : [])));
  const verdicts = VERDICTS.filter((verdict) => quotations.some((one) => one.verdict === verdict));
  return (
    <Modal
      title={provenanceWords.title}
      {...(quotations.length > 0
        ? { description: provenanceWords.description(quotations.length, sources.size) }
        : {})}
      size="full"
      onClose={closeDialog}
    >
      {quotations.length === 0 ? (
        <p className="dialog-body">{provenanceWords.none}</p>
      ) : (
        <ProvenanceMap quotations={quotations} />
      )}
      <footer className="dialog-footer">
        <ul className="provenance-legend" aria-label={provenanceWords.legend}>
          {verdicts.map((verdict) => (
            <li key={verdict}>
              <svg width="46" height="14" aria-hidden="true">
                <VerdictMark verdict={verdict} x={38} y={7} thread="M0 7H28" />
              </svg>
              {VERDICT_NAMES[verdict]}
            </li>
          ))}
        </ul>
        <span className="push" />
        <Button tone="primary" onPress={closeDialog}>
          {provenanceWords.close}
        </Button>
      </footer>
    </Modal>
  );
}
