"""Compares an export with its source: `python -m bioql_training.parity ../models/bioql-smollm2-q4_0.gguf`.

The GGUF's weights become a folder in HF format and that folder an F32 GGUF, which llama.cpp runs as the service does
(parity/llama.ts). Texts must become the same token ids as in `tokenizers`, and prompts the same greedy replies as in
transformers.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM

from bioql_training import to_hf
from bioql_training.data import encode, read_tokenizer
from bioql_training.export import F32, write_gguf
from bioql_training.parity_texts import parity_texts
from bioql_training.settings import read_settings

TRAINING = Path(__file__).parents[1]
NODE = TRAINING.parent / "node_modules" / ".bin" / "node"
PROMPTS = TRAINING / "dev" / "generate.jsonl"
TEXTS, SEED, REPLIES, REPLY_TOKENS = 10_000, 1, 50, 64
Parts = list[dict[str, str]]


@dataclass(frozen=True)
class Reply:
    prompt: list[int]
    reply: list[int]  # ends with the end token, or where the limit was


def prompt_parts(prompt: str) -> Parts:
    """As language/exchange.ts writes the task `code`."""
    start, end = {"special": "<|im_start|>"}, {"special": "<|im_end|>"}
    return [start, {"text": f"code\n{prompt}"}, end, {"text": "\n"}, start, {"text": "assistant\n"}]


def some_prompts(count: int) -> list[Parts]:
    rows = [json.loads(line) for line in PROMPTS.read_text(encoding="utf-8").splitlines()]
    return [prompt_parts(row["prompt"]) for row in rows[:: len(rows) // count][:count]]


def llama_cpp(model: Path, exchanges: list[Parts], tokens: int = 0, adapter: Path | None = None) -> list[Reply]:
    """Token ids of the prompts and up to so many of the greedy replies."""
    lines = "".join(json.dumps({"parts": parts}) + "\n" for parts in exchanges)
    command = [str(NODE), str(TRAINING / "parity" / "llama.ts"), "--model", str(model), "--tokens", str(tokens)]
    options = [] if adapter is None else ["--adapter", str(adapter)]
    done = subprocess.run([*command, *options], input=lines, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [Reply(**json.loads(line)) for line in done.stdout.splitlines()]


def different_texts(folder: Path, gguf: Path, texts: list[str]) -> list[str]:
    """The texts that `tokenizers` and llama.cpp read as different ids."""
    exchanges: list[Parts] = [[{"text": text}] for text in texts]
    tokenizer = read_tokenizer(folder)
    found = llama_cpp(gguf, exchanges)
    return [
        text
        for text, parts, theirs in zip(texts, exchanges, found, strict=True)
        if encode(tokenizer, parts) != theirs.prompt
    ]


@torch.no_grad()
def is_greedy(model: Any, reply: Reply) -> bool:
    """Whether each token is the likeliest after those before it, hence the whole reply PyTorch's own greedy one."""
    scores = model(torch.tensor([reply.prompt + reply.reply])).logits[0]
    best = scores[len(reply.prompt) - 1 : -1].argmax(-1).tolist()
    return bool(best == reply.reply)


def different_replies(folder: Path, replies: list[Reply]) -> list[Reply]:
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    return [reply for reply in replies if not is_greedy(model, reply)]


def main(model: Path) -> None:
    torch.set_num_threads(1)
    settings = read_settings(TRAINING / "configs" / "default.toml")
    with tempfile.TemporaryDirectory() as work:
        folder, exact = Path(work) / "hf", Path(work) / "f32.gguf"
        to_hf.main(model, folder)
        write_gguf(folder, exact, settings, F32)
        texts = different_texts(folder, exact, parity_texts(TEXTS, SEED))
        print(f"{TEXTS - len(texts)} of {TEXTS} texts have the same token ids", *map(repr, texts[:5]), sep="\n  ")
        replies = llama_cpp(exact, some_prompts(REPLIES), REPLY_TOKENS)
        other = different_replies(folder, replies)
        tokens = sum(len(reply.reply) for reply in replies)
        print(f"{REPLIES - len(other)} of {REPLIES} prompts have the same greedy reply ({tokens} tokens)")
    sys.exit(1 if texts or other else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
