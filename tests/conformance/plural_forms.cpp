// plural_forms TAG…: for each tag a line of digits, the form that each number
// from 0 to 200 takes. For plural-forms.mjs.
#include <iostream>

#include "typography/plural.h"

int main(int argc, char** argv) {
  constexpr int kLast = 200;
  for (int i = 1; i < argc; ++i) {
    for (int count = 0; count <= kLast; ++count) {
      std::cout << broadsheet::plural_index(argv[i], count);
    }
    std::cout << '\n';
  }
}
