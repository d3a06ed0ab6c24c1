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

/** axios brings a sender of forms, with a database of MIME types; the client sends JSON alone. */
const withoutForms = {
  name: 'without-forms',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^form-data$/ }, () => ({ path: 'form-data', namespace: 'without-forms' }));
    onLoad({ filter: /.*/, namespace: 'without-forms' }, () => ({ contents: 'module.exports = globalThis.FormData;' }));
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
  plugins: [clientApart, withoutForms],
});

const forWebviews = await context({
  ...shared,
  entryPoints: [
    { in: 'src/run-panel/webview/main.ts', out: 'run-panel' },
    { in: 'src/money/webview/main.ts', out: 'usage-panel' },
    { in: 'src/workflow/webview/main.ts', out: 'workflow-panel' },
  ],
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
