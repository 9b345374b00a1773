import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { TextArea } from '../../../renderer/ui/TextArea.tsx';
import { TextField } from '../../../renderer/ui/TextField.tsx';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('textbox');

describe('a field of one line', () => {
  test('commits on Enter once, and not again when focus goes on', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    render(<TextField label="Namn" value="gammalt" onCommit={onCommit} />);
    await userEvent.type(field(), ' nytt{Enter}');
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([['gammalt nytt']]);
  });

  test('commits when focus leaves', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    render(<TextField label="Namn" value="" onCommit={onCommit} />);
    await userEvent.type(field(), 'nytt');
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([['nytt']]);
  });

  test('makes no step when nothing has changed', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const onEnter = vi.fn<() => void>();
    render(<TextField label="Namn" value="a" onCommit={onCommit} onEnter={onEnter} />);
    await userEvent.type(field(), 'b{Backspace}{Enter}');
    await userEvent.tab();
    expect(onCommit).not.toHaveBeenCalled();
    expect(onEnter).toHaveBeenCalledOnce();
  });

  test('restores on Escape and keeps the key; with nothing to restore the key goes on', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const outside = vi.fn<(key: string) => void>();
    render(
      <div onKeyDown={(event) => outside(event.key)} role="presentation">
        <TextField label="Namn" value="gammalt" onCommit={onCommit} />
      </div>,
    );
    await userEvent.type(field(), 'x');
    outside.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(field().value).toBe('gammalt');
    expect(outside).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(outside).toHaveBeenCalledWith('Escape');
    await userEvent.tab();
    expect(onCommit).not.toHaveBeenCalled();
  });

  test('shows what is stored elsewhere, but never over what is being typed', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const { rerender } = render(
      <TextField label="Namn" value="ett" onCommit={onCommit} />,
    );
    rerender(<TextField label="Namn" value="två" onCommit={onCommit} />);
    expect(field().value).toBe('två');
    await userEvent.type(field(), '!');
    rerender(<TextField label="Namn" value="tre" onCommit={onCommit} />);
    expect(field().value).toBe('två!');
  });

  test('shows the text as it was stored, if that is not as it was typed', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const { rerender } = render(<TextField label="Namn" value="" onCommit={onCommit} />);
    await userEvent.type(field(), 'namn  {Enter}');
    rerender(<TextField label="Namn" value="namn" onCommit={onCommit} />);
    expect(field().value).toBe('namn');
  });

  test('sends a text that was not stored again when Enter is pressed again', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    render(<TextField label="Namn" value="" onCommit={onCommit} />);
    await userEvent.type(field(), 'namn{Enter}{Enter}');
    expect(onCommit).toHaveBeenCalledTimes(2);
  });

  test('loses nothing when it goes away while it is being typed in', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const { unmount } = render(
      <StrictMode>
        <TextField label="Namn" value="" onCommit={onCommit} />
      </StrictMode>,
    );
    await userEvent.type(field(), 'halv');
    expect(onCommit).not.toHaveBeenCalled();
    unmount();
    expect(onCommit.mock.calls).toEqual([['halv']]);
  });

  test('ties its hint and its error to the control', () => {
    render(
      <TextField
        label="Var"
        value=""
        onCommit={() => undefined}
        hint="Filen heter så."
        error="Mappen går inte att skriva i."
        describedBy="nudge"
      />,
    );
    expect(field()).toBe(screen.getByLabelText('Var'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const ids = field().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => document.getElementById(id)?.textContent?.trim())).toEqual([
      'Mappen går inte att skriva i.',
      'Filen heter så.',
      undefined,
    ]);
  });
});

describe('a field of many lines', () => {
  test('takes Enter as a new line and Ctrl Enter as done', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const onCtrlEnter = vi.fn<() => void>();
    render(
      <TextArea label="Memo" value="" onCommit={onCommit} onCtrlEnter={onCtrlEnter} />,
    );
    await userEvent.type(field(), 'ett{Enter}två');
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onCommit.mock.calls).toEqual([['ett\ntvå']]);
    expect(onCtrlEnter).toHaveBeenCalledOnce();
  });

  test('can take Enter as on to the next field, and Shift Enter as a new line', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    const onEnter = vi.fn<() => void>();
    render(
      <TextArea
        label="Kondensering"
        value=""
        onCommit={onCommit}
        enterCommits
        onEnter={onEnter}
      />,
    );
    await userEvent.type(field(), 'ett{Shift>}{Enter}{/Shift}två{Enter}');
    expect(onCommit.mock.calls).toEqual([['ett\ntvå']]);
    expect(onEnter).toHaveBeenCalledOnce();
  });

  test('commits nothing while it can only be read', async () => {
    const onCommit = vi.fn<(text: string) => void>();
    render(<TextArea label="Memo" value="x" onCommit={onCommit} isReadOnly />);
    await userEvent.type(field(), 'y');
    await userEvent.tab();
    expect(onCommit).not.toHaveBeenCalled();
  });
});
