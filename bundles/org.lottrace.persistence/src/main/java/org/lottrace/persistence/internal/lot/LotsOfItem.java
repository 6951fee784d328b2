package org.lottrace.persistence.internal.lot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;

/** A page of the lots of an item, by expiry, those without one last, then by key: stretches of one index, one after another. */
final class LotsOfItem {
    private final StatelessSession session;
    private final ItemNumber item;
    private final int limit;
    private final List<LotEntity> page = new ArrayList<>();

    LotsOfItem(StatelessSession session, ItemNumber item, int limit) {
        this.session = session;
        this.item = item;
        this.limit = limit;
    }

    List<LotEntity> after(Optional<Lot> last) {
        last.ifPresent(this::ofTheSameDay);
        Optional<LocalDate> day = last.flatMap(Lot::expiry);
        if (day.isPresent()) {
            stretch("expiry > :day", query -> query.setParameter("day", day.get()));
        } else if (last.isEmpty()) {
            stretch("expiry is not null", query -> query);
        }
        if (last.isEmpty() || day.isPresent()) {
            stretch("expiry is null", query -> query);
        }
        return page;
    }

    private void ofTheSameDay(Lot last) {
        String day = last.expiry().map(known -> "expiry = :day").orElse("expiry is null");
        UnaryOperator<SelectionQuery<LotEntity>> ofDay = query -> {
            last.expiry().ifPresent(known -> query.setParameter("day", known));
            return query.setParameter("issuer", last.key().issuer().value());
        };
        stretch(day + " and issuer = :issuer and number > :number", query -> ofDay.apply(query)
                .setParameter("number", last.key().number().value()));
        stretch(day + " and issuer > :issuer", ofDay);
    }

    private void stretch(String where, UnaryOperator<SelectionQuery<LotEntity>> parameters) {
        if (page.size() < limit) {
            page.addAll(parameters
                    .apply(session.createSelectionQuery(
                                    "from LotEntity where item = :item and " + where
                                            + " order by expiry, issuer, number",
                                    LotEntity.class)
                            .setParameter("item", item.value())
                            .setMaxResults(limit - page.size()))
                    .getResultList());
        }
    }
}
