import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { listenToHost, queryClient } from './api.ts';
import { App } from './App.tsx';
import { installBrowserBridge } from './browserBridge.ts';

installBrowserBridge();
listenToHost();
// React hears every turn of the wheel at its root, and no component asks for it: a fifth of what a frame of scrolling costs.
document.body.addEventListener('wheel', (event) => event.stopPropagation(), {
  capture: true,
  passive: true,
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
