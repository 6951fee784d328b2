package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.store.PastStockStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.ledger.LastRecorded;
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
        return current.call(session -> {
            long end = end(session);
            AsOf pinned = pinned(session, asOf, end);
            LotsInOrder lots = new LotsInOrder(
                    session,
                    filter,
                    new PossibleLots(pinned, pinned.position().filter(position -> position < end)),
                    after.map(StockLine.Key::lot));
            List<StockBalance> page = new ArrayList<>();
            List<LotsInOrder.Numbered> some;
            do {
                some = lots.next();
                if (!some.isEmpty()) {
                    page.addAll(
                            balances(session, new PastStockQuery(filter, pinned), some, after, limit - page.size()));
                }
            } while (some.size() == LotsInOrder.AT_A_TIME && page.size() < limit);
            return page;
        });
    }

    /**
     * What is recorded while the page is read does not count for a half of its lots. What was known at a moment is what was recorded up to a
     * position.
     */
    private static AsOf pinned(StatelessSession session, AsOf asOf, long end) {
        long position = Math.min(end, asOf.position().orElse(end));
        long known = asOf.knownAt()
                .map(moment -> Math.min(position, LastRecorded.by(session, moment, end)))
                .orElse(position);
        return new AsOf(Optional.of(known), Optional.empty(), asOf.happenedBy());
    }

    private static long end(StatelessSession session) {
        return new Question("select h.head_position as ledger_end from ledger_head h")
                .answers(Long.class, "ledger_end").ask(session).stream()
                        .mapToLong(row -> Question.number(row, "ledger_end"))
                        .sum();
    }

    private static List<StockBalance> balances(
            StatelessSession session,
            PastStockQuery query,
            List<LotsInOrder.Numbered> lots,
            Optional<StockLine.Key> after,
            int limit) {
        return query
                .question(lots.stream().map(LotsInOrder.Numbered::id).toList(), after, limit)
                .answers(String.class, "issuer", "item", "lot_number", "place_kind", "place_code", "place_sscc", "unit")
                .answers(BigDecimal.class, "quantity")
                .ask(session)
                .stream()
                .map(JpaPastStockStore::balance)
                .toList();
    }

    private static StockBalance balance(Tuple row) {
        return new StockBalance(
                LotsInOrder.key(row),
                new PositionPart(
                                Coded.of(PlaceKind.class, text(row, "place_kind")),
                                text(row, "place_code"),
                                text(row, "place_sscc"))
                        .toPosition(),
                new QuantityPart(row.get("quantity", BigDecimal.class), text(row, "unit")).toQuantity());
    }
}
