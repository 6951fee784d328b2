package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What every lot is worth that is left, a page at a time, in the order in which lots were registered. */
public final class Inventory {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;

    private Inventory() {}

    /**
     * @param total of all lots, on this page or not; absent when nothing is left
     * @param lots of this page
     * @param isFirst nothing was passed over before this page
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress,
            Optional<Money> total,
            List<LotCost> lots,
            boolean isFirst,
            Optional<String> next) {
        /** @return what the lots of this page have in stock */
        public Optional<Money> onStock() {
            return lots.stream().map(lot -> lot.onStock().value()).reduce(Money::plus);
        }

        /** @return what the lots of this page have in production */
        public Optional<Money> inProcess() {
            return lots.stream().map(lot -> lot.inProcess().value()).reduce(Money::plus);
        }

        /** @return what the lots of this page are worth */
        public Optional<Money> ofPage() {
            return lots.stream().map(LotCost::value).reduce(Money::plus);
        }
    }

    static Answer show(Visit visit) {
        LotCosting costing = visit.as(LotCosting.class);
        Optional<LotKey> after = visit.parameters().given("after").map(LotKey::parse);
        List<LotCost> lots = costing.inventory(after, AT_A_TIME + 1);
        List<LotCost> shown = lots.subList(0, Math.min(AT_A_TIME, lots.size()));
        Optional<String> next = lots.size() > AT_A_TIME
                ? Optional.of(
                        Address.to("accounts", "after", shown.get(AT_A_TIME - 1).lot()))
                : Optional.empty();
        return Answer.html(
                "accounts/inventory.jte",
                new View(AccountsPage.progress(visit), costing.inventoryValue(), shown, after.isEmpty(), next));
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer file(Visit visit) {
        LotCosting costing = visit.as(LotCosting.class);
        List<LotCost> first = costing.inventory(Optional.empty(), AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "inventory",
                "Inventory value",
                List.of(
                        "Issuer",
                        "Item",
                        "Lot",
                        "Unit",
                        "Quantity in stock",
                        "Value in stock",
                        "Quantity in production",
                        "Value in production",
                        "Value",
                        "Currency"),
                rows -> {
                    for (List<LotCost> page = first; !page.isEmpty(); page = after(page, costing)) {
                        for (LotCost lot : page) {
                            row(rows, lot);
                        }
                    }
                });
    }

    private static List<LotCost> after(List<LotCost> page, LotCosting costing) {
        return page.size() < AT_A_TIME_IN_A_FILE
                ? List.of()
                : costing.inventory(Optional.of(page.get(page.size() - 1).lot()), AT_A_TIME_IN_A_FILE);
    }

    private static void row(Sheet.Rows rows, LotCost lot) throws IOException {
        rows.row(
                lot.lot().issuer(),
                lot.lot().item(),
                lot.lot().number(),
                lot.quantity().unit().code(),
                lot.onStock().quantity().amount(),
                lot.onStock().value(),
                lot.inProcess().quantity().amount(),
                lot.inProcess().value(),
                lot.value(),
                lot.value().getCurrencyUnit().getCode());
    }
}
