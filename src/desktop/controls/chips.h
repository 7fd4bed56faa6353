// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

class QPushButton;

namespace palpate::desktop {

/// A flowing row of chips with numbers of their own: one of them chosen, or any.
class Chips : public QWidget {
    Q_OBJECT

public:
    enum class Choice { one, any };

    /// The chips are named PREFIX and their number.
    Chips(Choice choice, const QString &prefix, QWidget *parent = nullptr);

    void add(int id, const QString &words);
    void clear();
    void setChecked(int id, bool on);
    /// With Choice::one: that chip and no other; none for an id that is not there.
    void choose(int id);
    [[nodiscard]] QPushButton *chip(int id) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// By a person, not by the functions above.
    void toggled(int id, bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        int id;
        QPushButton *button;
    };

    /// Lays the chips out in rows, or only measures when `apply` is false. The height needed.
    int arrange(int width, bool apply) const;

    Choice m_choice;
    QString m_prefix;
    std::vector<Entry> m_entries;
};

} // namespace palpate::desktop
