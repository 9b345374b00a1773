import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  /** A drawing from lucide-react. */
  readonly of: LucideIcon;
  /** Pixels at 100 % text size; 16 unless told. */
  readonly size?: number;
  readonly className?: string;
}

/** Always hidden from assistive technology: the word beside it, or the control's name, says it. */
export function Icon({ of: Drawing, size = 16, className = '' }: IconProps) {
  const rem = `${size / 16}rem`;
  return (
    <Drawing
      className={className}
      width={rem}
      height={rem}
      strokeWidth={1.75}
      aria-hidden
      focusable={false}
    />
  );
}
