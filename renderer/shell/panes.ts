/** What had the focus last in each pane. */
const lastIn = new WeakMap<Element, HTMLElement>();
let lastPane: Element | null = null;

const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

const panes = () =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);

export const mainPane = () => document.querySelector<HTMLElement>('main[data-pane]');

function remember(event: FocusEvent): void {
  if (!(event.target instanceof HTMLElement)) return;
  const pane = event.target.closest('[data-pane]');
  lastPane = pane ?? lastPane;
  if (pane && pane !== event.target) lastIn.set(pane, event.target);
}

/** Back to where the focus was in the pane, else to what is current in it, else to the pane itself. */
export function focusPane(pane: HTMLElement): void {
  const last = lastIn.get(pane);
  const current = pane.querySelector<HTMLElement>('[aria-current]');
  const target =
    last?.isConnected && isShown(last) ? last : pane.matches('nav') ? current : null;
  (target ?? pane).focus();
}

/** F6: the next or the previous pane, round and round. */
export function focusNextPane(by: 1 | -1): void {
  const all = panes();
  const now = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all.at(now < 0 ? 0 : (now + by) % all.length);
  if (next) focusPane(next);
}

/** When what had the focus is gone, focus goes to its pane and never to nothing. */
function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
  const pane = lastPane?.isConnected ? lastPane : mainPane();
  if (pane instanceof HTMLElement) focusPane(pane);
}

/** Once at once and again when what is fetched has come. */
const soon = () => [120, 500, 1500].forEach((after) => setTimeout(keepFocus, after));

/** Starts remembering; returns the function that stops. */
export function watchFocus(): () => void {
  document.addEventListener('focusin', remember);
  for (const name of ['keyup', 'click'] as const) document.addEventListener(name, soon);
  return () => {
    document.removeEventListener('focusin', remember);
    for (const name of ['keyup', 'click'] as const)
      document.removeEventListener(name, soon);
  };
}

export const focusSoon = soon;
