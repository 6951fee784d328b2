package org.lottrace.soap.accounting.internal;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.soap.accounting.internal.wire.AccountingPort;
import org.lottrace.soap.accounting.internal.wire.AcknowledgeJournal;
import org.lottrace.soap.accounting.internal.wire.GetJournal;
import org.lottrace.soap.accounting.internal.wire.GetJournalOfDocument;
import org.lottrace.soap.accounting.internal.wire.GetLotCost;
import org.lottrace.soap.accounting.internal.wire.GetLotCostResponse;
import org.lottrace.soap.accounting.internal.wire.GetShipmentCogs;
import org.lottrace.soap.accounting.internal.wire.GetShipmentCogsResponse;
import org.lottrace.soap.accounting.internal.wire.Refused;
import org.lottrace.soap.accounting.internal.wire.RejectJournalEntry;
import org.lottrace.soap.accounting.internal.wire.RejectJournalEntryResponse;
import org.lottrace.soap.accounting.internal.wire.ResendJournal;
import org.lottrace.soap.accounting.internal.wire.TakeJournal;
import org.lottrace.soap.accounting.internal.wire.TakeJournalResponse;
import org.lottrace.soap.accounting.internal.wire.WireBooks;
import org.lottrace.soap.accounting.internal.wire.WireJournal;
import org.lottrace.soap.accounting.internal.wire.WireJournalReceiver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers the accounting system. Every operation asks {@link LotCosting} or {@link JournalReceivers} and maps what it says. */
@Component(service = AccountingPort.class, property = "lottrace.soap.path=/accounting")
@WebService(
        endpointInterface = "org.lottrace.soap.accounting.internal.wire.AccountingPort",
        targetNamespace = "urn:lottrace:accounting:1",
        serviceName = "AccountingService",
        portName = "AccountingPort",
        wsdlLocation = "wsdl/accounting.wsdl")
public final class AccountingEndpoint implements AccountingPort {
    private static final String SHIPMENT_UNKNOWN = "SHIPMENT_UNKNOWN";
    private static final String LOT_WITHOUT_COST = "LOT_WITHOUT_COST";
    private static final String COMPANY_UNKNOWN = "COMPANY_UNKNOWN";
    private static final String COSTING_STOPPED = "COSTING_STOPPED";
    private static final String COSTING_BEHIND = "COSTING_BEHIND";
    private static final String IDENTIFIER_INVALID = "IDENTIFIER_INVALID";

    private final Operations operations;
    private final int mostEntries;

    /** Knows who calls; set by whoever publishes the endpoint, so it cannot be final. */
    @Resource
    private WebServiceContext call;

    @Activate
    public AccountingEndpoint(
            @Reference(target = "(" + Operations.SERVICES + "=org.lottrace.api.cost.LotCosting)")
                    Operations operations) {
        this(operations, Journal.MOST_ENTRIES);
    }

    /** For tests. */
    AccountingEndpoint(Operations operations, int mostEntries) {
        this.operations = operations;
        this.mostEntries = mostEntries;
    }

    @Override
    public GetShipmentCogsResponse getShipmentCogs(GetShipmentCogs request) throws Refused {
        return inBooks(
                        request.getCompany(),
                        () -> costing().cogs(request.getShipment()).map(CogsMapper::toWire))
                .map(found -> {
                    found.setBooks(books());
                    return found;
                })
                .orElseThrow(() -> Refusals.of(
                        SHIPMENT_UNKNOWN,
                        "shipment",
                        "nothing was shipped under the number " + request.getShipment()
                                + "; give the number of the shipment, not of the order"));
    }

    @Override
    public WireJournal getJournalOfDocument(GetJournalOfDocument request) throws Refused {
        return inBooks(request.getCompany(), () -> {
            DocumentReference document = ValueMapper.document(request.getDocument());
            return numbered(new Journal(costing(), mostEntries, room()).of(document));
        });
    }

    @Override
    public WireJournal getJournal(GetJournal request) throws Refused {
        LocalDate from = ValueMapper.date(request.getFrom());
        LocalDate to = ValueMapper.date(request.getTo());
        return inBooks(
                request.getCompany(), () -> numbered(new Journal(costing(), mostEntries, room()).between(from, to)));
    }

    @Override
    public GetLotCostResponse getLotCost(GetLotCost request) throws Refused {
        LotKey lot = answer(() -> ValueMapper.lot(request.getLot()));
        LotCosting costing = costing();
        return inBooks(request.getCompany(), () -> costing.costOf(lot)
                        .map(cost -> LotCostMapper.toWire(cost, costing.sourcesOf(lot))))
                .map(found -> {
                    found.setBooks(books());
                    return found;
                })
                .orElseThrow(() -> Refusals.of(
                        LOT_WITHOUT_COST,
                        "lot",
                        "nothing was ever booked for lot " + lot + "; look at its issuer, item and number"));
    }

    @Override
    public TakeJournalResponse takeJournal(TakeJournal request) throws Refused {
        room().accept(Math.max(1, Math.min(request.getMost(), JournalReceivers.MOST_ENTRIES)));
        TakeJournalResponse taken = inBooks(
                request.getCompany(),
                () -> DeliveryMapper.toWire(
                        Refusals.orValue(receivers().take(caller(), request.getReceiver(), request.getMost()))));
        taken.setBooks(books());
        return taken;
    }

    @Override
    public WireJournalReceiver acknowledgeJournal(AcknowledgeJournal request) throws Refused {
        return answer(() -> DeliveryMapper.toWire(
                Refusals.orValue(receivers().acknowledge(caller(), request.getReceiver(), request.getEntry()))));
    }

    @Override
    public RejectJournalEntryResponse rejectJournalEntry(RejectJournalEntry request) throws Refused {
        return answer(() -> DeliveryMapper.toWire(Refusals.orValue(
                receivers().reject(caller(), request.getReceiver(), request.getEntry(), request.getReason()))));
    }

    @Override
    public WireJournalReceiver resendJournal(ResendJournal request) throws Refused {
        return answer(() -> DeliveryMapper.toWire(
                Refusals.orValue(receivers().resend(caller(), request.getReceiver(), request.getFrom()))));
    }

    private WireJournal numbered(List<JournalEntry> entries) {
        AccountNumbers numbers = operations.as(caller(), AccountNumbers.class);
        List<EntryNumbers> all = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += AccountNumbers.MOST_ENTRIES) {
            List<JournalEntry> page = entries.subList(i, Math.min(entries.size(), i + AccountNumbers.MOST_ENTRIES));
            all.addAll(numbers.find(page.stream().map(JournalEntry::number).toList()));
        }
        WireJournal journal = JournalMapper.toWire(entries, all);
        journal.setBooks(books());
        return journal;
    }

    /** Of every answer that is read from the books. */
    private WireBooks books() {
        return ValueMapper.toWire(costing().progress());
    }

    /** What the gate in front lets one request have of the memory for all answers; without a gate as much as it likes. */
    private IntConsumer room() {
        return call.getMessageContext().get("lottrace.answer.rows") instanceof IntConsumer rows ? rows : all -> {};
    }

    private LotCosting costing() {
        return operations.as(caller(), LotCosting.class);
    }

    private JournalReceivers receivers() {
        return operations.as(caller(), JournalReceivers.class);
    }

    private Caller caller() {
        return new Caller(call.getUserPrincipal().getName(), Role.ofLogin(call::isUserInRole));
    }

    /** A question that may be refused for itself. */
    private interface Question<T> {
        T ask() throws Refused;
    }

    /** @param company whose books are asked; null: the common ones */
    private <T> T inBooks(String company, Question<T> question) throws Refused {
        if (company == null) {
            return answer(question);
        }
        PartyId keeper = operations.as(caller(), Companies.class).all().stream()
                .map(CompanyBooks::company)
                .filter(known -> known.value().equals(company))
                .findFirst()
                .orElseThrow(() -> Refusals.of(
                        COMPANY_UNKNOWN,
                        "company",
                        "company " + company + " keeps no books of its own; leave it out for the common books"));
        AtomicReference<Refused> refused = new AtomicReference<>();
        Optional<T> value = CurrentBooks.of(Optional.of(keeper), () -> {
            try {
                return Optional.of(answer(question));
            } catch (Refused e) {
                refused.set(e);
                return Optional.empty();
            }
        });
        return value.orElseThrow(refused::get);
    }

    private static <T> T answer(Question<T> question) throws Refused {
        try {
            return question.ask();
        } catch (CostingStoppedException e) {
            throw Refusals.of(COSTING_STOPPED, "", e.getMessage());
        } catch (CostingBehindException e) {
            throw Refusals.of(COSTING_BEHIND, "", e.getMessage());
        } catch (InvalidIdentifierException e) {
            throw Refusals.of(IDENTIFIER_INVALID, "", e.getMessage());
        }
    }
}
