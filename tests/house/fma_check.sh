#!/bin/sh
# fma_check.sh LIBRARY...: fails if the disassembly of a library holds a fused multiply-add, which rounds once where
# the game's arithmetic rounds twice.
command -v objdump >/dev/null 2>&1 || { echo "objdump (binutils) is not installed: skipped"; exit 77; }
found=0
for library in "$@"; do
  [ -s "$library" ] || { echo "$library is not there"; found=1; continue; }
  # x86: vfmadd, vfnmsub and their kin; ARM: fmadd, fmsub, fnmadd, fnmsub, fmla, fmls.
  hits=$(objdump -d --no-show-raw-insn "$library" |
    grep -E '^ *[0-9a-f]+:[[:space:]]+(vfn?m(add|sub)|fn?m(add|sub)|fml[as])' | head -n 5)
  if [ -n "$hits" ]; then
    echo "fused multiply-add in $library:"
    echo "$hits"
    found=1
  fi
done
[ "$found" = 0 ] && echo "no fused multiply-add in $# libraries"
exit "$found"
