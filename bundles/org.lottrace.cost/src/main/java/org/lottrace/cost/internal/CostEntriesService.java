package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what costs are said, and records each as an event of the ledger; {@link CostRule} books it. */
@Component(configurationPid = LotCostingService.PID)
public final class CostEntriesService implements CostEntries {
    /** Each is one document that is added to. */
    private static final Set<DocumentType> LISTS =
            Set.of(DocumentType.COST_METHOD, DocumentType.EXCHANGE_RATES, DocumentType.TRANSFER_PRICES);

    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LedgerStore events;
    private final EventTimes times;
    private final CostEntryChecks checks;
    private final BooksCurrency currencies;
    private final ItemStore items;
    private final PartyStore parties;
    private final RateChecks rateChecks;
    private final TakeOverChecks takeOvers;
    private final KeyDatum lateCost;
    private final ZoneId zone;

    @Activate
    public CostEntriesService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference EventTimes times,
            @Reference CostStore costs,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference BooksCurrency currencies,
            LotCostingConfig config) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.events = events;
        this.times = times;
        this.currencies = currencies;
        this.items = items;
        this.parties = parties;
        this.checks = new CostEntryChecks(
                orders,
                items,
                new StoredBooks(costs, events),
                currencies::current,
                config.framework() == LotCostingConfig.Framework.IFRS,
                item -> methods().now(item));
        this.rateChecks = new RateChecks(currencies.common());
        this.takeOvers = new TakeOverChecks(items, costs);
        this.zone = ZoneId.of(config.accounting_zone());
        this.lateCost = code(KeyDataElement.LATE_COST, config.late_cost().name());
    }

    @Override
    public Outcome<RecordedEvent> invoice(SupplierInvoice invoice) {
        return invoice(invoice, DocumentType.SUPPLIER_INVOICE);
    }

    @Override
    public Outcome<RecordedEvent> creditNote(SupplierInvoice creditNote) {
        return invoice(creditNote, DocumentType.CREDIT_NOTE);
    }

    private Outcome<RecordedEvent> invoice(SupplierInvoice invoice, DocumentType type) {
        List<DocumentReference> orders = invoice.lines().stream()
                .map(line -> line.orderLine().order())
                .distinct()
                .toList();
        return record(invoice.context(), type, invoice.number(), orders, (day, found) -> {
            OwedAmounts.OfDocument amounts = owed().on(day);
            List<CostText.Invoiced> lines = checks.invoiced(invoice, type, amounts, found);
            return Stream.of(
                            Stream.of(KeyDataElement.CREDITOR.is(new KeyDataValue.Who(invoice.supplier())), lateCost),
                            amounts.rates(lines.stream().map(CostText.Invoiced::amount)).stream()
                                    .map(QuotedRate::applied),
                            lines.stream().map(CostText.Invoiced::datum))
                    .flatMap(said -> said)
                    .toList();
        });
    }

    @Override
    public Outcome<RecordedEvent> landed(LandedCost cost) {
        return record(cost.context(), DocumentType.LANDED_COST, cost.number(), List.of(), (day, found) -> {
            OwedAmounts.OfDocument amounts = owed().on(day);
            checks.landed(cost, amounts, found);
            return Stream.of(
                            Stream.of(
                                    KeyDataElement.CREDITOR.is(new KeyDataValue.Who(cost.creditor())),
                                    lateCost,
                                    code(
                                            KeyDataElement.COST_ELEMENT,
                                            cost.element().code()),
                                    code(KeyDataElement.COST_KEY, cost.key().code()),
                                    CostText.amount(cost.amount())),
                            amounts.rates(Stream.of(cost.amount())).stream().map(QuotedRate::applied),
                            cost.targets().stream()
                                    .map(target -> new CostText.Measured(target.measure(), target.lot()).datum()))
                    .flatMap(said -> said)
                    .toList();
        });
    }

    @Override
    public Outcome<RecordedEvent> absorb(AbsorbedCost cost) {
        List<DocumentReference> order = DocumentReferences.order(cost.productionOrder());
        return record(cost.context(), DocumentType.ABSORBED_COST, cost.number(), order, (day, found) -> {
            checks.absorbed(cost, order, found);
            return List.of(code(KeyDataElement.COST_ELEMENT, cost.element().code()), CostText.amount(cost.amount()));
        });
    }

    @Override
    public Outcome<RecordedEvent> revalue(Revaluation revaluation) {
        return record(
                revaluation.context(),
                DocumentType.REVALUATION,
                revaluation.number(),
                List.of(),
                (day, found) -> checks.revalued(revaluation, found)
                        .map(line -> List.of(
                                code(KeyDataElement.COST_KEY, revaluation.kind().code()),
                                KeyDataElement.REASON.is(new KeyDataValue.Text(revaluation.reason())),
                                line.datum()))
                        .orElse(List.of()));
    }

    @Override
    public Outcome<RecordedEvent> takeOver(ConsignmentTakeOver goods) {
        return record(
                goods.context(),
                DocumentType.CONSIGNMENT,
                goods.number(),
                List.of(),
                (day, found) -> takeOvers.check(goods, found).stream()
                        .map(CostText.TakenOver::datum)
                        .toList());
    }

    @Override
    public Outcome<RecordedEvent> changeMethod(CostMethodChange change) {
        return record(
                change.context(), MethodText.DOCUMENT.type(), MethodText.DOCUMENT.number(), List.of(), (day, found) -> {
                    Optional<ItemValuation.Standard> standard = checks.standard(change, found);
                    MethodDays.check(change, zone, found);
                    return !found.isEmpty()
                            ? List.of()
                            : List.of(
                                    code(
                                            KeyDataElement.COST_KEY,
                                            change.method().code()),
                                    KeyDataElement.REASON.is(new KeyDataValue.Text(change.reason())),
                                    KeyDataElement.COST_LINE.is(new KeyDataValue.Text(
                                            MethodText.line(change.item(), standard, change.from()))));
                });
    }

    @Override
    public Outcome<RecordedEvent> recordRates(ExchangeRates rates) {
        List<DocumentReference> months = rates.rates().stream()
                .map(rate -> PublishedRates.listOf(rate.day()))
                .distinct()
                .toList();
        DocumentReference first = months.isEmpty() ? PublishedRates.listOf(LocalDate.EPOCH) : months.get(0);
        return record(
                rates.context(),
                first.type(),
                first.number(),
                months.stream().skip(1).toList(),
                (day, found) -> {
                    rateChecks.check(rates, found);
                    return !found.isEmpty()
                            ? List.of()
                            : rates.rates().stream()
                                    .map(rate -> new QuotedRate(
                                                    rate.currency(),
                                                    rate.factor().stripTrailingZeros(),
                                                    rate.day(),
                                                    rates.source())
                                            .line())
                                    .toList();
                });
    }

    @Override
    public Outcome<RecordedEvent> recordTransferPrices(TransferPrices prices) {
        DocumentReference list = TransferPriceLists.listOf(prices.seller(), prices.buyer());
        return record(prices.context(), list.type(), list.number(), List.of(), (day, found) -> {
            List<TransferPriceLists.Agreed> agreed = new TransferPriceChecks(items, parties).check(prices, found);
            return !found.isEmpty()
                    ? List.of()
                    : agreed.stream().map(TransferPriceLists.Agreed::line).toList();
        });
    }

    private MethodsInForce methods() {
        Optional<PartyId> books = CurrentBooks.company();
        return new MethodsInForce(events, zone, change -> currencies
                .keeper(change.event().context().site())
                .equals(books));
    }

    private OwedAmounts owed() {
        return new OwedAmounts(currencies.current(), currencies.rates());
    }

    /** What is to be recorded, and what is wrong with it. */
    @FunctionalInterface
    private interface Saying {
        /** @param day on which it counts; empty when that is not known because of another problem */
        List<KeyDatum> of(Optional<LocalDate> day, List<Violation> found);
    }

    private Outcome<RecordedEvent> record(
            CaptureContext context, DocumentType type, String number, List<DocumentReference> further, Saying saying) {
        CurrentBooks.require(unitOfWork.required(() -> currencies.keeper(context.site())));
        costing.progress(); // what is there is asked of the books
        return unitOfWork.required(() -> CurrentBooks.of(
                currencies.keeper(context.site()), () -> recordInBooks(context, type, number, further, saying)));
    }

    private Outcome<RecordedEvent> recordInBooks(
            CaptureContext context, DocumentType type, String number, List<DocumentReference> further, Saying saying) {
        return unitOfWork.required(() -> {
            ledger.lockHead(); // two documents with one number must not both find none
            List<Violation> found = new ArrayList<>();
            Optional<RecordedEvent> known = ledger.find(context.id());
            List<Violation> ofNumber = new ArrayList<>();
            Optional<DocumentReference> document = DocumentReferences.numbered(type, number, ofNumber);
            if (known.isPresent()) {
                LocalDate day = known.get().event().context().accountingDate();
                return repeated(known.get(), context, document, saying.of(Optional.of(day), found));
            }
            EventTimes.Settled settled = times.settle(context);
            List<KeyDatum> said = saying.of(settled.context().map(EventContext::accountingDate), found);
            found.addAll(0, ofNumber);
            found.addAll(0, settled.violations());
            document.filter(of -> !LISTS.contains(of.type()) && isKnown(of, said))
                    .ifPresent(of -> found.add(new Violation(
                            "DOCUMENT_KNOWN", "number", of + " is recorded already: give another one another number")));
            if (!found.isEmpty()) {
                return new Outcome.Refused<>(found);
            }
            Outcome<RecordedEvent> result = ledger.append(new TraceEvent(
                            settled.context().orElseThrow(),
                            EventType.COST,
                            Stream.concat(document.stream(), further.stream()).toList(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of())
                    .saying(said)
                    .finding(settled.findings()));
            if (!(result instanceof Outcome.Done<RecordedEvent>)) {
                unitOfWork.rollbackOnly();
            }
            return result;
        });
    }

    /** A number is only unique for who gave it. */
    private boolean isKnown(DocumentReference document, List<KeyDatum> said) {
        Optional<KeyDataValue> creditor = KeyDatum.find(said, KeyDataElement.CREDITOR);
        return events.byDocument(document).stream()
                .anyMatch(recorded -> KeyDatum.find(recorded.event().keyData(), KeyDataElement.CREDITOR)
                        .equals(creditor));
    }

    /** Policy and exchange rates were those of the day on which it was recorded. */
    private Outcome<RecordedEvent> repeated(
            RecordedEvent recorded, CaptureContext context, Optional<DocumentReference> document, List<KeyDatum> said) {
        TraceEvent event = recorded.event();
        List<KeyDatum> asked = said.stream().filter(datum -> !isPolicy(datum)).toList();
        List<KeyDatum> before = event.keyData().stream()
                .filter(datum -> !isPolicy(datum) && !datum.name().equals(KeyDataElement.FINDING.word()))
                .toList();
        boolean isSame = event.type() == EventType.COST
                && context.isRecordedAs(event.context())
                && event.documents().stream().findFirst().equals(document)
                && asked.equals(before);
        return isSame
                ? new Outcome.AlreadyDone<>(recorded)
                : new Outcome.Refused<>(List.of(new Violation(
                        "EVENT_ID_REUSED",
                        "id",
                        "event " + context.id() + " is recorded with other content: give a new event a new id")));
    }

    private static boolean isPolicy(KeyDatum datum) {
        return datum.name().equals(KeyDataElement.LATE_COST.word())
                || datum.name().equals(KeyDataElement.EXCHANGE_RATE.word());
    }

    private static KeyDatum code(KeyDataElement element, String code) {
        return element.is(new KeyDataValue.Code(code));
    }
}
