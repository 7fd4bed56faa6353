// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QAccessible>
#include <QAccessibleWidget>

#include "desktop/bodymap/mapaccess.h"

namespace palpate::desktop {

/// A map with a MapAccess as assistive technology sees it: first the parts of the body, then the widgets that lie on
/// it.
class MapInterface : public QAccessibleWidget {
public:
    explicit MapInterface(BodyMap &map);

    [[nodiscard]] QString text(QAccessible::Text what) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] MapAccess *access() const { return MapAccess::of(widget()); }
};

/// One item of the map's tree. It looks itself up by its key, and is invalid when the map no longer shows it. Its
/// MapAccess makes it and outlives it.
class MapItemInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    MapItemInterface(MapAccess &access, std::string key) : m_access{access}, m_key{std::move(key)} {}

    [[nodiscard]] const std::string &key() const noexcept { return m_key; }

    [[nodiscard]] bool isValid() const override { return item() != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QString text(QAccessible::Text what) const override;
    void setText(QAccessible::Text /*what*/, const QString & /*text*/) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &actionName) const override;

private:
    [[nodiscard]] const MapItem *item() const { return m_access.find(m_key); }
    [[nodiscard]] bool isPart() const;

    MapAccess &m_access;
    std::string m_key;
};

} // namespace palpate::desktop
