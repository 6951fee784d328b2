package org.lottrace.console.commands.internal.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.transaction.StoreUnavailableException;

/**
 * In which zone a time is shown: that of the site to which it belongs; that of the company, which is its first site, as in the
 * console's pages, when it belongs to none. Each time stands there with its offset, so that nobody need know which one it is.
 */
public final class Zones {
    private final Supplier<List<Site>> sites;
    private final ZoneId machine;
    private List<Site> known;

    /**
     * @param sites asked for once, when the first time is shown
     * @param machine the zone of a company that has no sites, or whose sites cannot be asked for: what is shown of logins and health
     *     must not wait for the database
     */
    public Zones(Supplier<List<Site>> sites, ZoneId machine) {
        this.sites = sites;
        this.machine = machine;
    }

    /** @return a time of what belongs to no site */
    public OffsetDateTime of(Instant at) {
        return in(company(), at);
    }

    /** @return a time at its site, or of the company when the site is not known */
    public OffsetDateTime of(SiteTime time) {
        return in(time.site().flatMap(this::find).map(Site::zone).orElseGet(this::company), time.at());
    }

    private static OffsetDateTime in(ZoneId zone, Instant at) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private ZoneId company() {
        return known().stream().findFirst().map(Site::zone).orElse(machine);
    }

    private Optional<Site> find(SiteId site) {
        return known().stream().filter(one -> one.id().equals(site)).findFirst();
    }

    private List<Site> known() {
        if (known == null) {
            try {
                known = sites.get();
            } catch (ServiceMissingException | StoreUnavailableException | RefusedException away) {
                known = List.of();
            }
        }
        return known;
    }
}
