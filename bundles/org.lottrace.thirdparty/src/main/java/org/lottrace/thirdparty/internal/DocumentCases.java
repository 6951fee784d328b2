package org.lottrace.thirdparty.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Opens a case for each difference above the tolerance, at the event of the transfer, of the first shipment for the order, or of the
 * inventory. The next report about the same makes them anew: what came after all closes what was short.
 */
final class DocumentCases {
    private static final Set<String> CODES = Set.of(
            "TRANSFER_NOT_ANSWERED",
            "TRANSFER_SHORT",
            "TRANSFER_OVER",
            "TRANSFER_DAMAGED",
            "TRANSFER_LOT_NOT_SENT",
            "SHIPPING_SHORT",
            "SHIPPING_OVER",
            "SHIPPING_LOT_NOT_ORDERED",
            "INVENTORY_DIFFERS");

    private static final String NOT_ANSWERED = "SHIPPING_NOT_ANSWERED";
    private static final String TAKEN_BACK = "TRANSFER_TAKEN_BACK";
    private static final String NOT_SENT = "STOCK_DOCUMENT_NOT_SENT";
    private static final String NOT_BOOKED = "SHIPPING_NOT_BOOKED";
    private static final Set<String> UNKNOWN = Set.of("TRANSFER_UNKNOWN", "SHIPPING_ORDER_UNKNOWN");
    private static final String BY = "third party";

    private final CaseOpening cases;
    private final StockDocumentStore documents;
    private final Reconciling reconciling;

    DocumentCases(CaseOpening cases, StockDocumentStore documents, Reconciling reconciling) {
        this.cases = cases;
        this.documents = documents;
        this.reconciling = reconciling;
    }

    /** @param report one of theirs that was recorded and booked */
    void renew(ThirdPartyWarehouse warehouse, KeptDocument report, Instant now) {
        StockDocument document = report.document();
        if (report.events().isEmpty()) {
            cases.openOnce(
                    NOT_BOOKED,
                    Posting.id(document),
                    Optional.empty(),
                    document.warehouse(),
                    warehouse.partner() + " has shipped by " + document.number() + " for "
                            + document.about().orElse("no order")
                            + ", which is no order that we know, so that nothing is booked: save the order, then post "
                            + document.number());
            return;
        }
        if (document.kind() == StockDocumentKind.SHIPPING_ADVICE) {
            close(Posting.id(document), NOT_BOOKED, "it is booked");
        }
        if (document.kind() == StockDocumentKind.INVENTORY) {
            open(report.events().get(0), reconciling.compare(warehouse, report, now), "report " + document.number());
            return;
        }
        Optional<KeptDocument> answered = document.about()
                .flatMap(number ->
                        documents.find(document.warehouse(), document.kind().counterpart(), number));
        if (answered.isEmpty()) {
            boolean isReceipt = document.kind() == StockDocumentKind.TRANSFER_RECEIPT;
            cases.openOnce(
                    isReceipt ? "TRANSFER_UNKNOWN" : "SHIPPING_ORDER_UNKNOWN",
                    report.events().get(0),
                    Optional.empty(),
                    document.warehouse(),
                    warehouse.partner() + " reports " + document.number()
                            + document.about()
                                    .map(number -> " about " + number + ", which is no "
                                            + (isReceipt ? "transfer that we recorded" : "shipping order of ours"))
                                    .orElse(isReceipt ? " without a transfer" : " without an order")
                            + (isReceipt ? ": record it, or correct the report" : ": find out who ordered it"));
            return;
        }
        renewAbout(warehouse, answered.get(), now, "report " + document.number());
    }

    /** @param document one of ours; that an order is not answered is a case at the id under which it would be booked */
    void renewAbout(ThirdPartyWarehouse warehouse, KeptDocument document, Instant now, String because) {
        List<KeptDocument> answers = reconciling.answers(document);
        answers.stream()
                .filter(answer -> answer.position() < document.position())
                .flatMap(answer -> answer.events().stream())
                .forEach(event -> UNKNOWN.forEach(
                        code -> close(event, code, document.document().number() + " is recorded now")));
        StockComparison comparison = reconciling.compare(warehouse, document, now);
        if (document.document().kind() == StockDocumentKind.SHIPPING_ORDER) {
            if (comparison.state() == ComparisonState.LATE) {
                cases.renew(
                        Posting.id(document.document()),
                        document.document().warehouse(),
                        open -> open.code().equals(NOT_ANSWERED),
                        List.of(new Noted(late(document.document(), NOT_ANSWERED, "was shipped"), Optional.empty())),
                        BY,
                        because);
            } else {
                close(Posting.id(document.document()), NOT_ANSWERED, because + " changed it");
            }
        }
        if (document.document().kind() == StockDocumentKind.TRANSFER_SHIPMENT && !reconciling.isInForce(document)) {
            tellOfReversal(warehouse, document);
        }
        List<EventId> events = document.events().isEmpty()
                ? answers.stream().flatMap(answer -> answer.events().stream()).toList()
                : document.events();
        if (!events.isEmpty()) {
            open(events.get(0), comparison, because);
        }
    }

    /** X12 004010 cannot take a 943 back, so somebody has to tell them. Whoever has closes the case. */
    private void tellOfReversal(ThirdPartyWarehouse warehouse, KeptDocument transfer) {
        StockDocument document = transfer.document();
        if (!transfer.unsent()) {
            cases.openOnce(
                    TAKEN_BACK,
                    transfer.events().get(0),
                    Optional.empty(),
                    document.warehouse(),
                    "transfer " + document.number() + " to " + document.warehouse()
                            + " was reversed, and the warehouse may still expect it: tell " + warehouse.partner());
        }
    }

    /**
     * Says that a document of ours could not be sent when that was tried later, or that it could.
     *
     * @param problems none when it was sent, or need not be
     */
    void sent(KeptDocument document, List<Violation> problems) {
        StockDocument what = document.document();
        cases.renew(
                document.events().stream().findFirst().orElseGet(() -> Posting.id(what)),
                what.warehouse(),
                open -> open.code().equals(NOT_SENT),
                problems.stream()
                        .map(problem -> new Noted(
                                new Violation(
                                        NOT_SENT,
                                        ViolationPath.WHOLE,
                                        what.kind() + " " + what.number() + " cannot be sent to " + what.warehouse()
                                                + ": " + problem.message()),
                                Optional.empty()))
                        .toList(),
                BY,
                "it was sent");
    }

    private void close(EventId event, String code, String reason) {
        cases.close(event, open -> open.code().equals(code), BY, reason);
    }

    private static Violation late(StockDocument document, String code, String what) {
        return new Violation(
                code,
                ViolationPath.WHOLE,
                document.warehouse() + " has not said yet what of " + document.number() + " " + what + ": ask for it");
    }

    private void open(EventId event, StockComparison comparison, String because) {
        StockDocument document = comparison.document().document();
        List<Noted> found = new ArrayList<>();
        if (comparison.state() == ComparisonState.LATE) {
            found.add(new Noted(late(document, "TRANSFER_NOT_ANSWERED", "came"), Optional.empty()));
        } else if (comparison.state() == ComparisonState.DIFFERS) {
            comparison.rows().stream()
                    .filter(StockComparison.Row::differs)
                    .forEach(row -> found.addAll(noted(comparison, row)));
        }
        cases.renew(
                event, document.warehouse(), open -> CODES.contains(open.code()), found, BY, because + " changed it");
    }

    private static List<Noted> noted(StockComparison comparison, StockComparison.Row row) {
        StockDocument document = comparison.document().document();
        List<Noted> noted = new ArrayList<>();
        String what = row.lot().map(LotKey::toString).orElse("item " + row.item());
        boolean isTransfer = document.kind() == StockDocumentKind.TRANSFER_SHIPMENT;
        if (document.kind() == StockDocumentKind.INVENTORY) {
            noted.add(one(
                    "INVENTORY_DIFFERS",
                    row,
                    what + ": inventory " + document.number() + " of " + document.warehouse() + " says " + row.stated()
                            + ", our book " + row.expected() + " for its time: find out why, then count"));
            return noted;
        }
        if (!row.difference().isZero()) {
            String said = what + ": " + (isTransfer ? "sent " : "ordered ") + row.expected()
                    + (isTransfer ? ", received " : ", shipped ") + row.stated() + " (" + document.number() + " to "
                    + document.warehouse() + ")";
            noted.add(one(code(isTransfer, row), row, said + ": ask the warehouse, and correct what is wrong"));
        }
        if (row.damaged().isPositive()) {
            noted.add(one(
                    "TRANSFER_DAMAGED",
                    row,
                    what + ": " + row.damaged() + " of " + document.number() + " came damaged to "
                            + document.warehouse() + ": decide what becomes of it"));
        }
        return noted;
    }

    private static String code(boolean isTransfer, StockComparison.Row row) {
        if (row.expected().isZero()) {
            return isTransfer ? "TRANSFER_LOT_NOT_SENT" : "SHIPPING_LOT_NOT_ORDERED";
        }
        boolean isShort = row.difference().isNegative();
        if (isTransfer) {
            return isShort ? "TRANSFER_SHORT" : "TRANSFER_OVER";
        }
        return isShort ? "SHIPPING_SHORT" : "SHIPPING_OVER";
    }

    private static Noted one(String code, StockComparison.Row row, String message) {
        return new Noted(new Violation(code, ViolationPath.WHOLE, message), row.lot());
    }
}
