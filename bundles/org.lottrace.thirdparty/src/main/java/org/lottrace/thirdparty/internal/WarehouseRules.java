package org.lottrace.thirdparty.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;

/** What is wrong with what was agreed about a warehouse. */
final class WarehouseRules {
    /** A year. */
    private static final int MOST_HOURS = 8_784;

    private final SiteStore sites;
    private final PartyStore parties;

    WarehouseRules(SiteStore sites, PartyStore parties) {
        this.sites = sites;
        this.parties = parties;
    }

    List<Violation> problems(ThirdPartyWarehouse warehouse) {
        List<Violation> problems = new ArrayList<>();
        Optional<Site> site = sites.find(warehouse.site());
        if (site.isEmpty()) {
            problems.add(
                    new Violation("SITE_UNKNOWN", "site", "site " + warehouse.site() + " is unknown: save it first"));
        }
        site.ifPresent(known -> {
            checkLocation(known, warehouse.location(), "location", problems);
            checkLocation(known, warehouse.damaged(), "damaged", problems);
        });
        if (parties.find(warehouse.partner()).isEmpty()) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.PARTNER_UNKNOWN,
                    "partner",
                    "party " + warehouse.partner() + " is unknown: save it first"));
        }
        checkRange(warehouse.tolerancePercent(), 100, "tolerancePercent", problems);
        checkRange(warehouse.answerHours(), MOST_HOURS, "answerHours", problems);
        return problems;
    }

    private static void checkLocation(Site site, LocationId location, String property, List<Violation> problems) {
        if (site.location(location).isEmpty()) {
            problems.add(new Violation(
                    "LOCATION_UNKNOWN",
                    property,
                    "site " + site.id() + " has no location " + location + ": check the code, or save the site"));
        }
    }

    private static void checkRange(int value, int most, String property, List<Violation> problems) {
        if (value < 0 || value > most) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.VALUE_OUT_OF_RANGE, property, "it is 0 to " + most + ", not " + value));
        }
    }
}
