# One interface target carries the language, the warnings and the Qt strictness for every target of the project.
add_library(palpate_common INTERFACE)
target_compile_features(palpate_common INTERFACE cxx_std_20)
target_include_directories(palpate_common INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(palpate_common INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Woverloaded-virtual
  -Wnon-virtual-dtor -Wcast-align -Wduplicated-cond -Wlogical-op -Wnull-dereference -Wformat=2 -Werror
  # GCC 12 at -O2 in C++20 warns falsely on "literal" + std::string (GCC bug 105651).
  -Wno-restrict)
target_compile_definitions(palpate_common INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(PALPATE_FUZZ)
  # Warnings are the other compiler's work.
  target_compile_options(palpate_common INTERFACE -w -fsanitize=fuzzer-no-link,address,undefined
                                                  -fno-sanitize-recover=all)
  target_link_options(palpate_common INTERFACE -fsanitize=address,undefined)
endif()
if(PALPATE_SANITIZE)
  target_compile_options(palpate_common INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                  -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
  # GCC 12 under the sanitizers loses track of optionals and null checks and warns falsely.
  target_compile_options(palpate_common INTERFACE -Wno-maybe-uninitialized -Wno-null-dereference)
  target_link_options(palpate_common INTERFACE -fsanitize=address,undefined)
endif()

# palpate_module(NAME sources...): one static library a folder, named palpate_NAME.
function(palpate_module name)
  add_library(palpate_${name} STATIC ${ARGN})
  target_link_libraries(palpate_${name} PUBLIC palpate_common)
endfunction()
