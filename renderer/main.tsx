import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { listenToHost, queryClient } from './api.ts';
import { App } from './App.tsx';
import { installBrowserBridge } from './browserBridge.ts';
import { keepFromScrolling } from './keepFromScrolling.ts';

installBrowserBridge();
listenToHost();
const root = document.getElementById('root');
if (root) {
  // Where portals stand, too.
  keepFromScrolling(root);
  keepFromScrolling(document.body);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
