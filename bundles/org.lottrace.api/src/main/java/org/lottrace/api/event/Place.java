package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/** An end of a movement: a value of its own for each {@link PlaceKind}. */
public sealed interface Place {
    /** @return what it is */
    PlaceKind kind();

    /** @return what it is called within its kind, as it is stored and hashed: 1 to 50 characters */
    String code();

    /**
     * @param site an own site
     * @param location a location of it
     */
    record StorageLocation(SiteId site, LocationId location) implements Place {
        public StorageLocation {
            Objects.requireNonNull(site);
            Objects.requireNonNull(location);
        }

        @Override
        public PlaceKind kind() {
            return PlaceKind.LOCATION;
        }

        @Override
        public String code() {
            return site + "/" + location;
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** @param code number of the production order */
    record ProductionOrder(String code) implements Place {
        public ProductionOrder {
            checked(code);
        }

        @Override
        public PlaceKind kind() {
            return PlaceKind.PRODUCTION_ORDER;
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** @param to the own site that the goods are going to, wherever they come from */
    record Road(SiteId to) implements Place {
        public Road {
            Objects.requireNonNull(to);
        }

        @Override
        public PlaceKind kind() {
            return PlaceKind.IN_TRANSIT;
        }

        @Override
        public String code() {
            return to.value();
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** @param party who has it, or had it */
    record Outside(PartyId party) implements Place {
        public Outside {
            Objects.requireNonNull(party);
        }

        @Override
        public PlaceKind kind() {
            return PlaceKind.PARTY;
        }

        @Override
        public String code() {
            return party.value();
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /**
     * Where quantities begin and end at a site without being anywhere: transformed, missed or found, destroyed.
     *
     * @param kind {@link PlaceKind#TRANSFORMATION}, {@link PlaceKind#COUNT_DIFFERENCE}, {@link PlaceKind#DISPOSAL},
     *     {@link PlaceKind#OPENING} or {@link PlaceKind#UNEXPLAINED}
     * @param site where that happened
     */
    record SiteAccount(PlaceKind kind, SiteId site) implements Place {
        public SiteAccount {
            Objects.requireNonNull(site);
        }

        @Override
        public String code() {
            return site.value();
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /**
     * @param kind {@link PlaceKind#TANK} or {@link PlaceKind#DEVICE}
     * @param site where it stands
     * @param equipment its code at the site
     */
    record Equipment(PlaceKind kind, SiteId site, LocationId equipment) implements Place {
        public Equipment {
            Objects.requireNonNull(site);
            Objects.requireNonNull(equipment);
        }

        @Override
        public String code() {
            return site + "/" + equipment;
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** @param code its registration or fleet number */
    record Vehicle(String code) implements Place {
        public Vehicle {
            checked(code);
        }

        @Override
        public PlaceKind kind() {
            return PlaceKind.VEHICLE;
        }

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** @return a storage location */
    static Place location(SiteId site, LocationId location) {
        return new StorageLocation(site, location);
    }

    /** @return the work in process of a production order */
    static Place productionOrder(DocumentReference order) {
        return new ProductionOrder(order.number());
    }

    /** @return the road to that own site, wherever the goods come from */
    static Place inTransit(SiteId to) {
        return new Road(to);
    }

    /** @return a party outside */
    static Place party(PartyId party) {
        return new Outside(party);
    }

    /** @return where lots go into and come out of at a transformation */
    static Place transformation(SiteId site) {
        return new SiteAccount(PlaceKind.TRANSFORMATION, site);
    }

    /** @return the other end of a count difference */
    static Place countDifference(SiteId site) {
        return new SiteAccount(PlaceKind.COUNT_DIFFERENCE, site);
    }

    /** @return where what was on stock at the beginning comes from */
    static Place opening(SiteId site) {
        return new SiteAccount(PlaceKind.OPENING, site);
    }

    /** @return where what nothing recorded explains comes from */
    static Place unexplained(SiteId site) {
        return new SiteAccount(PlaceKind.UNEXPLAINED, site);
    }

    /** @return the end of what is destroyed */
    static Place disposal(SiteId site) {
        return new SiteAccount(PlaceKind.DISPOSAL, site);
    }

    /**
     * The place that was written as this kind and code.
     *
     * @throws InvalidIdentifierException if no place of that kind has such a code
     */
    static Place of(PlaceKind kind, String code) {
        return switch (kind) {
            case LOCATION -> location(new SiteId(parts(code)[0]), new LocationId(parts(code)[1]));
            case PRODUCTION_ORDER -> new ProductionOrder(code);
            case IN_TRANSIT -> new Road(new SiteId(code));
            case PARTY -> new Outside(new PartyId(code));
            case TRANSFORMATION, COUNT_DIFFERENCE, DISPOSAL, OPENING, UNEXPLAINED ->
                new SiteAccount(kind, new SiteId(code));
            case TANK, DEVICE -> new Equipment(kind, new SiteId(parts(code)[0]), new LocationId(parts(code)[1]));
            case VEHICLE -> new Vehicle(code);
        };
    }

    /**
     * @return the site of a storage location
     * @throws IllegalStateException if this is no storage location
     */
    default SiteId site() {
        throw new IllegalStateException(this + " is not a storage location");
    }

    /**
     * @return the location within its site
     * @throws IllegalStateException if this is no storage location
     */
    default LocationId location() {
        throw new IllegalStateException(this + " is not a storage location");
    }

    private static String[] parts(String code) {
        String[] parts = code.split("/", 2);
        if (parts.length < 2) {
            throw new InvalidIdentifierException("place within a site (site/code)", code);
        }
        return parts;
    }

    private static void checked(String code) {
        if (code.isBlank() || code.length() > 50) {
            throw new InvalidIdentifierException("place code (1 to 50 characters)", code);
        }
    }

    private static String words(Place place) {
        return place.kind() + " " + place.code();
    }
}
