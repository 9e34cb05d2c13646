import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

type Tone = 'plain' | 'primary' | 'quiet' | 'danger';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  tone?: Tone;
  /** Small ones stand in cards and rows. */
  small?: boolean;
  children: ReactNode;
}

export function Button({ tone = 'plain', small = false, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`button button-${tone}${small ? ' button-small' : ''}`}>
      {children}
    </AriaButton>
  );
}

/** A button that shows a drawing only: its name is said to screen readers and in a tooltip. */
export function IconButton({
  label,
  shortcut,
  children,
  ...props
}: Omit<Props, 'tone' | 'small'> & { label: string; shortcut?: string }) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {shortcut ? <kbd>{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
