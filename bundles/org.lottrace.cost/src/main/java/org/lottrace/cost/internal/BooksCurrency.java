package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In whose books what happens at a site is, and in which currency they are kept. */
@Component(service = BooksCurrency.class, configurationPid = LotCostingService.PID)
public final class BooksCurrency {
    private final CompanyBooksStore companies;
    private final SiteStore sites;
    private final LedgerStore ledger;
    private final CurrencyUnit common;

    @Activate
    public BooksCurrency(
            @Reference CompanyBooksStore companies,
            @Reference SiteStore sites,
            @Reference LedgerStore ledger,
            LotCostingConfig config) {
        this.companies = companies;
        this.sites = sites;
        this.ledger = ledger;
        this.common = CurrencyUnit.of(config.currency());
    }

    /** @return that of the common books, into which exchange rates turn others */
    CurrencyUnit common() {
        return common;
    }

    /** @return that of the books with which this thread works */
    CurrencyUnit current() {
        return of(CurrentBooks.company());
    }

    CurrencyUnit of(Optional<PartyId> company) {
        return company.flatMap(this::books)
                .map(books -> CurrencyUnit.of(books.currency()))
                .orElse(common);
    }

    /** @return the exchange rates into the currency of the books with which this thread works */
    PublishedRates rates() {
        return new PublishedRates(ledger, common, current());
    }

    /** @return the company of the site when it keeps books of its own; empty for the common books */
    Optional<PartyId> keeper(SiteId site) {
        return companies.all().isEmpty()
                ? Optional.empty()
                : sites.find(site).map(Site::company).filter(company -> books(company)
                        .isPresent());
    }

    /** @return which events are of goods in the books with which this thread works; each site is looked up once */
    Predicate<TraceEvent> inCurrent() {
        if (companies.all().isEmpty()) {
            return event -> true;
        }
        Optional<PartyId> books = CurrentBooks.company();
        Map<SiteId, Optional<PartyId>> keepers = new HashMap<>();
        return event -> keepers.computeIfAbsent(EventsOfBooks.siteOf(event), this::keeper)
                .equals(books);
    }

    /** @return true when some of its goods are in the books with which this thread works */
    boolean concernsCurrent(TraceEvent event) {
        Optional<PartyId> books = CurrentBooks.company();
        return EventsOfBooks.sitesOf(event).anyMatch(site -> keeper(site).equals(books));
    }

    /** @return true when books are kept in that currency, an ISO 4217 code */
    boolean isOfAny(String currency) {
        return common.getCode().equals(currency)
                || companies.all().stream().anyMatch(books -> books.currency().equals(currency));
    }

    private Optional<CompanyBooks> books(PartyId company) {
        return companies.all().stream()
                .filter(books -> books.company().equals(company))
                .findFirst();
    }
}
