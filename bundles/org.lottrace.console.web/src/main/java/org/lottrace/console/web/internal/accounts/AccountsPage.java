package org.lottrace.console.web.internal.accounts;

import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The desk of the accountant: what stock is worth, what shipments cost, and the journal; each number opens to where it came from. */
public final class AccountsPage implements Page {
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

    private static Answer shown(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" ->
                visit.parameters().given("shipment").isPresent() ? ShipmentCost.show(visit) : Inventory.show(visit);
            case "inventory.csv" -> Inventory.csv(visit);
            case "cogs" -> ShipmentCost.show(visit);
            case "cogs.csv" -> ShipmentCost.csv(visit);
            case "journal" -> Journal.show(visit);
            case "journal.csv" -> Journal.csv(visit);
            case "lot" -> LotSources.show(visit);
            case "lot.csv" -> LotSources.csv(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    static CostingProgress progress(Visit visit) {
        return visit.as(LotCosting.class).progress();
    }
}
