package org.lottrace.console.web.internal.planning;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a list, on the page and in its file.
 *
 * @param text of its head
 * @param name its head in the file, which is the same in every language
 * @param number whether it stands right
 * @param raw what the file has
 * @param shown what the page has; null: only the file has the column
 * @param link address to which it leads; empty when it leads nowhere
 */
record Column<T>(
        String text,
        String name,
        boolean number,
        Function<T, Object> raw,
        Function<T, String> shown,
        Function<T, Optional<String>> link) {
    static <T> Column<T> of(String text, String name, Function<T, ?> value) {
        return new Column<>(
                text, name, false, value::apply, row -> value.apply(row).toString(), row -> Optional.empty());
    }

    static <T> Column<T> number(String text, String name, Function<T, ?> value, Function<T, String> shown) {
        return new Column<>(text, name, true, value::apply, shown, row -> Optional.empty());
    }

    /** Such as the unit, which the page shows beside each quantity. */
    Column<T> inFileOnly() {
        return new Column<>(text, name, number, raw, null, link);
    }

    boolean isOnPage() {
        return shown != null;
    }

    Column<T> shown(Function<T, String> words) {
        return new Column<>(text, name, number, raw, words, link);
    }

    Column<T> to(Function<T, Optional<String>> address) {
        return new Column<>(text, name, number, raw, shown, address);
    }
}
