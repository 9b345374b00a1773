import type { ServerResponse } from 'node:http';

import type { HostEvent } from '../shared/bridge.ts';

/** The pages that listen, one streaming answer each, a line of JSON per event. */
export interface HostPages {
  add(response: ServerResponse): void;
  tell(event: HostEvent): void;
  readonly count: number;
  /** Settles when the first page has come. */
  readonly first: Promise<void>;
  end(): void;
}

/** Calls `allGone` when no page has listened for `lingerMs` after the last one left; never before the first has come. */
export function hostPages(lingerMs: number, allGone: () => void): HostPages {
  const pages = new Set<ServerResponse>();
  const first = Promise.withResolvers<void>();
  let lingering: NodeJS.Timeout | undefined;

  function leave(response: ServerResponse): void {
    if (!pages.delete(response) || pages.size > 0) return;
    lingering = setTimeout(allGone, lingerMs);
  }

  return {
    first: first.promise,
    get count() {
      return pages.size;
    },
    add(response) {
      clearTimeout(lingering);
      pages.add(response);
      response.on('close', () => leave(response));
      // An empty line opens the stream, so that the page knows that it is heard.
      response.write('\n');
      first.resolve();
    },
    tell(event) {
      const line = `${JSON.stringify(event)}\n`;
      pages.forEach((response) => response.write(line));
    },
    end() {
      clearTimeout(lingering);
      pages.forEach((response) => response.end());
      pages.clear();
    },
  };
}
