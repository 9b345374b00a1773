import { contextBridge, ipcRenderer, webUtils } from 'electron';

import type { Bridge, CallResult, HostEvent } from '../shared/bridge.ts';

const bridge: Bridge = {
  call(name, input): Promise<CallResult> {
    return ipcRenderer.invoke('utsaga:call', name, input);
  },
  on(listener) {
    const heard = (_: unknown, event: HostEvent): void => listener(event);
    ipcRenderer.on('utsaga:event', heard);
    return () => ipcRenderer.off('utsaga:event', heard);
  },
  pathOfDroppedFile: (file) =>
    isObject(file) ? webUtils.getPathForFile(file) || null : null,
};

/** The page's own File class is not this world's, so `instanceof` would not know it. */
function isObject(file: unknown): file is File {
  return typeof file === 'object' && file !== null;
}

contextBridge.exposeInMainWorld('utsaga', bridge);
