package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * An end of a movement.
 *
 * @param kind what it is
 * @param code {@code site/location}, the production order, the party; goods in transit: the site they are
 *     going to; for the other kinds the site
 */
public record Place(PlaceKind kind, String code) {
    public Place {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(code);
    }

    /** @return a storage location */
    public static Place location(SiteId site, LocationId location) {
        return new Place(PlaceKind.LOCATION, site + "/" + location);
    }

    /** @return the work in process of a production order */
    public static Place productionOrder(DocumentReference order) {
        return new Place(PlaceKind.PRODUCTION_ORDER, order.number());
    }

    /** @return the road to that own site, wherever the goods come from */
    public static Place inTransit(SiteId to) {
        return new Place(PlaceKind.IN_TRANSIT, to.value());
    }

    /** @return a party outside */
    public static Place party(PartyId party) {
        return new Place(PlaceKind.PARTY, party.value());
    }

    /** @return where lots go into and come out of at a transformation */
    public static Place transformation(SiteId site) {
        return new Place(PlaceKind.TRANSFORMATION, site.value());
    }

    /** @return the other end of a count difference */
    public static Place countDifference(SiteId site) {
        return new Place(PlaceKind.COUNT_DIFFERENCE, site.value());
    }

    /** @return the end of what is destroyed */
    public static Place disposal(SiteId site) {
        return new Place(PlaceKind.DISPOSAL, site.value());
    }

    /**
     * @return the site of a storage location
     * @throws IllegalStateException if this is no storage location
     */
    public SiteId site() {
        return new SiteId(locationParts()[0]);
    }

    /**
     * @return the location within its site
     * @throws IllegalStateException if this is no storage location
     */
    public LocationId location() {
        return new LocationId(locationParts()[1]);
    }

    @Override
    public String toString() {
        return kind == PlaceKind.LOCATION ? code : kind + " " + code;
    }

    private String[] locationParts() {
        if (kind != PlaceKind.LOCATION) {
            throw new IllegalStateException(this + " is not a storage location");
        }
        return code.split("/", 2);
    }
}
