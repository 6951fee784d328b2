package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.Money;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.DraftLine;
import org.lottrace.api.cost.DraftLine.Account;
import org.lottrace.api.cost.DraftLine.Source;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** The entries of one recall. An entry without an amount is left out. */
final class RecallEntries {
    private final RecallGoods goods;
    private final LotCosting costing;
    private final SalesPrice prices;
    private final ShippedGoods shipped;

    RecallEntries(RecallGoods goods, LotCosting costing, SalesPrice prices) {
        this.goods = goods;
        this.costing = costing;
        this.prices = prices;
        this.shipped = new ShippedGoods(costing);
    }

    Optional<DraftEntry> writeDown() {
        List<DraftLine> lines = new ArrayList<>();
        for (LotKey lot : new TreeSet<>(goods.affected())) {
            costing.costOf(lot).ifPresent(cost -> {
                pair(lines, Account.INVENTORY_WRITE_DOWN, Account.INVENTORY, lot, cost.onStock(), Optional.empty());
                pair(
                        lines,
                        Account.INVENTORY_WRITE_DOWN,
                        Account.WORK_IN_PROCESS,
                        lot,
                        cost.inProcess(),
                        Optional.empty());
            });
        }
        forEachSold(
                RecallGoods.Sold::toCome,
                (sold, cost) -> pair(
                        lines,
                        Account.INVENTORY_WRITE_DOWN,
                        Account.GOODS_TO_COME_BACK,
                        sold.lot(),
                        cost,
                        Optional.of(sold.customer())));
        return entry(
                DraftEntry.Purpose.WRITE_DOWN,
                "book value of what is left of the affected lots, and of what is to come back, written down to nothing"
                        + " (IAS 2.34); if something can be reworked or sold otherwise, write down less",
                lines);
    }

    Optional<DraftEntry> cogsReversal() {
        List<DraftLine> lines = new ArrayList<>();
        forEachSold(
                RecallGoods.Sold::toCome,
                (sold, cost) -> pair(
                        lines,
                        Account.GOODS_TO_COME_BACK,
                        Account.COST_OF_GOODS_SOLD,
                        sold.lot(),
                        cost,
                        Optional.of(sold.customer())));
        return entry(
                DraftEntry.Purpose.COGS_REVERSAL,
                "cost in its shipment of what customers still have and send back (IFRS 15.B21(c)); what came back is"
                        + " reversed in the journal already. Reverse this entry when it arrives",
                lines);
    }

    Optional<DraftEntry> credits() {
        List<DraftLine> lines = new ArrayList<>();
        for (RecallGoods.Sold sold : goods.sold()) {
            shipped.split(sold.shipment(), sold.lot(), sold.credited())
                    .forEach((orderLine, cost) -> credit(
                            lines, sold, cost, prices.of(sold.shipment(), orderLine, sold.lot(), cost.quantity())));
        }
        return entry(DraftEntry.Purpose.CREDIT_ACCRUAL, "", lines)
                .map(entry -> new DraftEntry(entry.purpose(), creditBasis(entry), entry.lines()));
    }

    private static void credit(
            List<DraftLine> lines, RecallGoods.Sold sold, CostedQuantity cost, Optional<Money> price) {
        pair(
                lines,
                Account.CUSTOMER_CREDITS,
                Account.CREDIT_ACCRUAL,
                sold.lot(),
                new CostedQuantity(cost.quantity(), price.orElse(cost.value())),
                Optional.of(sold.customer()),
                price.isPresent() ? Source.SALES_PRICE : Source.LOT_COST);
    }

    private String creditBasis(DraftEntry entry) {
        String atPrice = "what is to be credited, at the price of the sales order line it was shipped for, without tax";
        return entry.total(Source.LOT_COST)
                .map(withoutPrice -> atPrice + "; " + withoutPrice
                        + " of it is at cost, because these lines have no price in " + prices.currency()
                        + " here: their invoiced prices take the place of the amounts before this is posted")
                .orElse(atPrice);
    }

    Optional<DraftEntry> chargeBack() {
        List<DraftLine> lines = new ArrayList<>();
        for (LotKey suspect : new TreeSet<>(goods.suspects())) {
            costing.sourcesOf(suspect).stream()
                    .filter(RecallEntries::isReceipt)
                    .map(source -> new CostedQuantity(source.quantity(), source.value()))
                    .reduce(CostedQuantity::plus)
                    .ifPresent(received -> pair(
                            lines,
                            Account.SUPPLIER_CLAIM,
                            Account.RECALL_COMPENSATION,
                            suspect,
                            received,
                            Optional.of(suspect.issuer())));
        }
        return entry(
                DraftEntry.Purpose.SUPPLIER_CHARGE_BACK,
                "purchase price of the suspect lots that were received from suppliers; further damage is for the claim"
                        + " letter. Post it when payment is virtually certain (IAS 37.33)",
                lines);
    }

    private static boolean isReceipt(CostSource source) {
        return source.ingredient().isEmpty() && source.document().type() != DocumentType.COUNT_SHEET;
    }

    @FunctionalInterface
    private interface Booking {
        void book(RecallGoods.Sold sold, CostedQuantity cost);
    }

    private void forEachSold(Function<RecallGoods.Sold, Quantity> part, Booking booking) {
        for (RecallGoods.Sold sold : goods.sold()) {
            Quantity quantity = part.apply(sold);
            if (quantity.isPositive()) {
                shipped.cost(sold.shipment(), sold.lot(), quantity).ifPresent(cost -> booking.book(sold, cost));
            }
        }
    }

    private static void pair(
            List<DraftLine> lines,
            Account debit,
            Account credit,
            LotKey lot,
            CostedQuantity cost,
            Optional<PartyId> party) {
        pair(lines, debit, credit, lot, cost, party, Source.LOT_COST);
    }

    private static void pair(
            List<DraftLine> lines,
            Account debit,
            Account credit,
            LotKey lot,
            CostedQuantity cost,
            Optional<PartyId> party,
            Source source) {
        Money value = cost.value();
        if (!value.isZero()) {
            lines.add(new DraftLine(debit, lot, cost.quantity(), party, value, source));
            lines.add(new DraftLine(credit, lot, cost.quantity().negated(), party, value.negated(), source));
        }
    }

    private static Optional<DraftEntry> entry(DraftEntry.Purpose purpose, String basis, List<DraftLine> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new DraftEntry(purpose, basis, lines));
    }
}
