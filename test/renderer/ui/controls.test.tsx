import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { Button } from '../../../renderer/ui/Button.tsx';
import { Dialog } from '../../../renderer/ui/Dialog.tsx';
import { frameSizeOf } from '../../../renderer/ui/frame/useFrameSize.ts';
import { MenuButton } from '../../../renderer/ui/MenuButton.tsx';
import { SearchField } from '../../../renderer/ui/SearchField.tsx';
import { Segmented } from '../../../renderer/ui/Segmented.tsx';
import { Splitter } from '../../../renderer/ui/Splitter.tsx';
import { Swatch } from '../../../renderer/ui/Swatch.tsx';
import { slotOrder, swatchSlots } from '../../../renderer/ui/swatchShapes.ts';

afterEach(cleanup);

describe('a button', () => {
  test('that cannot be pressed now keeps focus, so that focus is never lost', async () => {
    const onPress = vi.fn<() => void>();
    const { rerender } = render(<Button onPress={onPress}>Läs in</Button>);
    const button = screen.getByRole('button', { name: 'Läs in' });
    await userEvent.click(button);
    rerender(
      <Button onPress={onPress} isBusy>
        Läs in
      </Button>,
    );
    await userEvent.click(button);
    expect(onPress).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
  });
});

function Sized(props: { pane: 'before' | 'after' }) {
  const [value, onChange] = useState(348);
  return (
    <Splitter
      label="Bredd"
      standard={348}
      min={300}
      max={520}
      {...{ value, onChange }}
      {...props}
    />
  );
}

const width = () => Number(screen.getByRole('separator').getAttribute('aria-valuenow'));
const press = (key: string) =>
  fireEvent.keyDown(screen.getByRole('separator', { name: 'Bredd' }), { key });

describe('a splitter', () => {
  test('moves 16 pixels at a time, towards the arrow', () => {
    render(<Sized pane="after" />);
    press('ArrowLeft');
    expect(width()).toBe(364);
    press('ArrowRight');
    press('ArrowRight');
    expect(width()).toBe(332);
  });

  test('goes to its ends, stays within them, and back at a double-click', () => {
    render(<Sized pane="before" />);
    press('End');
    press('ArrowRight');
    expect(width()).toBe(520);
    press('Home');
    expect(width()).toBe(300);
    fireEvent.doubleClick(screen.getByRole('separator'));
    expect(width()).toBe(348);
  });
});

function Views() {
  const [value, onChange] = useState<'text' | 'list'>('text');
  const choices = [
    { value: 'text', words: 'Text' },
    { value: 'list', words: 'Lista' },
  ] as const;
  return <Segmented label="Visa" choices={choices} value={value} onChange={onChange} />;
}

describe('a choice of a few', () => {
  test('is one stop for Tab, and the arrows choose', async () => {
    render(<Views />);
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Text');
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByRole('radio', { name: 'Lista' }).getAttribute('aria-checked'),
    ).toBe('true');
  });
});

describe('a search field', () => {
  test('empties at the first Escape', async () => {
    const onChange = vi.fn<(text: string) => void>();
    render(
      <SearchField label="Hitta" clearLabel="Rensa" value="sam" onChange={onChange} />,
    );
    await userEvent.type(screen.getByRole('searchbox', { name: 'Hitta' }), '{Escape}');
    expect(onChange).toHaveBeenCalledWith('');
  });
});

describe('a menu', () => {
  test('opens with the keyboard, does what is chosen and goes away', async () => {
    const onAction = vi.fn<() => void>();
    render(
      <MenuButton
        label="Mer"
        entries={[{ id: 'rename', words: 'Byt namn', onAction }]}
      />,
    );
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Byt namn' })).toBeTruthy();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Byt namn' }));
    expect(onAction).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menuitem')).toBeNull();
  });
});

describe('a menu with choices', () => {
  const entries = [
    { id: 'show', heading: 'Visa' },
    { id: 'lines', words: 'Radnummer', isChecked: true, onAction: vi.fn<() => void>() },
    { id: 'end', separator: true as const },
    { id: 'erase', words: 'Radera', onAction: vi.fn<() => void>() },
  ];

  test('says which are on, and leaves plain actions plain', async () => {
    render(<MenuButton label="Mer" entries={entries} />);
    await userEvent.click(screen.getByRole('button', { name: 'Mer' }));
    const lines = screen.getByRole('menuitemcheckbox', { name: 'Radnummer' });
    expect(lines.getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitem', { name: 'Radera' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Visa' })).toBeTruthy();
  });
});

describe('a dialog', () => {
  test('has its title as its name, takes focus, and closes at Escape', async () => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog
        title="Slå ihop"
        isOpen
        onClose={onClose}
        actions={<Button autoFocus>Avbryt</Button>}
      >
        Enheterna följer med.
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Slå ihop' })).toBeTruthy();
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

const drawn = (slot: number | null) => render(<Swatch slot={slot} />).container.innerHTML;

describe('a swatch', () => {
  test('differs in shape for every slot, hollow from the ninth, dashed when unplaced', () => {
    const shapes = [...Array.from({ length: 16 }, (_, index) => index + 1), null].map(
      (slot) => drawn(slot).replace(/swatch-\d+/gu, ''),
    );
    expect(new Set(shapes).size).toBe(17);
  });

  test('is hidden from assistive technology', () => {
    expect(drawn(3)).toContain('aria-hidden="true"');
  });

  test('gives every slot out once', () => {
    expect(slotOrder.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: swatchSlots }, (_, index) => index + 1),
    );
  });
});

describe('the frame', () => {
  test.each([
    [1400, 'wide'],
    [1099, 'rail'],
    [959, 'sheet'],
    [719, 'column'],
    [320, 'column'],
  ] as const)('%d pixels wide is %s', (pixels, size) => {
    expect(frameSizeOf(pixels)).toBe(size);
  });
});
