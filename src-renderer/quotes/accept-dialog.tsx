import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Modal } from '../ui/modal';
import { quoted } from '../words/text';
import { words } from '../words/words';
import { SignForm } from './sign-form';

/** "Let it stand…": lets one quotation stand as it is. */
export function AcceptDialog({ quotationId }: { quotationId: string }) {
  const { data: article } = useOpenArticle();
  const quotation = article?.quotations.find(({ id }) => id === quotationId);
  if (!quotation) return null;
  return (
    <Modal
      title={words.quotes.acceptTitle}
      description={words.quotes.acceptText}
      size="narrow"
      onClose={closeDialog}
    >
      <div className="dialog-body">
        <p className="accept-text" dir="auto">
          {quoted(quotation.text)}
        </p>
        <SignForm quotations={[quotation]} onDone={closeDialog} />
      </div>
    </Modal>
  );
}
