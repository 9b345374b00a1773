export interface Copied {
  readonly html: string;
  readonly text: string;
}

function fill(data: DataTransfer | null, { html, text }: Copied): void {
  data?.setData('text/html', html);
  data?.setData('text/plain', text);
}

/**
 * A copy event of our own: it takes the table as it is, while `clipboard.write` rewrites its HTML and loses what tells
 * Excel that a cell is text. The key press that asked for it allows it for some seconds.
 */
function putByEvent(copied: Copied): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    fill(event.clipboardData, copied);
  };
  document.addEventListener('copy', onCopy, { capture: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isDone;
}

/** Puts both forms on the clipboard; false when neither way is allowed. */
export async function putOnClipboard(copied: Copied): Promise<boolean> {
  if (putByEvent(copied)) return true;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([copied.html], { type: 'text/html' }),
        'text/plain': new Blob([copied.text], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}
