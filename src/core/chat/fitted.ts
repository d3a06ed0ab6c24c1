/** As much of a text, in whole lines from its start, as fits into a budget of tokens. */
export async function fitted(
  text: string,
  budget: number,
  count: (text: string) => PromiseLike<number>,
): Promise<string> {
  if ((await count(text)) <= budget) return text;
  const lines = text.split('\n');
  let [least, most] = [0, lines.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if ((await count(cutAt(lines, middle))) <= budget) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? '' : cutAt(lines, least);
}

const cutAt = (lines: readonly string[], end: number): string => `${lines.slice(0, end).join('\n')}\n…`;
