/** An undirected graph without loops. */
export interface Graph {
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** Each node joined to the next and the last to the first; two nodes have one edge. */
export const ring = (nodes: number): Graph => ({
  nodes,
  edges: Array.from(Array(nodes === 2 ? 1 : nodes), (_, node) => [node, (node + 1) % nodes] as const),
});
