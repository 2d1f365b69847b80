import type { ComponentChildren } from 'preact';

/** Every icon is decoration: the words beside it say the same. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      {children}
    </svg>
  );
}

export function AlertIcon() {
  return (
    <Icon>
      <path d="M12 3.5 21.5 20h-19Z" />
      <path d="M12 10v4.5M12 17.2v.1" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m4 12.5 5.2 5.5L20 6.5" />
    </Icon>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  );
}

export function LockIcon({ open = false }: { open?: boolean }) {
  return (
    <Icon>
      <rect x="4.5" y="10.5" width="15" height="10" rx="2.5" />
      <path d={open ? 'M8 10.5V7a4 4 0 0 1 7.6-1.7' : 'M8 10.5V7a4 4 0 0 1 8 0v3.5'} />
    </Icon>
  );
}

export function FileIcon() {
  return (
    <Icon>
      <path d="M6 3.5h7.5L18.5 8.5v12H6Z" />
      <path d="M13.5 3.5v5h5" />
    </Icon>
  );
}

export function QuestionIcon() {
  return (
    <Icon>
      <path d="M8.2 9a3.9 3.9 0 1 1 5.6 3.5c-1.2.6-1.8 1.3-1.8 2.7" />
      <path d="M12 19.4v.1" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="12" cy="7.5" r="4" />
      <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
    </Icon>
  );
}

export function NoneIcon() {
  return (
    <Icon>
      <path d="M6 12h12" />
    </Icon>
  );
}
