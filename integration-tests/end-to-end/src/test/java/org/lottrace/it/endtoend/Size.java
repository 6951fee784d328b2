package org.lottrace.it.endtoend;

import java.util.List;
import java.util.function.Predicate;

/** How much of a long table is tried: some of it in every build, all of it with {@code mvn verify -Dit.whole=true}. */
final class Size {
    private static final boolean WHOLE = Boolean.getBoolean("it.whole");

    private Size() {}

    static boolean isWhole() {
        return WHOLE;
    }

    /** @param always which are tried in every build */
    static <T> List<T> of(List<T> all, Predicate<T> always) {
        return all.stream().filter(one -> WHOLE || always.test(one)).toList();
    }
}
