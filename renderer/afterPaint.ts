const longest = 100;

/** Runs when what has been drawn by now has been painted, or soon in a window that nobody sees; returns the way to call it off. */
export function afterPaint(work: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout>;
  const run = () => {
    cancelAnimationFrame(frame);
    work();
  };
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };
  wait(longest);
  frame = requestAnimationFrame(() => wait(0));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    afterPaint(resolve);
  });
