package org.lottrace.edi.asn856.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;

/**
 * Makes the receiving advice of a receipt that differs from its notice, or of what was short when the notice was closed, and stores it for
 * sending. When the receipt is reversed its advice is withheld, or, when it was sent, cancelled. What the supplier was told of other
 * receipts of the notice is told anew then, because they may not differ any more; and whatever comes or is reversed after the closing
 * corrects what was told as short.
 */
final class SupplierAdvice {
    static final String CODE = OutboundTransactionSet.RECEIVING_ADVICE;

    private static final String FUNCTIONAL_ID = "RC";
    private static final String ORIGINAL = "00";
    private static final String CANCELLATION = "01";
    private static final String REPLACEMENT = "05";
    private static final String NOTICE = "SHIP_NOTICE ";

    private final Ledger ledger;
    private final NoticeReconciliations reconciliations;
    private final PartyStore partners;
    private final PartnerFolder folder;
    private final ReceivingAdviceWriter writer;
    private final Interchanges interchanges;
    private final ToldAdvices told;

    SupplierAdvice(
            Ledger ledger,
            NoticeReconciliations reconciliations,
            PartyStore partners,
            PartnerFolder folder,
            ReceivingAdviceWriter writer,
            Interchanges interchanges,
            WithheldInterchanges withheld,
            InterchangeStore log) {
        this.ledger = ledger;
        this.reconciliations = reconciliations;
        this.partners = partners;
        this.folder = folder;
        this.writer = writer;
        this.interchanges = interchanges;
        this.told = new ToldAdvices(ledger, log, withheld);
    }

    /**
     * @return the supplier whom the event may concern and who wants to be told
     * @throws BindingBrokenException if the file that says so cannot be read
     */
    Optional<Party> recipient(RecordedEvent recorded) {
        return supplier(recorded)
                .filter(party -> folder.switches(party.profile().mapping()).advisesReceipts());
    }

    /** @return the supplier whom the event may concern and who can be told */
    Optional<Party> supplier(RecordedEvent recorded) {
        return subject(recorded)
                .flatMap(subject -> notice(subject.event()))
                .map(ShipNoticeId::sender)
                .flatMap(partners::find)
                .filter(party -> party.profile().ediAddress().isPresent());
    }

    /** @return the event, or the one that it reverses, when it is the receipt or the closing of a notice */
    private Optional<RecordedEvent> subject(RecordedEvent recorded) {
        return InForce.reversedBy(recorded.event())
                .map(ledger::find)
                .orElse(Optional.of(recorded))
                .filter(subject -> notice(subject.event()).isPresent());
    }

    /** @return the notice of a receipt or a closing */
    private static Optional<ShipNoticeId> notice(TraceEvent event) {
        if (event.type() == EventType.NOTICE_CLOSE) {
            return KeyDatum.find(event.keyData(), KeyDataElement.REFERENCE_RECORD)
                    .map(KeyDataValue::text)
                    .filter(text -> text.startsWith(NOTICE) && text.indexOf('/') > 0)
                    .map(text -> text.substring(NOTICE.length()).split("/", 2))
                    .map(parts -> new ShipNoticeId(new PartyId(parts[0]), parts[1]));
        }
        return event.type() == EventType.RECEIVE
                ? event.document(DocumentType.SHIP_NOTICE)
                        .map(DocumentReference::number)
                        .flatMap(number -> event.lines().stream()
                                .map(line -> line.from().place())
                                .filter(place -> place.kind() == PlaceKind.PARTY)
                                .findFirst()
                                .map(place -> new ShipNoticeId(new PartyId(place.code()), number)))
                : Optional.empty();
    }

    /**
     * Stores what the supplier has to be told, in the caller's unit of work. Idempotent by event id.
     *
     * @param supplier the {@link #recipient}
     * @throws IllegalStateException if it cannot be made or sent; the message says why
     */
    void follow(RecordedEvent recorded, Party supplier) {
        RecordedEvent subject = subject(recorded).orElseThrow();
        if (subject != recorded) {
            takeBack(recorded, subject, supplier);
        } else if (isInForce(recorded)) {
            List<AdvisedGoods> goods = goods(recorded);
            if (goods.stream().anyMatch(AdvisedGoods::differs)) {
                send(recorded.event().id().value(), ORIGINAL, recorded, goods, supplier);
            }
        } else {
            return;
        }
        if (subject.event().type() == EventType.RECEIVE) {
            closingBefore(recorded).ifPresent(closing -> correctShort(recorded, closing, supplier));
        }
    }

    private List<AdvisedGoods> goods(RecordedEvent subject) {
        Optional<ReconciledNotice> reconciled = reconciled(subject);
        if (subject.event().type() == EventType.NOTICE_CLOSE) {
            return reconciled.map(AdvisedGoods::shortOf).orElse(List.of());
        }
        List<NoticeDifference> shown = reconciled.map(ReconciledNotice::differences).orElse(List.of()).stream()
                .filter(difference ->
                        difference.event().equals(Optional.of(subject.event().id())))
                .toList();
        return AdvisedGoods.of(subject.event(), shown);
    }

    private Optional<ReconciledNotice> reconciled(RecordedEvent subject) {
        return reconciliations.find(notice(subject.event()).orElseThrow());
    }

    private void takeBack(RecordedEvent reversal, RecordedEvent receipt, Party supplier) {
        cancel(reversal.event().id().value(), receipt, AdvisedGoods.of(receipt.event(), List.of()), supplier);
        for (RecordedEvent other : others(receipt)) {
            if (told.isTold(other)) {
                send(ToldAdvices.correction(reversal, other), REPLACEMENT, other, goods(other), supplier);
            }
        }
    }

    private void cancel(String key, RecordedEvent subject, List<AdvisedGoods> goods, Party supplier) {
        told.withhold(subject);
        if (told.isTold(subject)) {
            send(key, CANCELLATION, subject, goods, supplier);
        }
    }

    /** What is not short any more, or not told to be, is told so. */
    private void correctShort(RecordedEvent cause, RecordedEvent closing, Party supplier) {
        String key = ToldAdvices.correction(cause, closing);
        List<AdvisedGoods> missing = goods(closing);
        if (missing.isEmpty()) {
            cancel(key, closing, reconciled(closing).map(AdvisedGoods::all).orElse(List.of()), supplier);
        } else {
            send(key, told.isTold(closing) ? REPLACEMENT : ORIGINAL, closing, missing, supplier);
        }
    }

    private List<RecordedEvent> others(RecordedEvent receipt) {
        return ofNotice(receipt, EventType.RECEIVE)
                .filter(event -> event.position() != receipt.position())
                .toList();
    }

    /** @return the last closing of the notice, when it was before that event */
    private Optional<RecordedEvent> closingBefore(RecordedEvent cause) {
        return ofNotice(subject(cause).orElseThrow(), EventType.NOTICE_CLOSE)
                .max(Comparator.comparingLong(RecordedEvent::position))
                .filter(closing -> closing.position() < cause.position());
    }

    private Stream<RecordedEvent> ofNotice(RecordedEvent subject, EventType type) {
        Optional<ShipNoticeId> notice = notice(subject.event());
        return inForce(subject.event()).stream()
                .filter(event ->
                        event.event().type() == type && notice(event.event()).equals(notice));
    }

    private boolean isInForce(RecordedEvent recorded) {
        return inForce(recorded.event()).stream().anyMatch(event -> event.position() == recorded.position());
    }

    private List<RecordedEvent> inForce(TraceEvent event) {
        return InForce.of(
                ledger.byDocument(event.document(DocumentType.SHIP_NOTICE).orElseThrow()));
    }

    private void send(String key, String purpose, RecordedEvent subject, List<AdvisedGoods> goods, Party supplier) {
        String mapping = supplier.profile().mapping();
        boolean isEdifact = folder.writesEdifact(mapping);
        String number = "RA-" + subject.position();
        LocalDate day = subject.event().context().localDate();
        ShipNoticeId notice = notice(subject.event()).orElseThrow();
        List<Violation> problems = interchanges.send(
                isEdifact
                        ? new OutboundTransactionSet(
                                OutboundTransactionSet.RECEIVING_MESSAGE,
                                "",
                                folder.switches(mapping).version(),
                                supplier,
                                key,
                                writer.writeMessage(purpose, number, day, notice, goods),
                                false)
                        : new OutboundTransactionSet(
                                CODE,
                                FUNCTIONAL_ID,
                                folder.switches(mapping).version(),
                                supplier,
                                key,
                                writer.write(purpose, number, day, notice, goods),
                                false));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the receiving advice of " + subject.event().id() + " to supplier "
                            + supplier.id() + " cannot be sent: "
                            + problems.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
