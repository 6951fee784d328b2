package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;

/**
 * Goods moved to another location, logistic unit or own site: put away, transfer, pick and pack. They are at
 * their destination at once; goods that are on the road for a while are a {@link Dispatch} and an {@link Arrival}.
 *
 * @param context who, when and where they were taken
 * @param toSite where they are now; the site of the event unless they went to another
 * @param toLocation where they are now
 * @param toContainer the logistic unit they are in now; absent for loose goods
 * @param goods what was moved
 */
public record Transfer(
        CaptureContext context,
        SiteId toSite,
        LocationId toLocation,
        Optional<Sscc> toContainer,
        List<LotQuantity> goods)
        implements Movement {
    public Transfer {
        Objects.requireNonNull(context);
        Objects.requireNonNull(toSite);
        Objects.requireNonNull(toLocation);
        Objects.requireNonNull(toContainer);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
