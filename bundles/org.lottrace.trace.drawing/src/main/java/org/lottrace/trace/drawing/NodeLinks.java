package org.lottrace.trace.drawing;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Where the boxes of a drawing lead. */
@ConsumerType
@FunctionalInterface
public interface NodeLinks {
    /** Nowhere, as on paper. */
    NodeLinks NONE = node -> Optional.empty();

    /**
     * @return the address for a browser, relative or not; it is written into the drawing as it is, only escaped, so it must not be made
     *     of what others typed without being encoded. Empty when the box is no link
     */
    Optional<String> to(TraceNode node);
}
