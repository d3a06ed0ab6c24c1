"""A byte-level BPE tokenizer.json as the keys of a GGUF."""

from typing import Any

from gguf import GGUFWriter, TokenType

from bioql_training.hf import CHAT_TEMPLATE


def tokens_and_types(tokenizer: dict[str, Any], count: int) -> tuple[list[str], list[TokenType]]:
    """Every id's token; ids that the matrix has rows for and the tokenizer no token get a name and are never read."""
    tokens = [f"[PAD{index}]" for index in range(count)]
    types = [TokenType.UNUSED] * count
    for token, index in tokenizer["model"]["vocab"].items():
        tokens[index], types[index] = token, TokenType.NORMAL
    for added in tokenizer["added_tokens"]:
        tokens[added["id"]] = added["content"]
        types[added["id"]] = TokenType.CONTROL if added["special"] else TokenType.USER_DEFINED
    assert len(set(tokens)) == count, "two ids have the same token"
    return tokens, types


def merge_line(merge: str | list[str]) -> str:
    """Older files write a merge as "a b", newer ones as a pair."""
    return merge if isinstance(merge, str) else " ".join(merge)


def add_tokenizer(writer: GGUFWriter, tokenizer: dict[str, Any], config: dict[str, Any], pre: str) -> None:
    tokens, types = tokens_and_types(tokenizer, config["vocab_size"])
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges([merge_line(merge) for merge in tokenizer["model"]["merges"]])
    writer.add_bos_token_id(config["bos_token_id"])
    writer.add_eos_token_id(config["eos_token_id"])
    writer.add_pad_token_id(config["pad_token_id"])
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(CHAT_TEMPLATE)
