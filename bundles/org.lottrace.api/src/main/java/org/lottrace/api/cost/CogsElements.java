package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Cost of goods sold of some days by cost element.
 *
 * @param elements every element, in the order of their definition
 * @param account what the account changed by in these days: the sum of the elements, to the minor unit
 */
public record CogsElements(List<ElementAmount> elements, Money account) {
    public CogsElements {
        elements = List.copyOf(elements);
        Objects.requireNonNull(account);
    }
}
