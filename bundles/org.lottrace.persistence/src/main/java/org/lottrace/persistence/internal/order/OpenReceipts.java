package org.lottrace.persistence.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** The ids of a page of what is still to come, by ship date, sender and number: stretches of one index, one after another. */
final class OpenReceipts {
    private final StatelessSession session;
    private final int limit;
    private final List<Long> page = new ArrayList<>();

    OpenReceipts(StatelessSession session, int limit) {
        this.session = session;
        this.limit = limit;
    }

    List<Long> after(Optional<ExpectedReceiptEntity> last) {
        last.ifPresentOrElse(this::behind, () -> stretch("", query -> query));
        return page;
    }

    private void behind(ExpectedReceiptEntity last) {
        UnaryOperator<SelectionQuery<Long>> ofDay =
                query -> query.setParameter("day", last.shipDate).setParameter("sender", last.sender);
        stretch(" and shipDate = :day and sender = :sender and noticeNumber > :number", query -> ofDay.apply(query)
                .setParameter("number", last.noticeNumber));
        stretch(" and shipDate = :day and sender > :sender", ofDay);
        stretch(" and shipDate > :day", query -> query.setParameter("day", last.shipDate));
    }

    private void stretch(String and, UnaryOperator<SelectionQuery<Long>> parameters) {
        if (page.size() < limit) {
            page.addAll(parameters
                    .apply(session.createSelectionQuery(
                            "select id from ExpectedReceiptEntity where open" + and
                                    + " order by shipDate, sender, noticeNumber",
                            Long.class))
                    .setMaxResults(limit - page.size())
                    .getResultList());
        }
    }
}
