package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CogsMonth;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.InventoryAges;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.cost.ReviewedLot;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.JournalCursor;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What lots cost, and the journal. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv", Sheet.TYPE})
public final class Costs {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Costs(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("lot/cost")
    @Produces("application/json")
    @Performs("cost.of-lot")
    public Optional<LotCost> ofLot(@Required @QueryParam("key") LotKey key) {
        return costing().costOf(key);
    }

    @GET
    @Path("lot/cost/sources")
    @Performs(value = "cost.list-sources", rows = Performs.WHOLE)
    public Page<CostSource> sources(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(costing().sourcesOf(key), limit, after);
    }

    @GET
    @Path("cost/cogs")
    @Produces("application/json")
    @Performs("cost.cogs")
    public Optional<ShipmentCogs> cogs(@Required @QueryParam("shipment") String shipment) {
        return costing().cogs(shipment);
    }

    @GET
    @Path("cost/inventory")
    @Performs("cost.inventory")
    public Page<LotCost> inventory(
            @QueryParam("after") LotKey after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(costing().inventory(Optional.ofNullable(after), limit.andOne()), limit, LotCost::lot);
    }

    @GET
    @Path("cost/inventory-value")
    @Produces("application/json")
    @Performs("cost.inventory-value")
    public InventoryValue inventoryValue() {
        return new InventoryValue(costing().inventoryValue());
    }

    @GET
    @Path("cost/journal")
    @Performs("cost.journal")
    public Page<JournalEntry> journal(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("after") JournalCursor after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        LocalDate first = after == null ? from : after.day();
        long number = after == null ? 0 : after.number();
        return Page.of(costing().journal(first, to, number, limit.andOne()), limit, JournalCursor::of);
    }

    /** All of it, in the order in which it became known. */
    @GET
    @Path("cost/journal/by-number")
    @Performs("cost.journal-by-number")
    public Page<JournalEntry> journalByNumber(
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(costing().journal(after, limit.andOne()), limit, JournalEntry::number);
    }

    @GET
    @Path("cost/journal/of-document")
    @Performs(value = "cost.journal-of-document", rows = Performs.WHOLE)
    public Page<JournalEntry> journalOfDocument(
            @Required @QueryParam("document") DocumentReference document,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(costing().journal(document), limit, after);
    }

    @GET
    @Path("cost/progress")
    @Produces("application/json")
    @Performs("cost.progress")
    public CostingProgress progress() {
        return costing().progress();
    }

    @GET
    @Path("cost/waiting")
    @Performs("cost.list-waiting")
    public Page<WaitingCost> waiting(
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(costing().waiting(after, limit.andOne()), limit, WaitingCost::position);
    }

    /** Without a moment: all that is known now. */
    @GET
    @Path("cost/knowledge")
    @Produces("application/json")
    @Performs("cost.knowledge")
    public Knowledge knowledge(@QueryParam("moment") Instant moment) {
        return new Knowledge(history().knowledge(Optional.ofNullable(moment)));
    }

    @GET
    @Path("cost/inventory/as-of")
    @Performs("cost.inventory-as-of")
    public Page<LotCost> inventoryAsOf(
            @Required @QueryParam("day") LocalDate day,
            @Required @QueryParam("known") Long known,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                history().inventory(day, known, Optional.ofNullable(after), limit.andOne()), limit, LotCost::lot);
    }

    @GET
    @Path("cost/bridge")
    @Performs("cost.bridge")
    public Page<JournalEntry> bridge(
            @Required @QueryParam("day") LocalDate day,
            @Required @QueryParam("known") Long known,
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(history().bridge(day, known, after, limit.andOne()), limit, JournalEntry::number);
    }

    @GET
    @Path("cost/uninvoiced")
    @Performs("cost.list-uninvoiced")
    public Page<UninvoicedReceipt> uninvoiced(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(history().uninvoiced(day, after, limit.andOne()), limit, after);
    }

    @GET
    @Path("cost/uninvoiced/by-supplier")
    @Performs("cost.age-uninvoiced")
    public Page<UninvoicedAge> uninvoicedBySupplier(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(history().uninvoicedBySupplier(day, after, limit.andOne()), limit, after);
    }

    @GET
    @Path("cost/consignment")
    @Performs("consignment.list")
    public Page<ConsignedGoods> consigned(
            @QueryParam("supplier") PartyId supplier,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(consignments().here(Optional.ofNullable(supplier), after, limit.andOne()), limit, after);
    }

    @GET
    @Path("cost/consignment/used")
    @Performs("consignment.list-used")
    public Page<ConsignmentUse> consignedUsed(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("supplier") PartyId supplier,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        return Page.skipping(
                consignments().used(from, to, Optional.ofNullable(supplier), after, limit.andOne()), limit, after);
    }

    @POST
    @Path("cost/consignment/take-overs")
    @Performs("cost.take-over")
    public Outcome<RecordedEvent> takeOver(ConsignmentTakeOver goods) {
        return entries().takeOver(goods);
    }

    private Consignments consignments() {
        return operations.as(Callers.of(user), Consignments.class);
    }

    /** With the totals; as CSV the rows alone, below. The rows go on after as many as were shown. */
    @GET
    @Path("cost/cogs/report")
    @Produces("application/json")
    @Performs("cost.report-cogs")
    public CogsFigures cogs(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @Required @QueryParam("by") CogsGroup by,
            @QueryParam("customer") PartyId customer,
            @QueryParam("item") ItemNumber item,
            @QueryParam("orderLine") OrderLineReference orderLine,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        return history().cogs(question(from, to, by, customer, item, orderLine), after, limit.rows());
    }

    /** Without the totals: a list as any other. */
    @GET
    @Path("cost/cogs/report/rows")
    @Performs(value = "cost.report-cogs", isVariant = true)
    public Page<CogsFigure> cogsRows(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @Required @QueryParam("by") CogsGroup by,
            @QueryParam("customer") PartyId customer,
            @QueryParam("item") ItemNumber item,
            @QueryParam("orderLine") OrderLineReference orderLine,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        CogsFigures found = history().cogs(question(from, to, by, customer, item, orderLine), after, limit.andOne());
        return Page.skipping(found.rows(), limit, after);
    }

    private static CogsQuestion question(
            LocalDate from,
            LocalDate to,
            CogsGroup by,
            PartyId customer,
            ItemNumber item,
            OrderLineReference orderLine) {
        return new CogsQuestion(
                from, to, by, Optional.ofNullable(customer), Optional.ofNullable(item), Optional.ofNullable(orderLine));
    }

    @GET
    @Path("cost/cogs/months")
    @Performs("cost.report-cogs-months")
    public Page<CogsMonth> cogsByMonth(
            @Required @QueryParam("last") LocalDate last, @QueryParam("limit") @DefaultValue("12") Limit limit) {
        int months = Math.min(limit.rows(), CostHistory.MOST_MONTHS);
        return Page.beginning(history().cogsByMonth(last, months), new Limit(months));
    }

    @GET
    @Path("cost/methods/comparison")
    @Performs("cost.compare-methods")
    public Page<MethodComparison> compareMethods(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("after") ItemNumber after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        return Page.of(
                history().compareMethods(from, to, Optional.ofNullable(after), limit.andOne()),
                limit,
                MethodComparison::item);
    }

    @GET
    @Path("cost/lots/review")
    @Performs("cost.review-lots")
    public Page<ReviewedLot> review(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("expiresWithin") @DefaultValue("30") Integer expiresWithin,
            @QueryParam("only") LotFinding only,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseWrongDays(expiresWithin);
        return Page.of(
                operations
                        .as(Callers.of(user), LotReview.class)
                        .review(
                                day,
                                expiresWithin,
                                Optional.ofNullable(only),
                                Optional.ofNullable(after),
                                limit.andOne()),
                limit,
                ReviewedLot::lot);
    }

    @GET
    @Path("cost/margins")
    @Performs("cost.list-margins")
    public Page<LotMargin> margins(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("onlyLosses") @DefaultValue("false") Boolean onlyLosses,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        return Page.of(
                operations
                        .as(Callers.of(user), LotReview.class)
                        .margins(from, to, onlyLosses, Optional.ofNullable(after), limit.andOne()),
                limit,
                LotMargin::lot);
    }

    @GET
    @Path("cost/inventory/ages")
    @Produces("application/json")
    @Performs("cost.age-inventory")
    public InventoryAges ages(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("expiresWithin") @DefaultValue("30") Integer expiresWithin) {
        refuseWrongDays(expiresWithin);
        return operations.as(Callers.of(user), LotReview.class).ages(day, expiresWithin);
    }

    @GET
    @Path("cost/methods")
    @Performs("cost.list-methods")
    public Page<ItemMethod> methods(
            @QueryParam("item") ItemNumber item,
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                history().methods(Optional.ofNullable(item), after, limit.andOne()), limit, ItemMethod::position);
    }

    @GET
    @Path("cost/rates")
    @Performs("cost.list-rates")
    public Page<RecordedRate> rates(
            @QueryParam("currency") String currency,
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseTooLong(from, to);
        return Page.skipping(
                history().rates(Optional.ofNullable(currency), from, to, after, limit.andOne()), limit, after);
    }

    @GET
    @Path("cost/elements")
    @Produces("application/json")
    @Performs("cost.elements-of-lot")
    public Optional<LotElements> elements(@Required @QueryParam("key") LotKey key) {
        return history().elements(key);
    }

    @GET
    @Path("cost/cogs/elements")
    @Produces("application/json")
    @Performs("cost.cogs-elements")
    public CogsElements cogsElements(
            @Required @QueryParam("from") LocalDate from, @Required @QueryParam("to") LocalDate to) {
        refuseTooLong(from, to);
        return history().cogsElements(from, to);
    }

    private static void refuseTooLong(LocalDate from, LocalDate to) {
        if (CogsQuestion.isTooLong(from, to)) {
            throw new RefusedRequestException(
                    400, Fault.ofRange("?to", "ask for at most " + CogsQuestion.MOST_DAYS + " days at a time"));
        }
    }

    private static void refuseWrongDays(int expiresWithin) {
        if (expiresWithin < 0 || expiresWithin > LotReview.MOST_DAYS) {
            throw new RefusedRequestException(
                    400, Fault.ofRange("?expiresWithin", "ask for 0 to " + LotReview.MOST_DAYS + " days"));
        }
    }

    /** @param newestEntry number of the newest journal entry that was known, 0 when there was none */
    public record Knowledge(long newestEntry) {}

    private CostHistory history() {
        return operations.as(Callers.of(user), CostHistory.class);
    }

    @POST
    @Path("cost/invoices")
    @Performs("cost.invoice")
    public Outcome<RecordedEvent> invoice(SupplierInvoice invoice) {
        return entries().invoice(invoice);
    }

    @POST
    @Path("cost/credit-notes")
    @Performs("cost.credit-note")
    public Outcome<RecordedEvent> creditNote(SupplierInvoice creditNote) {
        return entries().creditNote(creditNote);
    }

    @POST
    @Path("cost/landed-costs")
    @Performs("cost.landed")
    public Outcome<RecordedEvent> landed(LandedCost cost) {
        return entries().landed(cost);
    }

    @POST
    @Path("cost/absorptions")
    @Performs("cost.absorb")
    public Outcome<RecordedEvent> absorb(AbsorbedCost cost) {
        return entries().absorb(cost);
    }

    @POST
    @Path("cost/revaluations")
    @Performs("cost.revalue")
    public Outcome<RecordedEvent> revalue(Revaluation revaluation) {
        return entries().revalue(revaluation);
    }

    @POST
    @Path("cost/methods")
    @Performs("cost.change-method")
    public Outcome<RecordedEvent> changeMethod(CostMethodChange change) {
        return entries().changeMethod(change);
    }

    @POST
    @Path("cost/rates")
    @Performs("cost.record-rates")
    public Outcome<RecordedEvent> recordRates(ExchangeRates rates) {
        return entries().recordRates(rates);
    }

    /** @param value absent when nothing is left of any lot */
    public record InventoryValue(Optional<Money> value) {}

    private CostEntries entries() {
        return operations.as(Callers.of(user), CostEntries.class);
    }

    private LotCosting costing() {
        return operations.as(Callers.of(user), LotCosting.class);
    }
}
