package org.lottrace.persistence.internal.recall;

import java.util.List;
import java.util.function.Function;
import org.lottrace.api.code.Coded;

/** The rows of one step, by name. */
record FactReader(List<FactRow> rows) {
    /** @return the rows with that name, in the order in which they were written */
    List<FactRow> all(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).toList();
    }

    /** @return the one row with that name */
    FactRow one(String name) {
        return all(name).get(0);
    }

    <T> List<T> list(String name, Function<FactRow, T> value) {
        return all(name).stream().map(value).toList();
    }

    String words(String name) {
        return one(name).words().orElseThrow();
    }

    long number(String name) {
        return one(name).number().orElseThrow();
    }

    <E extends Enum<E> & Coded> E choice(Class<E> type, String name) {
        return Coded.of(type, words(name));
    }
}
