package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;

/**
 * Goods left one own site for another. They are the company's stock on the road, at their old cost, until an
 * {@link Arrival} takes them in; nobody can reserve, consume or ship them meanwhile.
 *
 * @param context who, when and from which site
 * @param toSite where they are going
 * @param container the logistic unit they travel in; absent: each line stays in the one it is in
 * @param transferOrder number of the order that it serves; absent when nobody ordered it
 * @param goods what left; when an order is named and nothing else, everything that is reserved for it
 */
public record Dispatch(
        CaptureContext context,
        SiteId toSite,
        Optional<Sscc> container,
        Optional<String> transferOrder,
        List<LotQuantity> goods)
        implements Movement {
    /** What nobody ordered. */
    public Dispatch(CaptureContext context, SiteId toSite, Optional<Sscc> container, List<LotQuantity> goods) {
        this(context, toSite, container, Optional.empty(), goods);
    }

    public Dispatch {
        Objects.requireNonNull(context);
        Objects.requireNonNull(toSite);
        Objects.requireNonNull(container);
        Objects.requireNonNull(transferOrder);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
