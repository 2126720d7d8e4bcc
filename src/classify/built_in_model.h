// The model that is built into the program: what `learn` made of the XMPP Newsletters printed
// so far.
#pragma once

namespace collector {

extern const char* const kBuiltInModel;

}  // namespace collector
