import { Kbd } from './Kbd.tsx';
import './KeyHints.css';

export interface KeyHint {
  readonly keys: string;
  readonly words: string;
}

export interface KeyHintsProps {
  /** What works here and now, most useful first. */
  readonly hints: readonly KeyHint[];
}

export function KeyHints({ hints }: KeyHintsProps) {
  return (
    <ul className="key-hints">
      {hints.map((hint) => (
        <li className="key-hints-item" key={hint.keys}>
          <Kbd keys={hint.keys} /> {hint.words}
        </li>
      ))}
    </ul>
  );
}
