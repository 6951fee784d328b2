package org.lottrace.console.web.internal.page;

import java.util.Objects;

/**
 * Something that can be done with what a page shows.
 *
 * @param operation of the catalogue; its roles say who may
 * @param label what it is called, in the reader's language
 * @param address of the form for it; empty when the page has the form itself
 * @param against why it cannot be done now, in the reader's language; empty when it can
 */
public record Action(String operation, String label, String address, String against) {
    public Action {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(label);
        Objects.requireNonNull(address);
        Objects.requireNonNull(against);
    }
}
