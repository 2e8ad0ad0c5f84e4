import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/playground/web',
    emptyOutDir: true,
    // Files only: a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    // The chart library is a chunk of its own that loads with the first chart; it is large by nature.
    chunkSizeWarningLimit: 3000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
