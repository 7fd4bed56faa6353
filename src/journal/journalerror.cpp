// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalerror.h"

#include <utility>

namespace palpate {

namespace {

std::string sentence(JournalError::Kind kind, const std::string &file)
{
    using Kind = JournalError::Kind;
    switch (kind) {
    case Kind::notAJournal:
        return file + " is not a Palpate journal; it was left as it is, so choose another file.";
    case Kind::damaged:
        return "The journal " + file +
               " is damaged; nothing in it was changed, so keep a copy of it and put a backup in its place.";
    case Kind::newer:
        return "The journal " + file +
               " was written by a newer Palpate; it was left as it is, so update Palpate to open it.";
    case Kind::older:
        return "The journal " + file +
               " was written by an older Palpate; it was left as it is, so open it once in the window.";
    case Kind::networkFolder:
        return "The journal " + file +
               " is in a network folder, where two machines could write into it at once; nothing was changed, so move "
               "it "
               "to a folder of this machine.";
    case Kind::inUse:
        return "The journal " + file + " is open elsewhere; nothing was changed, so close it there and try again.";
    case Kind::readOnly:
        return "The journal " + file +
               " may not be written to; nothing was changed, so allow writing to the file and its folder.";
    case Kind::noSpace:
        return "There is no space left for the journal " + file +
               "; all that was saved before is kept, this change is not, so make room and try again.";
    case Kind::cannotOpen:
        return "The journal " + file +
               " cannot be opened or made; nothing was changed, so check that its folder exists and is yours.";
    case Kind::diskFault:
        return "The disk reported a fault at the journal " + file +
               "; all that was saved before is kept, this change is not, so try again and check the disk.";
    case Kind::notFound:
        return "What was to be changed is no longer in the journal " + file + "; nothing was changed.";
    case Kind::alreadyThere:
        return "What was to be added is already in the journal " + file + "; nothing was changed.";
    case Kind::contradiction:
        break;
    }
    return "The change contradicts itself, such as a left point on the right side; nothing in the journal " + file +
           " was changed.";
}

} // namespace

JournalError::JournalError(Kind kind, std::filesystem::path file, std::string detail)
    : WorldError{sentence(kind, file.string())}, m_kind{kind}, m_file{std::move(file)}, m_detail{std::move(detail)}
{}

} // namespace palpate
