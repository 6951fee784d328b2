package org.lottrace.cost.internal;

import org.lottrace.api.event.TraceEvent;

/** What is on stock of an item is valued in another way from now on; {@link Revaluing} says what that changes. */
final class CostMethodRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        posting.value(MethodText.item(event), MethodText.valuation(event));
    }
}
