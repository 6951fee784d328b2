package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.function.Function;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.movement.capture.internal.RepeatedRequest.Part;

/** The goods of a request as {@link RepeatedRequest} compares them. */
final class RequestedGoods {
    private RequestedGoods() {}

    /** @return the position of the goods, whether or not it exists */
    static Position position(SiteId site, LotQuantity line) {
        return new Position(place(site, line.location()), line.container());
    }

    /** @return the location, or the road to the site */
    static Place place(SiteId site, LocationId location) {
        return location.equals(LocationId.IN_TRANSIT) ? Place.inTransit(site) : Place.location(site, location);
    }

    /** @return parts that say only where the goods are */
    static List<Part> parts(SiteId site, List<LotQuantity> goods) {
        return parts(site, goods, position -> position);
    }

    /** @param where what the request says about goods at that position */
    static List<Part> parts(SiteId site, List<LotQuantity> goods, Function<Position, Object> where) {
        return goods.stream()
                .map(line -> new Part(line.lot(), where.apply(position(site, line)), line.quantity(), line.keyData()))
                .toList();
    }
}
