// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

namespace palpate::desktop {

/// A step on the undo stack that stores nothing: what is asked on the lookup page.
class UnstoredCommand : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;
};

} // namespace palpate::desktop
