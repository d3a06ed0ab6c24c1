import { Command, CommanderError } from 'commander';

/** Something the person typed that cannot be done as typed: a sentence for them, a code for programs. */
export class InputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
  }
}

const BAD_INPUT = 2;

/** The root command. Commands added to it inherit that errors are thrown, so that `runProgram` alone prints them. */
export const createProgram = (): Command =>
  new Command('bioql')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .allowExcessArguments(false);

/** Runs the command line. Bad input is a sentence with a code on stderr and exit code 2; other errors are thrown. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    if (problem === 'shown') return;
    const { code, message } = problem;
    const text = argv.includes('--json') ? JSON.stringify({ error: { code, message } }) : `bioql: ${message} [${code}]`;
    process.stderr.write(`${text}\n`);
    process.exitCode = BAD_INPUT;
  }
}

function problemOf(error: unknown): { code: string; message: string } | 'shown' | undefined {
  if (!(error instanceof CommanderError)) {
    return error instanceof Error && isInputCode(error) ? { code: error.code, message: error.message } : undefined;
  }
  if (error.exitCode === 0) return 'shown';
  if (error.code === 'commander.help') return { code: 'command_missing', message: 'Name a command; see --help.' };
  return { code: 'usage_invalid', message: error.message.replace(/^error: /, '') };
}

/** Our own errors have lower-case codes; those of Node (`ENOENT`, `ERR_…`) are failures, not input. */
const isInputCode = (error: Error & { code?: unknown }): error is Error & { code: string } =>
  typeof error.code === 'string' && /^[a-z_]+$/.test(error.code);
