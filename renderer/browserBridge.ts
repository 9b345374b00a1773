import {
  byteLimitOf,
  type Bridge,
  type CallResult,
  type HostEvent,
} from '../shared/bridge.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload, or by `installBrowserBridge`. */
    utsaga?: Bridge;
  }
}

const tokenPlace = 'utsaga.token';
const retryMs = 1000;

/** Gives the window the same bridge over the loopback host that the preload gives it under Electron; does nothing there. */
export function installBrowserBridge(): void {
  window.utsaga ??= browserBridge(takeToken());
}

/** The fragment is taken out of the address bar at once; the tab keeps the token so that a reload works. */
async function takeToken(): Promise<string> {
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(tokenPlace) ?? '';
  history.replaceState(null, '', location.pathname);
  const token = given.startsWith('once.') ? await redeem(given.slice(5)) : given;
  sessionStorage.setItem(tokenPlace, token);
  return token;
}

/** Changes a ticket for the token; an empty one, which opens nothing, when somebody has used it before. */
async function redeem(ticket: string): Promise<string> {
  const response = await post('enter', '', { body: JSON.stringify(ticket) });
  if (!response.ok) return '';
  const { token }: { readonly token: string } = await response.json();
  return token;
}

function browserBridge(token: Promise<string>): Bridge {
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent): void =>
    listeners.forEach((listener) => listener(event));
  const page = { isLeaving: false };

  window.addEventListener('focus', () => tell({ kind: 'window', state: 'focused' }));
  window.addEventListener('pagehide', () => {
    page.isLeaving = true;
    tell({ kind: 'window', state: 'closing' });
  });
  window.addEventListener('pageshow', () => {
    page.isLeaving = false;
  });
  void listenForEver(token, tell);

  return {
    async call(name, input) {
      const body = JSON.stringify(input ?? null);
      const limit = byteLimitOf(name);
      if (body.length > limit / 3 && new Blob([body]).size > limit) {
        return problem('host.tooLarge', { limit: limit / 1024 / 1024 });
      }
      try {
        const response = await post(`call/${name}`, await token, {
          body,
          // What is asked while the page goes away must outlive it: the last words typed.
          keepalive: page.isLeaving,
        });
        return await answerOf(response);
      } catch {
        return problem('host.gone');
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function post(path: string, token: string, options: RequestInit): Promise<Response> {
  return fetch(new URL(path, document.baseURI), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-utsaga-token': token },
    ...options,
  });
}

async function answerOf(response: Response): Promise<CallResult> {
  if (!response.ok) return problem(response.status === 401 ? 'host.key' : 'unknown');
  const result: CallResult = await response.json();
  return result;
}

function problem(
  code: 'host.gone' | 'host.key' | 'host.tooLarge' | 'unknown',
  params: Record<string, number> = {},
): CallResult {
  return { ok: false, problem: { code, params } };
}

/** Reads events as they come, a line each. When the host goes or comes back the window is asked to look again: some may be missed. */
async function listenForEver(
  token: Promise<string>,
  tell: (event: HostEvent) => void,
): Promise<void> {
  // What happened between the first questions and the first hearing may have been missed too.
  let wasHeard = false;
  for (;;) {
    try {
      const response = await post('events', await token, { body: 'null' });
      if (response.status === 401) return;
      if (!wasHeard) tell({ kind: 'project' });
      wasHeard = true;
      await tellLines(response, tell);
    } catch {
      // The host is gone or not yet back; what the window asks next tells the person.
    }
    if (wasHeard) tell({ kind: 'project' });
    wasHeard = false;
    await new Promise((resolve) => {
      setTimeout(resolve, retryMs);
    });
  }
}

async function tellLines(
  response: Response,
  tell: (event: HostEvent) => void,
): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((text) => text !== '')) {
      const event: HostEvent = JSON.parse(line);
      tell(event);
    }
  }
}
