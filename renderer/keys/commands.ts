import { useLayoutEffect, useRef } from 'react';

type Run = () => void;
type Layer = { readonly current: Readonly<Record<string, Run | undefined>> };

/** What the screen can do just now; the layer that came last is asked first. */
const layers: Layer[] = [];

/** Offers commands by their ids in the keymap while the component is on the screen: as soon as it can be seen. */
export function useCommands(commands: Readonly<Record<string, Run | undefined>>): void {
  const layer = useRef(commands);
  useLayoutEffect(() => {
    layer.current = commands;
  });
  useLayoutEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

function commandFor(id: string): Run | undefined {
  return layers.findLast((layer) => layer.current[id] !== undefined)?.current[id];
}

/** Runs a command if anything on the screen offers it; says whether it did. */
export function runCommand(id: string): boolean {
  const run = commandFor(id);
  run?.();
  return run !== undefined;
}

/** Whether the palette and the menus may offer it here. */
export function isOffered(id: string): boolean {
  return commandFor(id) !== undefined;
}
