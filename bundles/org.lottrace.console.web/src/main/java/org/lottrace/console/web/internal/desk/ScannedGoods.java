package org.lottrace.console.web.internal.desk;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.page.Visit;

/** A scan in a field, in the terms of what is entered: item, lot, quantity, logistic unit. */
public final class ScannedGoods {
    /** Pieces: only then the number of trade items is the quantity. Source: UNECE Recommendation 20. */
    private static final List<UnitOfMeasure> PIECES =
            List.of(new UnitOfMeasure("C62"), new UnitOfMeasure("EA"), new UnitOfMeasure("H87"));

    private final Identified said;
    private final Optional<Item> item;
    private final List<String> problems;

    private ScannedGoods(Identified said, Optional<Item> item, List<String> problems) {
        this.said = said;
        this.item = item;
        this.problems = List.copyOf(problems);
    }

    /** @return what it says; empty when the text is no scan */
    public static Optional<ScannedGoods> of(String text, Visit visit) {
        Scan scan = visit.as(Identification.class).read(text);
        if (scan.form() == ScanForm.TEXT && scan.problems().isEmpty()) {
            return Optional.empty();
        }
        Optional<Gtin> gtin = scan.identified().item();
        Optional<Item> item = gtin.flatMap(visit.as(ItemCatalog.class)::find);
        List<String> problems = gtin.isPresent() && item.isEmpty()
                ? List.of(visit.texts().of("scan.gtin-unknown", gtin.get()))
                : scan.problems().stream().map(ScanProblem::toString).toList();
        return Optional.of(new ScannedGoods(scan.identified(), item, problems));
    }

    /** @return why nothing of it can be used, for people; none when all of it can */
    public List<String> problems() {
        return problems;
    }

    public Optional<Item> item() {
        return item;
    }

    public Optional<Sscc> container() {
        return said.sscc();
    }

    public Optional<LotReference> lot() {
        return said.lot().map(number -> new LotReference(Optional.empty(), item.map(Item::number), number));
    }

    /** @return the net weight, or the number of trade items of an item that is kept in pieces */
    public Optional<Quantity> quantity() {
        return said.netWeight().or(() -> item.filter(known -> PIECES.contains(known.baseUnit()))
                .flatMap(known -> said.count().map(count -> new Quantity(count, known.baseUnit()))));
    }
}
