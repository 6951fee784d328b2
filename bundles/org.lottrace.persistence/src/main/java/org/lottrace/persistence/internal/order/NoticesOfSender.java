package org.lottrace.persistence.internal.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.PartyId;

/** The ids of a page of a sender's notices, the latest ship date first, then by number: stretches of one index. */
final class NoticesOfSender {
    private final StatelessSession session;
    private final PartyId sender;
    private final LocalDate from;
    private final LocalDate through;
    private final int limit;
    private final List<Long> page = new ArrayList<>();

    NoticesOfSender(StatelessSession session, PartyId sender, LocalDate from, LocalDate through, int limit) {
        this.session = session;
        this.sender = sender;
        this.from = from;
        this.through = through;
        this.limit = limit;
    }

    List<Long> after(Optional<ExpectedReceiptEntity> last) {
        last.ifPresentOrElse(this::behind, () -> stretch("", query -> query));
        return page;
    }

    private void behind(ExpectedReceiptEntity last) {
        stretch(" and shipDate = :day and noticeNumber > :number", query -> query.setParameter("day", last.shipDate)
                .setParameter("number", last.noticeNumber));
        stretch(" and shipDate < :day", query -> query.setParameter("day", last.shipDate));
    }

    private void stretch(String and, UnaryOperator<SelectionQuery<Long>> parameters) {
        if (page.size() < limit) {
            page.addAll(parameters
                    .apply(session.createSelectionQuery(
                                    "select id from ExpectedReceiptEntity where sender = :sender and shipDate >= :from and shipDate <= :through"
                                            + and + " order by shipDate desc, noticeNumber",
                                    Long.class)
                            .setParameter("sender", sender.value())
                            .setParameter("from", from)
                            .setParameter("through", through))
                    .setMaxResults(limit - page.size())
                    .getResultList());
        }
    }
}
