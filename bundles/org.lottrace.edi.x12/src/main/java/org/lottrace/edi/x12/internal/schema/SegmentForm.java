package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a segment is made of.
 *
 * @param elements in their order; absent for one that may hold anything, and for a composite
 * @param required for each element whether it must be there
 * @param rules which elements need or exclude each other
 * @param composites those that are made of components, by their number
 */
record SegmentForm(
        List<Optional<ElementForm>> elements,
        List<Boolean> required,
        List<Rule> rules,
        Map<Integer, CompositeForm> composites) {
    SegmentForm {
        composites = Map.copyOf(composites);
        elements = List.copyOf(elements);
        required = List.copyOf(required);
        rules = List.copyOf(rules);
    }

    /**
     * What a composite element is made of.
     *
     * @param components in their order
     * @param required for each component whether it must be there when the element is
     */
    record CompositeForm(List<ElementForm> components, List<Boolean> required) {
        CompositeForm {
            components = List.copyOf(components);
            required = List.copyOf(required);
        }
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
