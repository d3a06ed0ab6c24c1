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

const bundles = await context({
  entryPoints: ['src/extension.ts', 'src/service-client.ts'],
  outdir: 'dist',
  // The package is ESM, and the extension host wants CommonJS.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node22',
  bundle: true,
  // `require` instead: only through it does VS Code hand out its node:http, with the proxy of its settings.
  supported: { 'dynamic-import': false },
  external: ['vscode'],
  plugins: [clientApart],
  minify: production,
  sourcemap: !production,
  logLevel: 'info',
});

if (process.argv.includes('--watch')) await bundles.watch();
else {
  await bundles.rebuild();
  await bundles.dispose();
}
