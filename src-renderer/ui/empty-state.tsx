import type { ReactNode } from 'react';

/** Where a list or a page would be: what it is for, and how to fill it. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <div className="empty-state-actions">{children}</div> : null}
    </div>
  );
}
