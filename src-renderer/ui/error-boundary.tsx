import { Component, type ReactNode } from 'react';
import { words } from '../words/words';
import { Button } from './button';
import { EmptyState } from './empty-state';

interface Props {
  children: ReactNode;
  /** Another value starts anew: what failed for one article need not fail for the next. */
  resetKey?: unknown;
  /** What the message stands in; the place of the children if left out. */
  frame?(message: ReactNode): ReactNode;
}

/** Keeps a failure in one part of the window from taking the others along. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) {
      this.setState({ failed: false });
    }
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const message = (
      <EmptyState title={words.failedTitle} text={words.failedText}>
        <Button onPress={() => this.setState({ failed: false })}>{words.failedRetry}</Button>
      </EmptyState>
    );
    return this.props.frame?.(message) ?? message;
  }
}
