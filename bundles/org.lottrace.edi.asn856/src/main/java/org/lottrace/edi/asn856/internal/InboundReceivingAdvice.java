package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A customer's 861 about goods that we shipped: it is noted with the 856 of the shipment, and what differs is an exception case of the
 * shipment. An advice that is replaced or cancelled closes the cases of the one before.
 */
@Component(service = TransactionSetHandler.class)
public final class InboundReceivingAdvice implements TransactionSetHandler {
    private static final Set<String> PURPOSES = Set.of("00", "01", "05");
    private static final String CANCELLATION = "01";
    private static final String ORIGINAL = "00";
    private static final ViolationPath SHIPMENT = ViolationPath.of(PathStep.segment("REF"), PathStep.element("2"));
    private static final ViolationPath MESSAGE_SHIPMENT =
            ViolationPath.of(PathStep.segment("RFF"), PathStep.element("1"));
    private static final ViolationPath BEGIN = ViolationPath.of(PathStep.segment("BRA"));

    private final Ledger ledger;
    private final ItemStore items;
    private final CaseOpening cases;
    private final SentInterchanges sent;

    @Activate
    public InboundReceivingAdvice(
            @Reference Ledger ledger,
            @Reference ItemStore items,
            @Reference CaseOpening cases,
            @Reference SentInterchanges sent) {
        this.ledger = ledger;
        this.items = items;
        this.cases = cases;
        this.sent = sent;
    }

    @Override
    public String transactionSet() {
        return OutboundTransactionSet.RECEIVING_ADVICE;
    }

    /** Idempotent: the same advice again opens no second case and adds no second note. */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        CustomerAdvice advice = CustomerAdvice.of(set.segments());
        Optional<TraceEvent> shipment = advice.shipments().stream()
                .findFirst()
                .flatMap(number -> shipment(number, set.sender().id()));
        boolean isEdifact = isEdifact(set);
        String where = isEdifact ? "RFF with AAK" : "REF with SI";
        List<Violation> problems = form(advice, isEdifact);
        if (advice.shipments().size() <= 1 && shipment.isEmpty()) {
            problems.add(new Violation(
                    "SHIPMENT_UNKNOWN",
                    isEdifact ? MESSAGE_SHIPMENT : SHIPMENT,
                    advice.shipments().isEmpty()
                            ? "the advice names no shipment: send the number of our ship notice in " + where
                            : "no shipment with the number "
                                    + advice.shipments().get(0)
                                    + " left for you: send the number of our ship notice in " + where));
        }
        if (!problems.isEmpty() || !advice.unread().isEmpty()) {
            return new HandledSet(problems, advice.unread());
        }
        return new HandledSet(
                List.of(), List.of(), notes(advice, shipment.get(), set.sender().id()));
    }

    /** Nothing is held against what we shipped. */
    @Override
    public ReadSet preview(InboundTransactionSet set) {
        CustomerAdvice advice = CustomerAdvice.of(set.segments());
        return new ReadSet(
                AdviceFields.of(advice),
                new HandledSet(form(advice, isEdifact(set)), advice.unread(), notUsed(advice)));
    }

    private static boolean isEdifact(InboundTransactionSet set) {
        return set.code().equals(OutboundTransactionSet.RECEIVING_MESSAGE);
    }

    private static List<Violation> notUsed(CustomerAdvice advice) {
        return advice.unused().isEmpty()
                ? List.of()
                : List.of(new Violation("NOT_USED", BEGIN, "these segments are not used: " + advice.unused()));
    }

    /** What is wrong with it whatever left. */
    private static List<Violation> form(CustomerAdvice advice, boolean isEdifact) {
        List<Violation> problems = new ArrayList<>();
        if (!PURPOSES.contains(advice.purpose())) {
            problems.add(new Violation(
                    "PURPOSE_UNKNOWN",
                    ViolationPath.of(PathStep.segment(isEdifact ? "BGM" : "BRA"), PathStep.element("3")),
                    (isEdifact ? "BGM is original (9), cancellation (1) or replacement (5)" : "BRA03 is 00, 01 or 05")
                            + ", not \"" + advice.purpose() + "\""));
        }
        if (advice.shipments().size() > 1) {
            problems.add(new Violation(
                    "SHIPMENTS_SEVERAL",
                    isEdifact ? MESSAGE_SHIPMENT : SHIPMENT,
                    "the advice names shipments " + String.join(", ", advice.shipments())
                            + (isEdifact
                                    ? ": send a message of its own (UNH to UNT) for each of them"
                                    : ": send a set of its own (ST to SE) for each of them")));
        }
        return problems;
    }

    private Optional<TraceEvent> shipment(String number, PartyId customer) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIPMENT, number))).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.SHIP
                        && ShipmentNotices.customer(event).equals(Optional.of(customer)))
                .findFirst();
    }

    private List<Violation> notes(CustomerAdvice advice, TraceEvent shipment, PartyId customer) {
        String who = " receiving advice " + advice.number() + " of shipment "
                + advice.shipments().get(0);
        String said = "customer " + customer + " says in" + who + " that ";
        AdviceComparison comparison = new AdviceComparison(shipment, items);
        boolean isCancelled = advice.purpose().equals(CANCELLATION);
        List<AdviceComparison.Finding> findings = isCancelled ? List.of() : comparison.findings(advice);
        List<Violation> notCompared = isCancelled ? List.of() : comparison.notCompared();
        Violation outcome = isCancelled
                ? outcome("CANCELLED", "customer " + customer + "," + who + ": taken back")
                : outcome("customer " + customer + "," + who + ": ", findings.size(), notCompared.size());
        // locks the record of our notice: two advices of one shipment are one after the other
        sent.note(OutboundTransactionSet.SHIP_NOTICE, shipment.id().value(), List.of(outcome));
        cases.renew(
                shipment.id(),
                shipment.context().site(),
                open -> !advice.purpose().equals(ORIGINAL) && open.message().startsWith(said),
                findings.stream()
                        .map(finding -> new Noted(
                                new Violation(finding.condition().caseCode(), BEGIN, said + finding.text()),
                                finding.lot()))
                        .toList(),
                customer.value(),
                "the customer took receiving advice " + advice.number() + " back or replaced it");
        List<Violation> notes = new ArrayList<>(List.of(outcome));
        notes.addAll(notCompared);
        notes.addAll(notUsed(advice));
        return notes;
    }

    private static Violation outcome(String who, int findings, int notCompared) {
        if (findings > 0) {
            return outcome("DIFFERS", who + "differences: " + findings + ", see the exception cases of the shipment");
        }
        return notCompared > 0
                ? outcome(
                        "NOT_COMPARED",
                        who + "no difference in what could be compared; the record of the advice says what could not")
                : outcome("CONFIRMED", who + "received as shipped");
    }

    private static Violation outcome(String code, String message) {
        return new Violation(SentInterchanges.RECEIPT + code, BEGIN, message);
    }
}
