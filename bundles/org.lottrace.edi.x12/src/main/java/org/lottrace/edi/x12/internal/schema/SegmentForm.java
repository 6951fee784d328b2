package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a segment is made of.
 *
 * @param elements in their order; absent for one that may hold anything
 * @param required for each element whether it must be there
 * @param rules which elements need or exclude each other
 */
record SegmentForm(List<Optional<ElementForm>> elements, List<Boolean> required, List<Rule> rules) {
    SegmentForm {
        elements = List.copyOf(elements);
        required = List.copyOf(required);
        rules = List.copyOf(rules);
    }

    /** The relations of X12.6, syntax notes. */
    enum Relation {
        /** P: all or none. */
        PAIRED,
        /** R: at least one. */
        REQUIRED,
        /** E: not more than one. */
        EXCLUSION,
        /** C: if the first, then all. */
        CONDITIONAL,
        /** L: if the first, then at least one of the others. */
        LIST
    }

    /** @param positions of the elements, 1 for the first */
    record Rule(Relation relation, List<Integer> positions) {
        Rule {
            positions = List.copyOf(positions);
        }
    }
}
