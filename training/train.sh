#!/bin/sh
# Starts training with the settings that glibc and oneDNN read only at start: huge pages, no memory handed back between
# steps, and few compiled kernels kept (every batch shape brings some two dozen; a thousand of them splinter the heap).
# Usage, from training/: ./train.sh configs/default.toml [key=value ...]
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1
export MALLOC_MMAP_THRESHOLD_=4294967296
export MALLOC_TRIM_THRESHOLD_=4294967296
export ONEDNN_PRIMITIVE_CACHE_CAPACITY=64
exec "${PYTHON:-python}" -u -m bioql_training.train "$@"
