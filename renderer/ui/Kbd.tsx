import './Kbd.css';

export interface KbdProps {
  /** Key names as words on the reader's keyboard: "Ctrl K", "Mellanslag". */
  readonly keys: string;
}

export function Kbd({ keys }: KbdProps) {
  return <kbd className="kbd">{keys}</kbd>;
}
