package org.lottrace.api.allocation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.TransferOrder;

/**
 * For whom a rule is meant: everything that is named has to be true. There is one rule for each scope.
 *
 * @param item for that item
 * @param itemClass for the items of that class ({@link org.lottrace.api.lot.Segregation#classes}); not together with an item
 * @param customer for that customer
 * @param channel for orders of that channel
 * @param site for what that site delivers
 */
public record RuleScope(
        Optional<ItemNumber> item,
        Optional<String> itemClass,
        Optional<PartyId> customer,
        Optional<ChannelId> channel,
        Optional<SiteId> site) {
    /** For everything that no other rule decides. */
    public static final RuleScope EVERYTHING =
            new RuleScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The channel of what production orders want, so that a rule can say otherwise for production. No sales order has it. */
    public static final ChannelId PRODUCTION = new ChannelId("PRODUCTION");

    /** The channel of what transfer orders want, so that a rule can say otherwise for other own sites. No sales order has it. */
    public static final ChannelId TRANSFER = TransferOrder.CHANNEL;

    /** Channels of documents that are no sales orders. */
    private static final Map<ChannelId, DocumentType> OWN =
            Map.of(PRODUCTION, DocumentType.PRODUCTION_ORDER, TRANSFER, DocumentType.TRANSFER_ORDER);

    private static final int ITEM = 16;
    private static final int ITEM_CLASS = 8;
    private static final int CUSTOMER = 4;
    private static final int CHANNEL = 2;
    private static final int SITE = 1;

    public RuleScope {
        Objects.requireNonNull(item);
        Objects.requireNonNull(itemClass);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(site);
    }

    /**
     * How special it is, the more the higher: an item before a class of items before a customer before a channel before a site,
     * whatever else is named. This is the one place that says so. Item and customer come before item alone, item alone before customer and site.
     *
     * @return 0 for {@link #EVERYTHING} to 23
     */
    public int specificity() {
        return (item.isPresent() ? ITEM : 0)
                + (itemClass.isPresent() ? ITEM_CLASS : 0)
                + (customer.isPresent() ? CUSTOMER : 0)
                + (channel.isPresent() ? CHANNEL : 0)
                + (site.isPresent() ? SITE : 0);
    }

    /** @return true for the channel of documents that are no sales orders */
    public static boolean isOwn(ChannelId channel) {
        return OWN.containsKey(channel);
    }

    /** A sales order that was taken in before its channel meant something else has none. */
    private static Optional<ChannelId> channelOf(Demand order) {
        return order.channel().filter(named -> Optional.ofNullable(OWN.get(named))
                .filter(type -> type != order.reference().type())
                .isEmpty());
    }

    /**
     * @param what an item of the order
     * @param order a sales order, or what else is allocated; what names a customer covers only sales orders
     * @return true when it is meant for that item in that order
     */
    public boolean covers(Item what, Demand order) {
        return item.filter(one -> !one.equals(what.number())).isEmpty()
                && itemClass
                        .filter(one -> !what.segregation().classes().contains(one))
                        .isEmpty()
                && (customer.isEmpty() || customer.equals(order.receiver()))
                && (channel.isEmpty() || channel.equals(channelOf(order)))
                && site.filter(one -> !one.equals(order.shipFrom())).isEmpty();
    }
}
