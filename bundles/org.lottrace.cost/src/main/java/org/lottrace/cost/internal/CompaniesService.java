package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterUseKind;
import org.lottrace.api.master.store.MasterUseStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens books under the head of the ledger: an event at a site of the company is recorded before it, and refuses it, or after it. */
@Component
public final class CompaniesService implements Companies {
    private static final Logger LOG = LoggerFactory.getLogger(CompaniesService.class);
    private static final int LONGEST_TAX_NUMBER = 30;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final CompanyBooksStore companies;
    private final PartyStore parties;
    private final SiteStore sites;
    private final MasterUseStore uses;
    private final TransferPriceLists prices;
    private final LotCosting costing;
    private final GroupProfits profits;
    private final Clock clock;

    @Activate
    public CompaniesService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference CompanyBooksStore companies,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference MasterUseStore uses,
            @Reference CostStore costs,
            @Reference LotCosting costing,
            @Reference BooksCurrency currencies,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.companies = companies;
        this.parties = parties;
        this.sites = sites;
        this.uses = uses;
        this.prices = new TransferPriceLists(events);
        this.costing = costing;
        this.profits = new GroupProfits(costs, events, currencies);
        this.clock = clock;
    }

    @Override
    public List<CompanyBooks> all() {
        return unitOfWork.required(companies::all);
    }

    @Override
    public List<RecordedTransferPrice> transferPrices(PartyId seller, PartyId buyer, int skip, int limit) {
        return unitOfWork.required(() -> prices.all(seller, buyer, skip, limit));
    }

    /** Any question to the books has what is committed booked first; what cannot be booked is not in the answer, and the progress says so. */
    @Override
    public List<UnrealisedProfit> unrealisedProfit(Optional<PartyId> company, Optional<LotKey> after, int limit) {
        CurrentBooks.of(company, costing::inventoryValue);
        return unitOfWork.required(() -> profits.page(company, after, limit));
    }

    @Override
    public List<Elimination> eliminations(LocalDate from, LocalDate to, long known) {
        costing.inventoryValue();
        return unitOfWork.required(() -> profits.eliminations(from, to, known));
    }

    @Override
    public List<EliminatedLot> eliminatedLots(LocalDate from, LocalDate to, long known, int skip, int limit) {
        costing.inventoryValue();
        return unitOfWork.required(() -> profits.entry(from, to, known).lots()).stream()
                .skip(skip)
                .limit(limit)
                .toList();
    }

    @Override
    public Outcome<CompanyBooks> open(Caller caller, BooksOpening opening) {
        return unitOfWork.required(() -> {
            ledger.lockHead();
            Optional<CompanyBooks> open = companies.all().stream()
                    .filter(books -> books.company().equals(opening.company()))
                    .findFirst();
            return open.isPresent() ? again(open.get(), opening) : opened(caller, opening);
        });
    }

    private static Outcome<CompanyBooks> again(CompanyBooks open, BooksOpening opening) {
        boolean isSame =
                open.currency().equals(opening.currency()) && open.taxNumber().equals(opening.taxNumber());
        return isSame
                ? new Outcome.AlreadyDone<>(open)
                : new Outcome.Refused<>(
                        List.of(
                                new Violation(
                                        "BOOKS_OPEN",
                                        "company",
                                        "company " + open.company() + " keeps books in " + open.currency() + " since "
                                                + open.at()
                                                + ", tax number \"" + open.taxNumber()
                                                + "\": that cannot be changed; if it was a mistake, open"
                                                + " books for another company and give it the sites, as long as nothing is recorded there")));
    }

    private Outcome<CompanyBooks> opened(Caller caller, BooksOpening opening) {
        List<Violation> found = new ArrayList<>();
        if (parties.find(opening.company())
                .filter(party -> party.roles().contains(PartyRole.COMPANY))
                .isEmpty()) {
            found.add(new Violation(
                    "COMPANY_UNKNOWN",
                    "company",
                    "party " + opening.company() + " is no known company: save it first, with the role COMPANY"));
        }
        if (!TransferPriceChecks.isCurrency(opening.currency())) {
            found.add(new Violation(
                    "CURRENCY_UNKNOWN",
                    "currency",
                    "\"" + opening.currency() + "\" is no ISO 4217 code of a currency, such as USD"));
        }
        if (opening.taxNumber().length() > LONGEST_TAX_NUMBER) {
            found.add(new Violation(
                    "TAX_NUMBER_TOO_LONG",
                    "taxNumber",
                    "a tax number has at most " + LONGEST_TAX_NUMBER + " characters; shorten it"));
        }
        sites.all().stream()
                .filter(site -> site.company().equals(opening.company()))
                .forEach(site -> used(site.id()).ifPresent(found::add));
        if (!found.isEmpty()) {
            return new Outcome.Refused<>(found);
        }
        CompanyBooks books = new CompanyBooks(
                opening.company(), opening.currency(), opening.taxNumber(), caller.name(), clock.instant());
        companies.insert(books);
        LOG.info("company books opened company={} currency={} by={}", books.company(), books.currency(), books.by());
        return new Outcome.Done<>(books);
    }

    private Optional<Violation> used(SiteId site) {
        boolean isUsed =
                uses.ever(MasterReference.of(site)).stream().anyMatch(use -> use.kind() == MasterUseKind.EVENT);
        return !isUsed
                ? Optional.empty()
                : Optional.of(new Violation(
                        "SITE_USED",
                        "company",
                        "something is recorded at site " + site
                                + ", which is in the common books: give the company a new site, and"
                                + " move the goods there when its books are open"));
    }
}
