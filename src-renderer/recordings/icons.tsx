import { Icon } from '../ui/icons';

/* Drawings of the player's buttons. */

export const PlayIcon = () => (
  <Icon>
    <path d="M5 3.2v9.6L12.6 8z" fill="currentColor" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon>
    <path d="M5 3.5v9M11 3.5v9" strokeWidth="2.6" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M3 4v3.2h3.2M3.4 7A5 5 0 1 1 4 10.8" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon>
    <path d="M13 4v3.2H9.8M12.6 7A5 5 0 1 0 12 10.8" />
  </Icon>
);
/** From one mark to the next. */
export const PassageIcon = () => (
  <Icon>
    <path d="M2.5 3.5v9M13.5 3.5v9" />
    <path d="M6 5.2v5.6L10.6 8z" fill="currentColor" />
  </Icon>
);
