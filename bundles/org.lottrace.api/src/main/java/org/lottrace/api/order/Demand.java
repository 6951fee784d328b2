package org.lottrace.api.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.SalesOrder.InsteadOf;
import org.lottrace.api.quantity.Quantity;
import org.osgi.annotation.versioning.ProviderType;

/** What a document wants of a site by a day, whoever wants it. Allocation serves all demand by the same rules. */
@ProviderType
public interface Demand {
    /** The largest number of a priority. */
    int LAST_PRIORITY = 999;

    /** @throws IllegalArgumentException if it is not 1 to {@link #LAST_PRIORITY} */
    static void checkPriority(Optional<Integer> priority) {
        priority.filter(number -> number < 1 || number > LAST_PRIORITY).ifPresent(number -> {
            throw new IllegalArgumentException("a priority is 1 to " + LAST_PRIORITY + ", not " + number);
        });
    }

    /** @return the document that wants it */
    DocumentReference reference();

    /** @return the number of the document */
    String number();

    /** @return the own site whose goods are wanted */
    SiteId shipFrom();

    /** @return calendar date on which lots must still be good: of delivery, or of production */
    LocalDate deliveryDate();

    /** @return the customer; empty when the goods stay in the company */
    Optional<PartyId> receiver();

    /** @return by which rules may be chosen; empty when it is not known */
    Optional<ChannelId> channel();

    /** @return how urgent it is, 1 first, to {@link #LAST_PRIORITY}; empty when nobody said: such demand comes after all that has one */
    default Optional<Integer> priority() {
        return Optional.empty();
    }

    /** @return true when its goods go on the road: lots must be good when they arrive, as many days later as a rule says */
    default boolean travels() {
        return true;
    }

    /** @return what is wanted */
    List<? extends Line> lines();

    /**
     * @param today the day at the site
     * @return the day on which its lots must still be good: the day of the demand, or today when that is over
     */
    default LocalDate judgedOn(LocalDate today) {
        return today.isAfter(deliveryDate()) ? today : deliveryDate();
    }

    /** One wanted item. */
    @ProviderType
    interface Line {
        /** @return line number, 1 or more */
        int number();

        /** @return what */
        ItemNumber item();

        /** @return how much, in any unit the item has */
        Quantity quantity();

        /** @return the line in whose place this one is served; empty for what was wanted itself */
        Optional<InsteadOf> insteadOf();
    }
}
