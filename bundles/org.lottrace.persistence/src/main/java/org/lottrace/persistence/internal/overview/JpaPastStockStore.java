package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.store.PastStockStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPastStockStore implements PastStockStore {
    private final CurrentSession current;

    @Activate
    public JpaPastStockStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<StockBalance> page(PastStockFilter filter, AsOf asOf, Optional<StockLine.Key> after, int limit) {
        return current.call(session -> new PastStockQuery(filter, asOf)
                        .question(after, limit)
                        .answers(
                                String.class,
                                "issuer",
                                "item",
                                "lot_number",
                                "place_kind",
                                "place_code",
                                "place_sscc",
                                "unit")
                        .answers(BigDecimal.class, "quantity")
                        .ask(session)
                        .stream()
                        .map(JpaPastStockStore::balance)
                        .toList());
    }

    private static StockBalance balance(Tuple row) {
        return new StockBalance(
                new LotKey(
                        new PartyId(text(row, "issuer")),
                        new ItemNumber(text(row, "item")),
                        new LotNumber(text(row, "lot_number"))),
                new PositionPart(
                                Coded.of(PlaceKind.class, text(row, "place_kind")),
                                text(row, "place_code"),
                                text(row, "place_sscc"))
                        .toPosition(),
                new QuantityPart(row.get("quantity", BigDecimal.class), text(row, "unit")).toQuantity());
    }
}
