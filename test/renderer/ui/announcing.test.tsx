import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { announce } from '../../../renderer/ui/announce.ts';
import { LiveRegion } from '../../../renderer/ui/LiveRegion.tsx';
import { ToastRegion } from '../../../renderer/ui/ToastRegion.tsx';
import { hideToast, showToast } from '../../../renderer/ui/toasts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => {
    vi.runAllTimers();
    hideToast();
  });
  cleanup();
  vi.useRealTimers();
});

const wait = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
const spoken = (politeness: string) =>
  document.querySelector(`[aria-live="${politeness}"]`)?.textContent;

describe('the live region', () => {
  test('says one thing at a time, in order', () => {
    render(<LiveRegion />);
    act(() => {
      announce('Markerade meningsenhet 7');
      announce('Flyttade 3 koder');
    });
    expect(spoken('polite')).toBe('Markerade meningsenhet 7');
    wait(1200);
    expect(spoken('polite')).toBe('Flyttade 3 koder');
    wait(1200);
    expect(spoken('polite')).toBe('');
  });

  test('says the same thing once within half a second, and again after', () => {
    render(<LiveRegion />);
    act(() => {
      announce('Ångrade');
      announce('Ångrade');
    });
    wait(1200);
    expect(spoken('polite')).toBe('');
    act(() => announce('Ångrade'));
    expect(spoken('polite')).toBe('Ångrade');
  });

  test('lets a failure go before what waits', () => {
    render(<LiveRegion />);
    act(() => {
      announce('ett');
      announce('två');
      announce('Det gick inte att spara', 'assertive');
    });
    wait(1200);
    expect(spoken('assertive')).toBe('Det gick inte att spara');
    expect(spoken('polite')).toBe('');
    wait(1200);
    expect(spoken('polite')).toBe('två');
  });
});

describe('a toast', () => {
  test('stands for six seconds', () => {
    render(<ToastRegion closeLabel="Stäng" />);
    act(() => showToast({ words: 'Flyttade 3 koder' }));
    expect(screen.getByRole('status').textContent).toContain('Flyttade 3 koder');
    wait(5900);
    expect(screen.getByRole('status').textContent).toContain('Flyttade 3 koder');
    wait(200);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('stays while it has focus, and six seconds more', () => {
    render(<ToastRegion closeLabel="Stäng" />);
    act(() =>
      showToast({
        words: 'A',
        action: { words: 'Ångra', onAction: vi.fn<() => void>() },
      }),
    );
    const undo = screen.getByRole('button', { name: 'Ångra' });
    act(() => undo.focus());
    wait(20_000);
    expect(screen.getByRole('status').textContent).toContain('A');
    act(() => undo.blur());
    wait(6100);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('gives its place to the next, and goes away when its action is taken', () => {
    render(<ToastRegion closeLabel="Stäng" />);
    const onAction = vi.fn<() => void>();
    act(() => showToast({ words: 'Först' }));
    act(() => showToast({ words: 'Sedan', action: { words: 'Ångra', onAction } }));
    expect(screen.getByRole('status').textContent).not.toContain('Först');
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    expect(onAction).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
