/** Milliseconds of processor time that each of a few runs takes: other programs on the machine do not count. */
export const cpuMs = (run: () => unknown): number[] =>
  [1, 2, 3, 4].map(() => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
