// Bundles the extension: `node esbuild.config.mjs [--production | --watch]`.
import { context } from 'esbuild';

const production = process.argv.includes('--production');

/** Leaves what `connect.ts` loads on the first request in a bundle of its own, so that VS Code starts without it. */
const clientApart = {
  name: 'client-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/service-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './service-client.cjs', external: true } : undefined,
    );
  },
};

const shared = { outdir: 'dist', bundle: true, minify: production, sourcemap: !production, logLevel: 'info' };

const forNode = await context({
  ...shared,
  entryPoints: [
    { in: 'src/extension.ts', out: 'extension' },
    { in: 'src/service-client.ts', out: 'service-client' },
    { in: 'src/run-panel/simulator-worker.ts', out: 'simulator-worker' },
  ],
  // The package is ESM, and the extension host wants CommonJS.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node22',
  // `require` instead: only through it does VS Code hand out its node:http, with the proxy of its settings.
  supported: { 'dynamic-import': false },
  external: ['vscode'],
  plugins: [clientApart],
});

const forWebviews = await context({
  ...shared,
  entryPoints: [{ in: 'src/run-panel/webview/main.ts', out: 'run-panel' }],
  format: 'iife',
  platform: 'browser',
  // The Chromium of the oldest VS Code that the package allows.
  target: 'chrome134',
});

for (const bundles of [forNode, forWebviews]) {
  if (process.argv.includes('--watch')) await bundles.watch();
  else {
    await bundles.rebuild();
    await bundles.dispose();
  }
}
