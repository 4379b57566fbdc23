# For knead-cli on another kind of processor: -DKNEAD_MACHINE=s390x with that machine's g++ as CMAKE_CXX_COMPILER.
# Linked as a whole, so that qemu needs no foreign system to run it in.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${KNEAD_MACHINE})
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES KNEAD_MACHINE)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
# The libraries that are headers alone are this machine's.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
