import { useEffect, useState } from 'react';

/** wide: all panes; rail: navigation starts as rail; sheet: inspector lies over; column: everything under one another. */
export type FrameSize = 'wide' | 'rail' | 'sheet' | 'column';

/** The size for a window width in pixels of 100 % text: larger text makes the window smaller. */
export function frameSizeOf(width: number): FrameSize {
  if (width < 720) return 'column';
  if (width < 960) return 'sheet';
  return width < 1100 ? 'rail' : 'wide';
}

function measure(): FrameSize {
  const fontSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return frameSizeOf(window.innerWidth / ((fontSize || 16) / 16));
}

export function useFrameSize(): FrameSize {
  const [size, setSize] = useState(measure);
  useEffect(() => {
    const update = () => setSize(measure());
    window.addEventListener('resize', update);
    const root = new MutationObserver(update);
    root.observe(document.documentElement, { attributeFilter: ['style'] });
    return () => {
      window.removeEventListener('resize', update);
      root.disconnect();
    };
  }, []);
  return size;
}
