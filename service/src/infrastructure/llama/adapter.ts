/** A LoRA adapter (GGUF) over the model: its effect is multiplied by `scale`, 0 for none. */
export interface Adapter {
  readonly path: string;
  readonly scale: number;
}
