import type { ReactNode } from 'react';
import { Modal as AriaModal, Dialog, Heading, ModalOverlay } from 'react-aria-components';

interface Props {
  title: string;
  /** A sentence under the title. */
  description?: ReactNode;
  size?: 'narrow' | 'middle' | 'wide' | 'full';
  /** `alertdialog` where something has to be answered. */
  role?: 'dialog' | 'alertdialog';
  onClose(): void;
  children: ReactNode;
}

/** A dialog over the window: Escape and a click beside it close it, the focus goes back to where it was. */
export function Modal({ title, description, size = 'middle', role, onClose, children }: Props) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaModal className={`modal modal-${size}`}>
        <Dialog className="dialog" {...(role ? { role } : {})}>
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {description ? <p className="dialog-description">{description}</p> : null}
          </header>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
