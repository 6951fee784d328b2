package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;

/**
 * What a handler reads in a transaction set, without applying it.
 *
 * @param fields every fact of the document that it would become; empty when it would become none
 * @param handled what is wrong with its form and what would not be used; nothing is held against what is stored
 */
public record ReadSet(List<ReadField> fields, HandledSet handled) {
    public ReadSet {
        fields = List.copyOf(fields);
        Objects.requireNonNull(handled);
    }
}
