package org.lottrace.console.web.internal.accounts;

import java.util.List;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The desk of the accountant: what stock is worth, what shipments cost, and the journal; each number opens to where it came from. */
public final class AccountsPage implements Page {
    private static final String PERIODS = "periods";
    private static final String NUMBERS = "numbers";

    /** @param reason why the books cannot answer now, and what to do */
    public record Stopped(CostingProgress progress, String reason) {}

    @Override
    public String path() {
        return "accounts";
    }

    @Override
    public String needs() {
        return "cost.inventory";
    }

    @Override
    public String icon() {
        return "accounts";
    }

    @Override
    public Answer show(Visit visit) {
        try {
            return shown(visit);
        } catch (CostingStoppedException | CostingBehindException notNow) {
            return new Answer.Html(503, "accounts/stopped.jte", new Stopped(progress(visit), notNow.getMessage()));
        }
    }

    @Override
    public Answer change(Visit visit) {
        List<String> rest = visit.address().rest();
        if (String.join("/", rest).equals("methods/edit")) {
            return MethodChanges.save(visit);
        }
        if (String.join("/", rest).equals("consignment/edit")) {
            return Consignment.save(visit);
        }
        if (String.join("/", rest).equals("receivers")) {
            return Receivers.resend(visit);
        }
        if (String.join("/", rest).equals("companies/open")) {
            return CompaniesOfGroup.open(visit);
        }
        if (String.join("/", rest).equals("companies/prices")) {
            return CompaniesOfGroup.price(visit);
        }
        if (String.join("/", rest).equals("rates/edit")) {
            return Rates.save(visit);
        }
        if (rest.isEmpty() || !List.of(PERIODS, NUMBERS).contains(rest.get(0))) {
            return Answer.NOT_ALLOWED_HERE;
        }
        List<String> below = rest.subList(1, rest.size());
        try {
            return rest.get(0).equals(PERIODS) ? Periods.change(visit, below) : Numbers.change(visit, below);
        } catch (CostingStoppedException | CostingBehindException notNow) {
            return new Answer.Html(503, "accounts/stopped.jte", new Stopped(progress(visit), notNow.getMessage()));
        }
    }

    private static Answer shown(Visit visit) {
        List<String> rest = visit.address().rest();
        if (!rest.isEmpty() && rest.get(0).equals(PERIODS)) {
            return Periods.show(visit, rest.subList(1, rest.size()));
        }
        if (!rest.isEmpty() && rest.get(0).equals(NUMBERS)) {
            return Numbers.show(visit, rest.subList(1, rest.size()));
        }
        return switch (String.join("/", rest)) {
            case "" ->
                visit.parameters().given("shipment").isPresent() ? ShipmentCost.show(visit) : Inventory.show(visit);
            case "inventory.csv", "inventory.xlsx" -> Inventory.file(visit);
            case "cogs" -> ShipmentCost.show(visit);
            case "cogs.csv", "cogs.xlsx" -> ShipmentCost.file(visit);
            case "journal" -> Journal.show(visit);
            case "journal.csv", "journal.xlsx" -> JournalSheet.of(visit);
            case "journal.hledger" -> JournalDownload.of(JournalFileFormat.HLEDGER, visit);
            case "journal.beancount" -> JournalDownload.of(JournalFileFormat.BEANCOUNT, visit);
            case "journal.saft" -> JournalDownload.of(JournalFileFormat.SAF_T, visit);
            case "receivers" -> Receivers.show(visit);
            case "uninvoiced" -> Uninvoiced.show(visit);
            case "uninvoiced.csv", "uninvoiced.xlsx" -> Uninvoiced.file(visit);
            case "consignment" -> Consignment.show(visit);
            case "consignment/used.csv", "consignment/used.xlsx" -> Consignment.usedFile(visit);
            case "consignment/here.csv", "consignment/here.xlsx" -> Consignment.hereFile(visit);
            case "consignment/edit" -> Consignment.form(visit);
            case "sales" -> Sales.show(visit);
            case "sales/margins" -> Margins.show(visit);
            case "sales/margins.csv", "sales/margins.xlsx" -> Margins.file(visit);
            case "sales/months" -> SalesMonths.show(visit);
            case "sales.csv", "sales.xlsx" -> Sales.file(visit);
            case "methods" -> Methods.show(visit);
            case "methods.csv" -> Methods.csv(visit);
            case "methods/changes" -> MethodChanges.show(visit);
            case "methods/edit" -> MethodChanges.form(visit);
            case "review" -> LotReviews.show(visit);
            case "review.csv", "review.xlsx" -> LotReviews.file(visit);
            case "waiting" -> Waiting.show(visit);
            case "waiting.csv", "waiting.xlsx" -> Waiting.file(visit);
            case "elements" -> CostElements.show(visit);
            case "elements.csv", "elements.xlsx" -> CostElements.file(visit);
            case "companies" -> CompaniesOfGroup.show(visit);
            case "eliminations" -> Eliminations.show(visit);
            case "eliminations.csv", "eliminations.xlsx" -> Eliminations.entryFile(visit);
            case "eliminated-lots.csv", "eliminated-lots.xlsx" -> Eliminations.lotsFile(visit);
            case "companies/open" -> CompaniesOfGroup.opening(visit);
            case "companies/prices" -> CompaniesOfGroup.pricing(visit);
            case "rates" -> Rates.show(visit);
            case "rates.csv", "rates.xlsx" -> Rates.file(visit);
            case "rates/edit" -> Rates.form(visit);
            case "owner" -> Owner.show(visit);
            case "owner/write-offs" -> Owner.writeOffs(visit);
            case "owner/write-offs.csv", "owner/write-offs.xlsx" -> Owner.file(visit);
            case "owner/recalls" -> Owner.recalls(visit);
            case "owner/recalls.csv", "owner/recalls.xlsx" -> Owner.recallsFile(visit);
            case "lot" -> LotSources.show(visit);
            case "lot.csv", "lot.xlsx" -> LotSources.file(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    static CostingProgress progress(Visit visit) {
        return visit.as(LotCosting.class).progress();
    }
}
