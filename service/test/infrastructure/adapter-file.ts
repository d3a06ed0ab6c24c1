import { writeFileSync } from 'node:fs';

/** The rank of the adapters that tests write, and the width of the shipped model. */
const RANK = 4;
const HIDDEN = 576;
const TENSOR = 'blk.29.attn_output.weight';
const ALIGNMENT = 32;
const F32 = 0;
const FLOAT_VALUE = 6;
const STRING_VALUE = 8;

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const f32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
const label = (key: string, value: string): Buffer => Buffer.concat([text(key), u32(STRING_VALUE), text(value)]);

/** Numbers from -1 to 1 that are the same in every run. */
function wave(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => Math.sin(index * 12.9898));
}

/** Writes a LoRA adapter for the shipped model's last layer as GGUF; a `strength` of 0 changes nothing. */
export function writeAdapter(path: string, strength: number, architecture = 'llama'): void {
  const a = wave(RANK * HIDDEN);
  const b = wave(HIDDEN * RANK).map((value) => value * strength);
  const info = (name: string, columns: number, rows: number, offset: number): Buffer =>
    Buffer.concat([text(name), u32(2), u64(columns), u64(rows), u32(F32), u64(offset)]);
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(3),
    u64(2),
    u64(4),
    label('general.type', 'adapter'),
    label('general.architecture', architecture),
    label('adapter.type', 'lora'),
    Buffer.concat([text('adapter.lora.alpha'), u32(FLOAT_VALUE), f32(RANK)]),
    info(`${TENSOR}.lora_a`, HIDDEN, RANK, 0),
    info(`${TENSOR}.lora_b`, RANK, HIDDEN, a.byteLength),
  ]);
  const padding = Buffer.alloc((ALIGNMENT - (head.length % ALIGNMENT)) % ALIGNMENT);
  writeFileSync(path, Buffer.concat([head, padding, Buffer.from(a.buffer), Buffer.from(b.buffer)]));
}
