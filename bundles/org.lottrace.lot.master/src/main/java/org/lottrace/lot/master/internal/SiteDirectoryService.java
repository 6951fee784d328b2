package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterUseKind;
import org.lottrace.api.master.store.MasterUseStore;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the company's own sites. */
@Component
public final class SiteDirectoryService implements SiteDirectory {
    private static final String TEMPLATE_INVALID = "TEMPLATE_INVALID";
    private static final String COMPANY_UNKNOWN = "COMPANY_UNKNOWN";
    private static final String LOCATION_REPEATED = "LOCATION_REPEATED";
    private static final String SITE_USED = "SITE_USED";
    private static final String LOCATION_USED = "LOCATION_USED";

    private final UnitOfWork unitOfWork;
    private final SiteStore sites;
    private final PartyStore parties;
    private final MasterUseStore uses;
    private final CompanyBooksStore books;
    private final Ledger ledger;

    @Activate
    public SiteDirectoryService(
            @Reference UnitOfWork unitOfWork,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference MasterUseStore uses,
            @Reference CompanyBooksStore books,
            @Reference Ledger ledger) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.parties = parties;
        this.uses = uses;
        this.books = books;
        this.ledger = ledger;
    }

    @Override
    public List<Violation> save(List<Site> given) {
        return unitOfWork.required(() -> {
            List<Violation> violations = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                violations.addAll(problemsOf(given.get(i), ViolationPath.of("sites", i + 1)));
            }
            if (violations.isEmpty()) {
                given.forEach(sites::save);
            }
            return violations;
        });
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return unitOfWork.required(() -> sites.find(id));
    }

    @Override
    public List<Site> all() {
        return unitOfWork.required(sites::all);
    }

    private List<Violation> problemsOf(Site site, ViolationPath path) {
        List<Violation> violations = new ArrayList<>();
        for (String problem : NumberTemplate.problemsOf(site.lotNumberTemplate(), site.id())) {
            violations.add(new Violation(
                    TEMPLATE_INVALID,
                    path.then("lotNumberTemplate"),
                    "template " + site.lotNumberTemplate() + " of site " + site.id() + ": " + problem));
        }
        if (parties.find(site.company())
                .filter(party -> party.roles().contains(PartyRole.COMPANY))
                .isEmpty()) {
            violations.add(new Violation(
                    COMPANY_UNKNOWN,
                    path.then("company"),
                    "party " + site.company() + " is no known company: save it first, with the role COMPANY"));
        }
        Set<LocationId> seen = new HashSet<>();
        for (Location location : site.locations()) {
            if (!seen.add(location.id())) {
                violations.add(new Violation(
                        LOCATION_REPEATED,
                        path.then("locations"),
                        "site " + site.id() + " has location " + location.id() + " more than once"));
            }
        }
        ofOtherCompany(site, path).ifPresent(violations::add);
        violations.addAll(usedAndLeftOut(site, seen, path));
        return violations;
    }

    /** What was recorded at a site is in the books of its company, or in the common ones. */
    private Optional<Violation> ofOtherCompany(Site site, ViolationPath path) {
        Optional<PartyId> before =
                sites.find(site.id()).map(Site::company).filter(company -> !company.equals(site.company()));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ledger.lockHead(); // nobody opens books meanwhile, or records anything
        return keeper(before.get()).equals(keeper(site.company()))
                        || uses.ever(MasterReference.of(site.id())).stream()
                                .noneMatch(use -> use.kind() == MasterUseKind.EVENT)
                ? Optional.empty()
                : Optional.of(new Violation(
                        SITE_USED,
                        path.then("company"),
                        "something is recorded at site " + site.id() + ", in the books of company " + before.get()
                                + ": leave that company, save a new site for " + site.company()
                                + ", and move the goods there"));
    }

    /** @return the company when it keeps books of its own; empty for the common books */
    private Optional<PartyId> keeper(PartyId company) {
        return books.all().stream()
                .map(CompanyBooks::company)
                .filter(company::equals)
                .findFirst();
    }

    /** What goods have been at stays for the record. */
    private List<Violation> usedAndLeftOut(Site site, Set<LocationId> kept, ViolationPath path) {
        return sites.find(site.id()).map(Site::locations).orElse(List.of()).stream()
                .map(Location::id)
                .filter(location -> !kept.contains(location))
                .filter(location ->
                        !uses.ever(MasterReference.of(site.id(), location)).isEmpty())
                .map(location -> new Violation(
                        LOCATION_USED,
                        path.then("locations"),
                        "goods have been at location " + location + " of site " + site.id()
                                + ": leave it in the list, and close it when it is used no longer"))
                .toList();
    }
}
