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

/** Something in a file that the person gave, while the command line itself is right. */
export class ContentError extends InputError {}

const BAD_CONTENT = 1;
const BAD_INPUT = 2;

interface Problem {
  readonly code: string;
  readonly message: string;
}

/** Says on stderr what is wrong in a file, so that the command ends with exit code 1 once it has done the rest. */
export function complain(options: { readonly json?: true }, problem: Problem): void {
  writeProblem(options.json === true, problem);
  process.exitCode = BAD_CONTENT;
}

function writeProblem(asJson: boolean, { code, message }: Problem): void {
  const text = asJson ? JSON.stringify({ error: { code, message } }) : `bioql: ${message} [${code}]`;
  process.stderr.write(`${text}\n`);
}

/** The root command. Commands added to it inherit that errors are thrown, so that `runProgram` alone prints them. */
export const createProgram = (): Command =>
  new Command('bioql')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .allowExcessArguments(false);

/**
 * Runs the command line. Bad input is a sentence with a code on stderr and exit code 2, bad content of a file the same
 * with exit code 1; other errors are thrown.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    if (problem === 'shown') return;
    writeProblem(argv.includes('--json'), problem);
    process.exitCode = error instanceof ContentError ? BAD_CONTENT : BAD_INPUT;
  }
}

function problemOf(error: unknown): Problem | 'shown' | undefined {
  if (!(error instanceof CommanderError)) {
    return error instanceof Error && isInputCode(error) ? { code: error.code, message: error.message } : undefined;
  }
  if (error.exitCode === 0) return 'shown';
  if (error.code === 'commander.help') return { code: 'command_missing', message: 'Name a command; see --help.' };
  return { code: 'usage_invalid', message: error.message.replace(/^error: /, '') };
}

/** Our own errors have lower-case codes; those of Node (`ENOENT`, `ERR_…`) are failures, not input. */
const isInputCode = (error: Error & { code?: unknown }): error is Error & { code: string } =>
  typeof error.code === 'string' && /^[a-z_-]+$/.test(error.code);
