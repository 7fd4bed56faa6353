// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/bodymap/bodymap.h"
#include "desktop/lookup/candidatemodel.h"
#include "desktop/lookup/enquiry.h"
#include "desktop/theme/tokens.h"
#include "referral/bodyregion.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QSlider;
class QStackedWidget;

namespace palpate::desktop {

class AlertPane;
class CandidateDelegate;
class Chips;
class ZoneTree;

/// From the pain to the muscles: what is asked (words, places, brush), the danger signs in it, and the ranked list.
class ReversePane : public QWidget {
    Q_OBJECT

public:
    /// Enquiry and atlas must outlive the pane.
    ReversePane(Enquiry &enquiry, const anatomy::Atlas &atlas, Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    [[nodiscard]] Brush brush() const;
    void setErases(bool erases);
    void setBrushMm(int mm);

    void beginWords();
    void toggleTree();
    /// The row with this number, counted from 0.
    void chooseRow(int row);
    void focusList();
    /// The row that is chosen, or that the pointer is on.
    [[nodiscard]] const Candidate *pointed() const;
    [[nodiscard]] const Candidate *chosen() const;
    /// What the list shows, without what is held back for the sake of safety.
    [[nodiscard]] std::vector<Candidate> checkable() const;
    /// Whether only the smallest set that explains the pain is shown.
    [[nodiscard]] bool isExplaining() const;
    void setExplaining(bool on);
    void offerChecklist(const QString &words);

Q_SIGNALS:
    void brushChanged(const palpate::desktop::Brush &brush);
    /// Another row is chosen or pointed at, or none, or the list has changed.
    void pointedChanged();
    /// The words are finished, with Enter.
    void said();
    void checkAsked();
    void resumeAsked();
    void openAsked();
    void swapAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeQuestion();
    [[nodiscard]] QWidget *makeTools();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makeInvitation();
    void connectParts();
    void questionChanged();
    void answered();
    void fitAlerts();
    void refreshList();
    void refreshFoot();
    [[nodiscard]] CandidateModel::Sign signOf(const Candidate &candidate) const;

    Enquiry &m_enquiry;
    CandidateModel *m_model;
    CandidateDelegate *m_rows;
    QLineEdit *m_words = nullptr;
    QLabel *m_understood = nullptr;
    Chips *m_places = nullptr;
    QPushButton *m_paint = nullptr;
    QPushButton *m_erase = nullptr;
    QSlider *m_size = nullptr;
    QPushButton *m_treeSwitch = nullptr;
    QPushButton *m_clear = nullptr;
    AlertPane *m_alerts = nullptr;
    QScrollArea *m_alertArea = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_invitation = nullptr;
    QPushButton *m_resume = nullptr;
    QWidget *m_listPart = nullptr;
    QLabel *m_listWords = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_more = nullptr;
    ZoneTree *m_tree = nullptr;
    QWidget *m_foot = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_explain = nullptr;
    QPushButton *m_save = nullptr;
    std::vector<anatomy::ZonePlace> m_shownPlaces; ///< by number of their chip
    std::optional<QPersistentModelIndex> m_hovered;
};

} // namespace palpate::desktop
