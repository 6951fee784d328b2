package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was found different when something was derived again: the first of it by name, and how much more there is. */
final class Differences implements Consumer<String> {
    private static final int NAMED = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    @Override
    public void accept(String difference) {
        count++;
        if (first.size() < NAMED) {
            first.add(difference);
        }
    }

    long count() {
        return count;
    }

    List<String> told() {
        List<String> told = new ArrayList<>(first);
        if (count > first.size()) {
            told.add("and " + (count - first.size()) + " more");
        }
        return told;
    }
}
