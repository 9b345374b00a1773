import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCallback, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { ComboBox, type ComboBoxProps } from '../../../renderer/ui/ComboBox.tsx';
import { findRows, stepRow } from '../../../renderer/ui/comboRows.ts';

afterEach(cleanup);

const codes = ['litet möte', 'utebliven plan', 'utebliven förklaring', 'delad plan'];
const words = {
  more: (left: number) => `${left} till`,
  none: (typed: string) => `Inget som heter ${typed}`,
  found: (count: number) => `${count} koder`,
  remove: (text: string) => `Ta bort ${text}`,
};

function Picker(props: Partial<ComboBoxProps<string>>) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const search = useCallback(
    (typed: string) =>
      codes.filter((code) => code.includes(typed) && !chosen.includes(code)),
    [chosen],
  );
  const add = (code: string) => setChosen([...chosen, code]);
  return (
    <ComboBox
      label="Kod"
      search={search}
      idOf={(code) => code}
      textOf={(code) => code}
      chosen={chosen}
      onChoose={add}
      onRemove={(code) => setChosen(chosen.filter((other) => other !== code))}
      create={{ words: (typed) => `Skapa koden ${typed}`, onCreate: add }}
      words={words}
      {...props}
    />
  );
}

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Kod' });
const options = () => screen.queryAllByRole('option').map((row) => row.textContent);
const active = () => {
  const id = input().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.textContent;
};

const nothing = () => [];

describe('the combobox', () => {
  test('is open when it has focus, with no row chosen for you', async () => {
    render(<Picker />);
    await userEvent.click(input());
    expect(options()).toEqual(codes);
    expect(active()).toBeNull();
  });

  test('filters as you type, best row first, the offer to create last', async () => {
    render(<Picker />);
    await userEvent.type(input(), 'plan');
    expect(options()).toEqual(['utebliven plan', 'delad plan', 'Skapa koden plan']);
    expect(active()).toBe('utebliven plan');
  });

  test('takes the active row on Enter and stays for the next', async () => {
    render(<Picker />);
    await userEvent.type(input(), 'plan{ArrowDown}{Enter}');
    expect(screen.getByRole('button', { name: 'Ta bort delad plan' })).toBeTruthy();
    expect(input().value).toBe('');
    expect(document.activeElement).toBe(input());
    expect(options()).not.toContain('delad plan');
  });

  test('goes round the ends with the arrows', async () => {
    render(<Picker />);
    await userEvent.type(input(), 'plan{ArrowUp}');
    expect(active()).toBe('Skapa koden plan');
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toBe('utebliven plan');
  });

  test('creates what has no name yet', async () => {
    render(<Picker />);
    await userEvent.type(input(), 'helt ny{Enter}');
    expect(screen.getByRole('button', { name: 'Ta bort helt ny' })).toBeTruthy();
  });

  test('goes on at Enter with nothing typed', async () => {
    const onEnterEmpty = vi.fn<() => void>();
    render(<Picker onEnterEmpty={onEnterEmpty} />);
    await userEvent.type(input(), 'litet{Enter}{Enter}');
    expect(onEnterEmpty).toHaveBeenCalledOnce();
    expect(options()).toEqual([]);
  });

  test('is done at Ctrl Enter, with the active row taken', async () => {
    const onCtrlEnter = vi.fn<() => void>();
    render(<Picker onCtrlEnter={onCtrlEnter} />);
    await userEvent.type(input(), 'litet{Control>}{Enter}{/Control}');
    expect(onCtrlEnter).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Ta bort litet möte' })).toBeTruthy();
  });

  test('Escape empties, then closes, then goes on outwards', async () => {
    const outside = vi.fn<(key: string) => void>();
    render(
      <div role="presentation" onKeyDown={(event) => outside(event.key)}>
        <Picker />
      </div>,
    );
    await userEvent.type(input(), 'plan');
    outside.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(input().value).toBe('');
    await userEvent.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(outside).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(outside).toHaveBeenCalledWith('Escape');
  });

  test('Backspace in the empty field takes the last chip away', async () => {
    render(<Picker />);
    await userEvent.type(input(), 'litet{Enter}{Backspace}');
    expect(screen.queryByRole('button', { name: 'Ta bort litet möte' })).toBeNull();
  });

  test('a click on a row chooses it and leaves focus in the field', async () => {
    render(<Picker />);
    await userEvent.click(input());
    await userEvent.click(screen.getByRole('option', { name: 'litet möte' }));
    expect(screen.getByRole('button', { name: 'Ta bort litet möte' })).toBeTruthy();
    expect(document.activeElement).toBe(input());
  });

  test('says in words when there is nothing', async () => {
    const noOffer = {
      words: String,
      onCreate: vi.fn<() => void>(),
      isOffered: () => false,
    };
    render(<Picker search={nothing} create={noOffer} />);
    await userEvent.type(input(), 'xyz');
    expect(screen.getByText('Inget som heter xyz')).toBeTruthy();
  });
});

describe('its rows', () => {
  test('are the best few of many, with the rest counted', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `kod ${index}`);
    const { rows, left } = findRows(
      { search: () => many, isOffered: () => true, limit: 30 },
      'kod',
    );
    expect(rows).toHaveLength(31);
    expect(rows.at(-1)).toEqual({ kind: 'create' });
    expect(left).toBe(4970);
  });

  test('are none to step among when nothing is found', () => {
    expect(stepRow(null, 0, 1)).toBeNull();
    expect(stepRow(null, 3, -1)).toBe(2);
  });
});
