package org.lottrace.operation.internal;

import java.util.SortedSet;
import org.lottrace.api.catalogue.OperationDescription;

/** Hears of refusals with codes that the catalogue does not name: whoever reads the documentation cannot expect them. */
public interface UndeclaredRefusals {
    /** @param codes those that are not declared, at least one */
    void found(OperationDescription operation, SortedSet<String> codes);
}
