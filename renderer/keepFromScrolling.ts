const ofScrolling = new Set(['wheel', 'scroll', 'scrollend']);

/**
 * React listens at its roots to every kind of event there is, and no component asks it for these. With somebody
 * listening the browser tells the main thread of each turn of the wheel: a fifth of what a frame of scrolling costs.
 * Whoever wants to know of scrolling listens at the element that scrolls.
 */
export function keepFromScrolling(root: HTMLElement): void {
  const listen = root.addEventListener.bind(root);
  root.addEventListener = (...[type, ...rest]: Parameters<typeof listen>) => {
    if (!ofScrolling.has(type)) listen(type, ...rest);
  };
}
