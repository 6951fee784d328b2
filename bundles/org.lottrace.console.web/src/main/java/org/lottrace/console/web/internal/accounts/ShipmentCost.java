package org.lottrace.console.web.internal.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The cost of goods sold of one shipment, by order line and lot; one lot at a time is opened down to the receipts in its place. */
public final class ShipmentCost {
    private ShipmentCost() {}

    /**
     * @param asked number of the shipment as it was entered
     * @param cogs absent when nothing was asked for, or no shipment has that number
     * @param opened the lot that is opened in its place
     */
    public record View(
            CostingProgress progress, String asked, Optional<ShipmentCogs> cogs, Optional<LotSources.View> opened) {
        /** @return the lots of each order line */
        public List<Line> lines() {
            Map<OrderLineReference, List<CogsLine>> byLine = new LinkedHashMap<>();
            cogs.ifPresent(found -> found.lines()
                    .forEach(line -> byLine.computeIfAbsent(line.orderLine(), ignored -> new ArrayList<>())
                            .add(line)));
            return byLine.entrySet().stream()
                    .map(entry -> new Line(entry.getKey(), entry.getValue()))
                    .toList();
        }

        public boolean isOpened(LotKey lot) {
            return opened.filter(view -> view.lot().equals(lot)).isPresent();
        }

        /** @return this page with that lot opened, or closed when it is open */
        public String toggled(LotKey lot) {
            return isOpened(lot)
                    ? Address.to("accounts/cogs", "shipment", asked)
                    : Address.to("accounts/cogs", "shipment", asked, "open", lot) + "#opened";
        }

        /** @return the journal of the shipment */
        public String journal() {
            return Links.journal(new DocumentReference(DocumentType.SHIPMENT, asked));
        }
    }

    /** The lots that were shipped for an order line. */
    public record Line(OrderLineReference orderLine, List<CogsLine> lots) {
        public Money total() {
            return lots.stream().map(CogsLine::amount).reduce(Money::plus).orElseThrow();
        }
    }

    static Answer show(Visit visit) {
        String asked = visit.parameters().text("shipment");
        Optional<ShipmentCogs> cogs =
                asked.isEmpty() ? Optional.empty() : visit.as(LotCosting.class).cogs(asked);
        Optional<LotSources.View> opened = visit.parameters()
                .given("open")
                .map(LotKey::parse)
                .filter(lot -> cogs.isPresent())
                .map(lot -> LotSources.of(lot, visit));
        View view = new View(AccountsPage.progress(visit), asked, cogs, opened);
        boolean isUnknown = !asked.isEmpty() && cogs.isEmpty();
        return new Answer.Html(isUnknown ? 404 : 200, "accounts/cogs.jte", view);
    }

    static Answer file(Visit visit) {
        Optional<ShipmentCogs> cogs =
                visit.as(LotCosting.class).cogs(visit.parameters().text("shipment"));
        return cogs.isEmpty()
                ? Answer.NOT_FOUND
                : BooksSheet.of(
                        visit,
                        "cogs",
                        "Cost of goods sold",
                        List.of(
                                "Shipment",
                                "Order",
                                "Line",
                                "Issuer",
                                "Item",
                                "Lot",
                                "Quantity",
                                "Unit",
                                "Cost",
                                "Currency"),
                        rows -> {
                            for (CogsLine line : cogs.get().lines()) {
                                rows.row(
                                        cogs.get().shipment().number(),
                                        line.orderLine().order().number(),
                                        line.orderLine().line(),
                                        line.lot().issuer(),
                                        line.lot().item(),
                                        line.lot().number(),
                                        line.quantity().amount(),
                                        line.quantity().unit().code(),
                                        line.amount(),
                                        line.amount().getCurrencyUnit().getCode());
                            }
                        });
    }
}
