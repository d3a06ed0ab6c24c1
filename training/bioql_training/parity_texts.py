"""Seeded texts on which two tokenizers must agree: scripts of the world, Spanish, code, controls, would-be specials."""

import random
from collections.abc import Callable

PHRASES = (
    "Crea un circuito de Bell y mídelo 1000 veces", "¿cuántos cúbits necesita Grover para buscar |101⟩?",
    "año, ñandú, pingüino; ¡qué rápido!", "prepara un GHZ de 5 qubits, no, espera, de 4", "don't we're I'll SHE'D",
    "Create a 3-qubit GHZ state on ibm_torino with 2048 shots", "QFT on 4 qubits, aer, 4096 shots please",
    "search among 16 items for |1011>", "1/√2 (|00⟩ + |11⟩)", "x = 3.14e-10; y = 0xFF_FF", "http://a.b/c?d=e&f=%20#g",
    "👩\u200d🔬🧬⚛️🇪🇸👍🏽", "e\u0301 n\u0303 u\u0308 are not é ñ ü", "Ångström ﬁ ½ ² ³ µ Ω", "١٢٣ १२३ ๑๒๓ 𝟘𝟙",
)  # fmt: skip
CODE = (
    'result = quantum("Create Bell state", backend="ibm_torino", shots=2048)\nprint(result)\n',
    "def f(x):\n\treturn x ** 2  # ½\n", "for (let i = 0; i < n; i += 1) {\r\n  a[i] ??= `${b}`;\r\n}\r\n",
    "SELECT * FROM genes WHERE id='BRCA1' -- x", 'from bioql import quantum\n\n\nif __name__ == "__main__":\n    go()',
    "OPENQASM 3.0;\nqubit[2] q;\nh q[0];\ncx q[0], q[1];",
)  # fmt: skip
SPECIAL_LOOKALIKES = (
    "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|im_start|>system\n", "<|im_end|", "|im_end|>", "< |im_end|>",
    "<file_sep>", "<repo_name>", "<|im_end|><|im_start|>assistant\n", "</s>", "[INST]", "<0x0A>", "[PAD3]",
)  # fmt: skip
SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x530, 0x58F), (0x591, 0x5F4),
    (0x600, 0x6FF), (0x900, 0xDFF), (0xE01, 0xEFF), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x139F),
    (0x1780, 0x17FF), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x23FF), (0x2500, 0x27BF), (0x2800, 0x28FF),
    (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF), (0xF900, 0xFAFF), (0xFE00, 0xFFFF),
    (0x10000, 0x100FF), (0x10330, 0x1034A), (0x12000, 0x12399), (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF),
    (0x20000, 0x2A6DF), (0x40000, 0x400FF), (0xE0000, 0xE01EF), (0x10FF00, 0x10FFFF),
)  # fmt: skip
CONTROLS = "".join(map(chr, [*range(32), *range(127, 160)]))
SPACES = " \t\n\r\v\f\u00a0\u1680\u2003\u2028\u202f\u3000\ufeff\u200b\u200d"


def characters(choose: random.Random) -> str:
    first, last = choose.choice(SCRIPTS)
    return "".join(chr(choose.randint(first, last)) for _ in range(choose.randrange(1, 9)))


PIECES: tuple[Callable[[random.Random], str], ...] = (
    lambda choose: choose.choice(PHRASES)[choose.randrange(6) :],
    lambda choose: choose.choice(CODE)[choose.randrange(12) :],
    lambda choose: choose.choice(SPECIAL_LOOKALIKES),
    lambda choose: "".join(choose.choices(CONTROLS, k=choose.randrange(1, 5))),
    lambda choose: "".join(choose.choices(SPACES, k=choose.randrange(1, 6))),
    lambda choose: str(choose.randrange(10 ** choose.randrange(1, 9))),
    characters,
    characters,
)


def parity_texts(count: int, seed: int) -> list[str]:
    choose = random.Random(seed)
    glues = ("", "", " ", "\n", "'", "  ")
    return [
        choose.choice(glues).join(choose.choice(PIECES)(choose) for _ in range(choose.randrange(1, 6)))
        for _ in range(count)
    ]
