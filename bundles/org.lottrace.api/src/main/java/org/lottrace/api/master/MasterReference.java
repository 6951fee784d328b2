package org.lottrace.api.master;

import java.util.Locale;
import java.util.Objects;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * Names a piece of master data, which may be there or not.
 *
 * @param kind what it is
 * @param key which one, as {@link MasterKind} says
 */
public record MasterReference(MasterKind kind, String key) {
    private static final String SLASH = "/";

    /** @throws InvalidIdentifierException if nothing of that kind can have that key */
    public MasterReference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        switch (kind) {
            case ITEM -> new ItemNumber(key);
            case PARTY -> new PartyId(key);
            case SITE -> new SiteId(key);
            case LOCATION -> requireLocation(key);
        }
    }

    private static void requireLocation(String key) {
        int slash = key.indexOf(SLASH);
        if (slash < 0) {
            throw new InvalidIdentifierException("location, which is written SITE/LOCATION", key);
        }
        new SiteId(key.substring(0, slash));
        new LocationId(key.substring(slash + 1));
    }

    public static MasterReference of(ItemNumber item) {
        return new MasterReference(MasterKind.ITEM, item.value());
    }

    public static MasterReference of(PartyId party) {
        return new MasterReference(MasterKind.PARTY, party.value());
    }

    public static MasterReference of(SiteId site) {
        return new MasterReference(MasterKind.SITE, site.value());
    }

    public static MasterReference of(SiteId site, LocationId location) {
        return new MasterReference(MasterKind.LOCATION, site + SLASH + location);
    }

    /**
     * @return the site that it is, or in which it is
     * @throws IllegalStateException if it is an item or a party
     */
    public SiteId site() {
        return switch (kind) {
            case SITE -> new SiteId(key);
            case LOCATION -> new SiteId(key.substring(0, key.indexOf(SLASH)));
            default -> throw new IllegalStateException(this + " is in no site");
        };
    }

    /**
     * @return its code within the site
     * @throws IllegalStateException if it is no location
     */
    public LocationId location() {
        if (kind != MasterKind.LOCATION) {
            throw new IllegalStateException(this + " is no location");
        }
        return new LocationId(key.substring(key.indexOf(SLASH) + 1));
    }

    /** @return such as {@code item RM-1005} */
    @Override
    public String toString() {
        return kind.code().toLowerCase(Locale.ROOT) + " " + key;
    }
}
