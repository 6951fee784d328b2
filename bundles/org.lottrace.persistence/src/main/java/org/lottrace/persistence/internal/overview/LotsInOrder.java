package org.lottrace.persistence.internal.overview;

import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.PastStockFilter;

/** The lots that a filter lets through and that can have had stock then, by issuer, item and number, some at a time: a question about them never is about all there are. */
final class LotsInOrder {
    static final int AT_A_TIME = 500;

    private final StatelessSession session;
    private final PastStockFilter filter;
    private final PossibleLots possible;

    /** The next ones lie behind it, or begin with it. */
    private Optional<LotKey> from;

    private boolean isWith = true;

    /** A lot and its number in the database. */
    record Numbered(long id, LotKey key) {}

    /** @param from the first lot, whether the filter lets it through or not; empty to begin at the beginning */
    LotsInOrder(StatelessSession session, PastStockFilter filter, PossibleLots possible, Optional<LotKey> from) {
        this.session = session;
        this.filter = filter;
        this.possible = possible;
        this.from = from;
    }

    /** @return the next lots, fewer than {@link #AT_A_TIME} when they are the last */
    List<Numbered> next() {
        List<Numbered> next = new ArrayList<>();
        if (from.isEmpty()) {
            add(next, "");
        } else {
            // the rest of the item, then of the issuer, then the others: each is one stretch of the index
            String behind = isWith ? ">=" : ">";
            add(next, " and k.issuer = :issuer and k.item = :item and k.lot_number " + behind + " :number");
            add(next, " and k.issuer = :issuer and k.item > :item");
            add(next, " and k.issuer > :issuer");
        }
        if (!next.isEmpty()) {
            from = Optional.of(next.get(next.size() - 1).key());
        }
        isWith = false;
        return next;
    }

    private void add(List<Numbered> next, String stretch) {
        if (next.size() == AT_A_TIME) {
            return;
        }
        StringBuilder where = new StringBuilder(possible.condition()).append(stretch);
        filter.item().ifPresent(item -> where.append(" and k.item = :only_item"));
        filter.lot()
                .ifPresent(lot -> where.append(
                        " and k.issuer = :only_issuer and k.item = :lot_item and k.lot_number = :only_number"));
        Question question = new Question("select k.id, k.issuer, k.item, k.lot_number from lot k where " + where
                        + " order by k.issuer, k.item, k.lot_number fetch first :rows rows only")
                .with("rows", AT_A_TIME - next.size())
                .answers(Long.class, "id")
                .answers(String.class, "issuer", "item", "lot_number");
        possible.addTo(question);
        filter.item().ifPresent(item -> question.with("only_item", item.value()));
        filter.lot().ifPresent(lot -> question.with("only_issuer", lot.issuer().value())
                .with("lot_item", lot.item().value())
                .with("only_number", lot.number().value()));
        if (stretch.contains(":issuer")) {
            question.with("issuer", from.orElseThrow().issuer().value());
        }
        if (stretch.contains(":item")) {
            question.with("item", from.orElseThrow().item().value());
        }
        if (stretch.contains(":number")) {
            question.with("number", from.orElseThrow().number().value());
        }
        question.ask(session).stream().map(LotsInOrder::numbered).forEach(next::add);
    }

    private static Numbered numbered(Tuple row) {
        return new Numbered(row.get("id", Long.class), key(row));
    }

    static LotKey key(Tuple row) {
        return new LotKey(
                new PartyId(text(row, "issuer")),
                new ItemNumber(text(row, "item")),
                new LotNumber(text(row, "lot_number")));
    }
}
