// VS Code looks here for run(), and wants CommonJS; Node 24 takes the rest as it is.
exports.run = async () => (await import('./inside.ts')).runTests();
