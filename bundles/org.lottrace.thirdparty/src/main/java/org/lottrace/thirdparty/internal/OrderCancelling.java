package org.lottrace.thirdparty.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;

/** Takes a shipping order back that nobody has shipped anything for. */
final class OrderCancelling {
    private final StockDocumentStore documents;
    private final Reconciling reconciling;
    private final DocumentCases cases;
    private final Senders senders;
    private final Clock clock;

    OrderCancelling(
            StockDocumentStore documents, Reconciling reconciling, DocumentCases cases, Senders senders, Clock clock) {
        this.documents = documents;
        this.reconciling = reconciling;
        this.cases = cases;
        this.senders = senders;
        this.clock = clock;
    }

    Outcome<KeptDocument> cancel(Caller caller, ThirdPartyWarehouse warehouse, String number, String reason) {
        Optional<KeptDocument> order = documents.find(warehouse.site(), StockDocumentKind.SHIPPING_ORDER, number);
        if (order.isEmpty()) {
            return new Outcome.Refused<>(List.of(new Violation(
                    ThirdPartyWarehouses.DOCUMENT_UNKNOWN,
                    "number",
                    "there is no shipping order " + number + " of " + warehouse.site())));
        }
        if (order.get().cancelled().isPresent()) {
            return new Outcome.AlreadyDone<>(order.get());
        }
        List<Violation> problems = new ArrayList<>(Reason.problems(reason, "say why the order is taken back"));
        List<KeptDocument> answers = reconciling.answers(order.get());
        if (!answers.isEmpty()) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.ORDER_SHIPPED,
                    "number",
                    "shipping advice " + answers.get(0).document().number()
                            + " answers it: reverse what that booked first, when it is wrong"));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        List<StockDocumentSender> sending = senders.all();
        KeptDocument now = order.get()
                .cancelledBy(new KeptDocument.Cancelling(caller.name(), clock.instant(), reason), sending.isEmpty());
        documents.save(now);
        List<Violation> notSent = sending.stream()
                .flatMap(sender -> sender.cancel(warehouse, now).stream())
                .toList();
        if (!notSent.isEmpty()) {
            return new Outcome.Refused<>(notSent);
        }
        cases.renewAbout(warehouse, now, clock.instant(), "its cancelling");
        return new Outcome.Done<>(now);
    }
}
