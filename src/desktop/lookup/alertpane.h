// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/lookup/enquiry.h"

class QVBoxLayout;

namespace palpate::desktop {

/// Danger signs above everything else: what was understood, why it matters, and the three answers. What was answered
/// with "show me what to do" stays in sight, with its advice. Hidden while there is nothing to say.
class AlertPane : public QWidget {
    Q_OBJECT

public:
    /// The enquiry must outlive the pane.
    explicit AlertPane(Enquiry &enquiry, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// It needs this height, in the width that it has.
    void fitted(int height);

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWaiting();
    [[nodiscard]] QWidget *makeAnswered();
    void addOthers(QVBoxLayout &layout);
    void addAnswers(const RedFlag &flag, QVBoxLayout &layout);
    [[nodiscard]] QWidget *makeCheck(const RedFlag &flag);
    [[nodiscard]] QString adviceOf(const std::vector<const RedFlag *> &flags) const;
    void fit();
    [[nodiscard]] QString understoodOf(const RedFlag &flag) const;

    Enquiry &m_enquiry;
    QVBoxLayout *m_layout;
    /// What is shown: signs waiting, then answered. Built again only when that changes.
    std::vector<const RedFlag *> m_waiting;
    std::vector<const RedFlag *> m_answered;
    QStringList m_words;
};

} // namespace palpate::desktop
