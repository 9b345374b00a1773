import { Menu, type MenuItemConstructorOptions } from 'electron';

import type { Say, WordKey } from '../shared/words/words.ts';

export interface MenuState {
  readonly say: Say;
  readonly hasProject: boolean;
  /** What undo and redo would do, already worded; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Passes a command of the keymap on to the window. */
  readonly send: (command: string) => void;
}

type Template = MenuItemConstructorOptions[];
type IdIn<Key> = Key extends `command.${infer Id}` ? Id : never;
type CommandId = IdIn<WordKey>;

const separator = { type: 'separator' } as const;

/** The whole menu. Keys are shown but left to the window, which knows who has the focus and what the person has remapped. */
export function showMenu(state: MenuState): void {
  const { say } = state;
  const template: Template = [
    ...(process.platform === 'darwin' ? [appMenu(state)] : []),
    { label: say('menu.file'), submenu: fileMenu(state) },
    { label: say('menu.edit'), submenu: editMenu(state) },
    { label: say('menu.view'), submenu: viewMenu(state) },
    { label: say('menu.window'), role: 'windowMenu' },
    { label: say('menu.help'), role: 'help', submenu: [item(state, 'help.keys', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function item(
  { say, send }: MenuState,
  id: CommandId,
  accelerator?: string,
): MenuItemConstructorOptions {
  return {
    label: say(`command.${id}`),
    click: () => send(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  };
}

function appMenu(state: MenuState): MenuItemConstructorOptions {
  const { say } = state;
  return {
    label: 'Utsaga',
    submenu: [
      { role: 'about', label: say('menu.about') },
      separator,
      item(state, 'go.settings', 'CmdOrCtrl+,'),
      separator,
      { role: 'services', label: say('menu.services') },
      separator,
      { role: 'hide', label: say('menu.hide') },
      { role: 'hideOthers', label: say('menu.hideOthers') },
      { role: 'unhide', label: say('menu.unhide') },
      separator,
      { role: 'quit', label: say('menu.quit') },
    ],
  };
}

function fileMenu(state: MenuState): Template {
  const inProject = (entry: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
    ...entry,
    enabled: state.hasProject,
  });
  const rest: Template =
    process.platform === 'darwin'
      ? []
      : [
          separator,
          item(state, 'go.settings', 'CmdOrCtrl+,'),
          { role: 'quit', label: state.say('menu.quit') },
        ];
  return [
    item(state, 'project.new', 'CmdOrCtrl+N'),
    item(state, 'project.open', 'CmdOrCtrl+O'),
    item(state, 'project.example'),
    separator,
    inProject(item(state, 'project.import')),
    inProject(item(state, 'project.export', 'CmdOrCtrl+P')),
    inProject(item(state, 'project.saveCopy')),
    item(state, 'project.backups'),
    separator,
    inProject(item(state, 'project.close')),
    ...rest,
  ];
}

function editMenu(state: MenuState): Template {
  const { say, undo, redo } = state;
  return [
    {
      ...item(state, 'steps.undo', 'CmdOrCtrl+Z'),
      ...(undo === null ? {} : { label: say('menu.undoStep', { step: undo }) }),
    },
    {
      ...item(state, 'steps.redo', 'CmdOrCtrl+Shift+Z'),
      ...(redo === null ? {} : { label: say('menu.redoStep', { step: redo }) }),
    },
    separator,
    { role: 'cut', label: say('menu.cut') },
    { role: 'copy', label: say('menu.copy') },
    { role: 'paste', label: say('menu.paste') },
    { role: 'selectAll', label: say('menu.selectAll') },
    separator,
    item(state, 'place.find', 'CmdOrCtrl+F'),
    item(state, 'palette.open', 'CmdOrCtrl+K'),
  ];
}

function viewMenu(state: MenuState): Template {
  return [
    item(state, 'go.transcripts', 'CmdOrCtrl+1'),
    item(state, 'go.analysisTable', 'CmdOrCtrl+2'),
    item(state, 'go.grouping', 'CmdOrCtrl+3'),
    item(state, 'go.themes', 'CmdOrCtrl+4'),
    item(state, 'go.search', 'CmdOrCtrl+Shift+F'),
    item(state, 'go.overview'),
    item(state, 'go.participants'),
    item(state, 'go.history'),
    separator,
    item(state, 'frame.navigation', 'F9'),
    item(state, 'frame.inspector', 'F4'),
    separator,
    item(state, 'text.larger', 'CmdOrCtrl+Plus'),
    item(state, 'text.smaller', 'CmdOrCtrl+-'),
    item(state, 'text.usual', 'CmdOrCtrl+0'),
    separator,
    { role: 'togglefullscreen', label: state.say('menu.fullScreen') },
  ];
}
