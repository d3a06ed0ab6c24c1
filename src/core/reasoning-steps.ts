/** Reasoning that goes step by step: what stands before the steps, and each step without its number. */
export interface ReasoningSteps {
  readonly before: string;
  readonly steps: readonly string[];
}

/** Parts `1. … 2. … 3. …`, whole or as far as it has come; a number counts at the start, and where a sentence has ended. */
export function reasoningSteps(text: string): ReasoningSteps {
  const starts: { readonly from: number; readonly end: number }[] = [];
  for (const { index, 0: mark, 1: number } of text.matchAll(/(?<=^|[.:!?)]\s+|\n)(\d+)\. /g)) {
    if (Number(number) === starts.length + 1) starts.push({ from: index, end: index + mark.length });
  }
  return {
    before: text.slice(0, starts[0]?.from ?? text.length).trim(),
    steps: starts.map(({ end }, at) => text.slice(end, starts[at + 1]?.from ?? text.length).trim()),
  };
}
