/** Milliseconds: longer than a frame, so that somebody who scrolls or types has no such rest. */
const rest = 20;

/** Does the work as soon as the window rests; call what comes back to let it be. */
export function atRest(work: () => void): () => void {
  let handle = 0;
  const look = (deadline: IdleDeadline) => {
    if (deadline.timeRemaining() > rest) work();
    else handle = requestIdleCallback(look);
  };
  handle = requestIdleCallback(look);
  return () => cancelIdleCallback(handle);
}
