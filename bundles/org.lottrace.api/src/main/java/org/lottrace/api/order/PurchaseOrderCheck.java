package org.lottrace.api.order;

import java.util.List;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reason of somebody else not to take a purchase order; a whiteboard service. {@link PurchaseOrders} asks every check
 * for every order before it stores any. Cost, for one, refuses prices in a currency that it cannot book.
 */
@ConsumerType
public interface PurchaseOrderCheck {
    /**
     * Looks at the order alone and changes nothing.
     *
     * @return every problem, the field being a path within the order such as {@code lines[2].price}, counted from 1;
     *     empty when the order may be stored
     */
    List<Violation> check(PurchaseOrder order);
}
