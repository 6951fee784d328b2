package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.violation.ViolationPath;

/** The lines of a ship notice that announce an item and leave its lots to whoever receives it. */
final class LinesWithoutLot {
    private final ExpectedReceipt expected;
    private final List<ExpectedReceipt.Line> lines;
    private final LotOnLabel labels;

    LinesWithoutLot(ExpectedReceipt expected, LotOnLabel labels) {
        this.expected = expected;
        this.lines =
                expected.lines().stream().filter(line -> line.lot().isEmpty()).toList();
        this.labels = labels;
    }

    /** @return those with something still to come */
    List<ExpectedReceipt.Line> open() {
        return lines.stream().filter(line -> line.open().isPositive()).toList();
    }

    List<ExpectedReceipt.Line> of(ItemNumber item) {
        return lines.stream().filter(line -> line.item().equals(item)).toList();
    }

    /**
     * @return the items the goods may be: the one on the label; else those in the logistic unit they came in, else all, less those
     *     that have no known lot of that number when others have
     */
    Set<ItemNumber> itemsOf(Receipt.Line came) {
        Set<ItemNumber> named = came.lot().item().map(Set::of).orElseGet(() -> {
            Set<ItemNumber> inUnit = items(lines.stream()
                    .filter(line ->
                            came.container().isPresent() && line.container().equals(came.container()))
                    .toList());
            return inUnit.isEmpty() ? items(lines) : inUnit;
        });
        Set<ItemNumber> announced =
                items(lines.stream().filter(line -> named.contains(line.item())).toList());
        if (announced.size() < 2) {
            return announced;
        }
        Set<ItemNumber> known = labels.known(supplier(), came.lot()).stream()
                .map(lot -> lot.key().item())
                .filter(announced::contains)
                .collect(Collectors.toSet());
        return known.isEmpty() ? announced : known;
    }

    /**
     * @param first the line that counts the goods
     * @return the lot with the dates of its label, else with those that are known, else with those of the line
     */
    Optional<Lot> lot(Receipt.Line came, Item item, ExpectedReceipt.Line first, ViolationPath path, Findings findings) {
        LotReference label = new LotReference(
                came.lot().issuer(), Optional.of(item.number()), came.lot().number());
        ShipNoticeLine said = expected.notice().lines().get(first.number() - 1);
        return labels.of(supplier(), label, path.then("lot"), findings)
                .map(lot -> Came.labelled(lot, came))
                .map(lot -> dated(lot, item, said));
    }

    private static Lot dated(Lot lot, Item item, ShipNoticeLine said) {
        Optional<LocalDate> made = lot.productionDate().or(said::productionDate);
        LotKey key = lot.key();
        return new Lot(
                key,
                made,
                lot.expiry()
                        .or(said::expiry)
                        .or(() -> item.profile().start() == ShelfLifeStart.RECEIPT
                                ? Optional.empty()
                                : made.flatMap(day -> item.shelfLifeDays().map(day::plusDays))),
                lot.supplierLotNumber(),
                lot.madeAt(),
                lot.corrected());
    }

    private PartyId supplier() {
        return expected.notice().id().sender();
    }

    private static Set<ItemNumber> items(List<ExpectedReceipt.Line> lines) {
        return lines.stream().map(ExpectedReceipt.Line::item).collect(Collectors.toSet());
    }
}
