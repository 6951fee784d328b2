package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The companies of the group: which keep books of their own, and at which prices goods go from one to another. */
public final class CompaniesOfGroup {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "accounts/companies";
    private static final String OPENING = "accounts/company-edit.jte";
    private static final String PRICES = "accounts/transfer-price-edit.jte";

    private CompaniesOfGroup() {}

    /**
     * @param companies that own sites, by number
     * @param seller whose prices are shown; empty for none
     * @param profits of goods in the books that the reader looks at
     * @param nextProfits address of their next page, absent on the last one
     * @param refused why the reader does not see what companies have together; empty when they do
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress,
            List<CompanyBooks> books,
            List<PartyId> companies,
            String seller,
            String buyer,
            List<RecordedTransferPrice> prices,
            Optional<String> next,
            List<UnrealisedProfit> profits,
            Optional<String> nextProfits,
            Optional<String> refused) {

        private View ofOneCompany(String why) {
            return new View(
                    progress,
                    books,
                    companies,
                    seller,
                    buyer,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(why));
        }
    }

    /** A form. */
    public record Form(CostingProgress progress, Fields fields, List<PartyId> companies) {}

    /** Who may use the books of some companies alone sees these, and is told why nothing that others have a part in. */
    static Answer show(Visit visit) {
        View nothing = new View(
                AccountsPage.progress(visit),
                visit.companies(),
                companies(visit),
                visit.parameters().text("seller"),
                visit.parameters().text("buyer"),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        try {
            return Answer.html("accounts/companies.jte", together(visit, nothing));
        } catch (NotAllowedException notTheirs) {
            return Answer.html("accounts/companies.jte", nothing.ofOneCompany(notTheirs.getMessage()));
        }
    }

    private static View together(Visit visit, View nothing) {
        String seller = nothing.seller();
        String buyer = nothing.buyer();
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<PartyId> companies = nothing.companies();
        boolean isAsked = visit.may("company.list-transfer-prices")
                && companies.stream().map(PartyId::value).toList().containsAll(List.of(seller, buyer));
        List<RecordedTransferPrice> found = isAsked
                ? visit.as(Companies.class).transferPrices(new PartyId(seller), new PartyId(buyer), skip, AT_A_TIME + 1)
                : List.of();
        List<UnrealisedProfit> profits = visit.may("company.list-unrealised-profit")
                        && !visit.companies().isEmpty()
                ? visit.as(Companies.class)
                        .unrealisedProfit(
                                visit.books().map(CompanyBooks::company),
                                visit.parameters().given("lot").flatMap(CompaniesOfGroup::lot),
                                AT_A_TIME + 1)
                : List.of();
        return new View(
                nothing.progress(),
                nothing.books(),
                companies,
                seller,
                buyer,
                found.subList(0, Math.min(AT_A_TIME, found.size())),
                found.size() > AT_A_TIME
                        ? Optional.of(Address.to(PATH, "seller", seller, "buyer", buyer, "after", skip + AT_A_TIME))
                        : Optional.empty(),
                profits.subList(0, Math.min(AT_A_TIME, profits.size())),
                profits.size() > AT_A_TIME
                        ? Optional.of(Address.to(
                                PATH, "lot", profits.get(AT_A_TIME - 1).lot()))
                        : Optional.empty(),
                Optional.empty());
    }

    private static Optional<LotKey> lot(String text) {
        try {
            return Optional.of(TextForms.read(LotKey.class, text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static List<PartyId> companies(Visit visit) {
        return visit.sites().stream()
                .map(Site::company)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    static Answer opening(Visit visit) {
        return Answer.html(OPENING, form(visit, Fields.empty(visit.texts())));
    }

    static Answer open(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), List.of("company", "currency", "taxNumber"));
        Optional<PartyId> company = fields.needed("company", PartyId::new);
        if (fields.areRight()) {
            fields.refused(visit.as(Companies.class)
                    .open(
                            visit.caller(),
                            new BooksOpening(company.orElseThrow(), fields.text("currency"), fields.text("taxNumber")))
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH));
            }
        }
        return Answer.refused(OPENING, form(visit, fields));
    }

    static Answer pricing(Visit visit) {
        return Answer.html(PRICES, form(visit, Fields.empty(visit.texts()).with("id", UUID.randomUUID())));
    }

    static Answer price(Visit visit) {
        Fields fields =
                Fields.entered(visit.parameters(), visit.texts(), List.of("id", "seller", "buyer", "site", "prices"));
        Optional<EventId> id = fields.needed("id", EventId::new);
        Optional<SiteId> site = fields.needed("site", SiteId::new);
        Optional<PartyId> seller = fields.needed("seller", PartyId::new);
        Optional<PartyId> buyer = fields.needed("buyer", PartyId::new);
        Optional<List<TransferPrices.Agreed>> prices = fields.needed("prices", CompaniesOfGroup::read);
        if (fields.areRight()) {
            fields.refused(visit.as(CostEntries.class)
                    .recordTransferPrices(new TransferPrices(
                            visit.recording(id.orElseThrow(), site.orElseThrow()),
                            seller.orElseThrow(),
                            buyer.orElseThrow(),
                            prices.orElseThrow()))
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(
                        Address.to(PATH, "seller", fields.text("seller"), "buyer", fields.text("buyer")));
            }
        }
        return Answer.refused(PRICES, form(visit, fields));
    }

    private static Form form(Visit visit, Fields fields) {
        return new Form(AccountsPage.progress(visit), fields, companies(visit));
    }

    private static List<TransferPrices.Agreed> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(CompaniesOfGroup::agreed)
                .toList();
    }

    private static TransferPrices.Agreed agreed(String line) {
        String[] words = line.trim().split("[\\s,;]+");
        if (words.length != 3) {
            throw new IllegalArgumentException("\"" + line.trim() + "\": FLOUR 2.50:EUR/KGM 2026-01-01");
        }
        return new TransferPrices.Agreed(
                new ItemNumber(words[0]),
                TextForms.read(UnitPrice.class, words[1]),
                TextForms.read(LocalDate.class, words[2]));
    }
}
