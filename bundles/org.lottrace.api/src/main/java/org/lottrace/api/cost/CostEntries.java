package org.lottrace.api.cost;

import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What costs become known beside movements: invoices, freight, conversion, write-downs. Each is an event of type {@code COST} in the
 * ledger, is booked in its order like every other, and is never changed: what was wrong is put right by another one.
 *
 * <p>Every operation joins the caller's unit of work or opens one, is idempotent by the id of the event, and is refused with every
 * reason at once: {@code NUMBER_MISSING} and {@code DOCUMENT_KNOWN} (number of the document), {@code CURRENCY_NOT_FUNCTIONAL},
 * {@code AMOUNT_NOT_POSITIVE}, {@code EVENT_ID_REUSED}.
 */
@Refusals(
        value = {"NUMBER_MISSING", "DOCUMENT_KNOWN", "CURRENCY_NOT_FUNCTIONAL", "AMOUNT_NOT_POSITIVE", "EVENT_ID_REUSED"
        },
        of = {EventTimes.class, Ledger.class})
@ProviderType
public interface CostEntries {
    /**
     * Settles what was received and not invoiced, lot by lot in the order in which it came. What it differs by goes to what is on
     * stock of the lot, and for what is gone to the price variance or on through the genealogy, as configured. What is invoiced
     * beyond what came stays open until it comes. An invoice in a foreign currency is owed at the rate of its accounting date: what the
     * price differs by is worth the rate of the receipt and goes the same way, and what the currency has changed since then is an
     * EXCHANGE_DIFFERENCE; without a rate it is refused with {@code CURRENCY_NOT_FUNCTIONAL}. Refused with {@code LINES_MISSING}, {@code ORDER_LINE_UNKNOWN} and
     * {@code UNIT_UNKNOWN}.
     */
    @Operation(
            name = "cost.invoice",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LINES_MISSING", "ORDER_LINE_UNKNOWN", "UNIT_UNKNOWN"})
    Outcome<RecordedEvent> invoice(SupplierInvoice invoice);

    /**
     * Takes back from the supplier's account: goods that went back are settled at what they cost, and what is left over is a lower
     * price of what was received. Refused as {@link #invoice}.
     */
    @Operation(
            name = "cost.credit-note",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LINES_MISSING", "ORDER_LINE_UNKNOWN", "UNIT_UNKNOWN"})
    Outcome<RecordedEvent> creditNote(SupplierInvoice creditNote);

    /**
     * Adds freight or duty to lots that came in; the part of what is gone is treated as in {@link #invoice}. Refused with
     * {@code LINES_MISSING}, {@code LOT_TWICE}, {@code LOT_WITHOUT_COST}, {@code ELEMENT_WRONG},
     * {@code MEASURE_WRONG} and {@code UNITS_DIFFER}.
     */
    @Operation(
            name = "cost.landed",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "LINES_MISSING",
                "LOT_TWICE",
                "LOT_WITHOUT_COST",
                "ELEMENT_WRONG",
                "MEASURE_WRONG",
                "UNITS_DIFFER"
            })
    Outcome<RecordedEvent> landed(LandedCost cost);

    /** Adds conversion cost or overhead to a production order. Refused with {@code ELEMENT_WRONG} and {@code ORDER_UNKNOWN}. */
    @Operation(
            name = "cost.absorb",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"ELEMENT_WRONG", "ORDER_UNKNOWN"})
    Outcome<RecordedEvent> absorb(AbsorbedCost cost);

    /**
     * Values what is on stock of a lot anew. Refused with {@code LOT_WITHOUT_COST}, {@code UNIT_UNKNOWN},
     * {@code REASON_MISSING}, and with {@code NEW_VALUE_WRONG} when a write-down would raise the value or its reversal lower it, or
     * the framework allows no reversal, and with {@code VALUED_AT_STANDARD} for a lot whose item has a standard cost.
     */
    @Operation(
            name = "cost.revalue",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "LOT_WITHOUT_COST",
                "UNIT_UNKNOWN",
                Reason.MISSING,
                Reason.TOO_LONG,
                "NEW_VALUE_WRONG",
                "VALUED_AT_STANDARD"
            })
    Outcome<RecordedEvent> revalue(Revaluation revaluation);

    /**
     * Makes goods on consignment ours before they are used, at the agreed price; what came first first, and nothing moves. Refused with
     * {@code LINES_MISSING}, {@code LOT_TWICE}, {@code UNIT_UNKNOWN}, and {@code NOT_ON_CONSIGNMENT} when not so much of a lot lies here
     * on consignment.
     */
    @Operation(
            name = "cost.take-over",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LINES_MISSING", "LOT_TWICE", "UNIT_UNKNOWN", "NOT_ON_CONSIGNMENT"})
    Outcome<RecordedEvent> takeOver(ConsignmentTakeOver goods);

    /**
     * Says how the goods of an item are valued from now on. What is on stock keeps its value, and at weighted average it is spread over
     * the lots; first in, first out begins with the lots as they came; at a standard cost what it is worth more or less goes to INVENTORY_REVALUATION. What was posted stays as it is. A change
     * for a day that is to come is put right by another one for the same day, which then counts. Refused
     * with {@code ITEM_UNKNOWN}, {@code FROM_WRONG} for a day that is not to come or too far ahead, {@code REASON_MISSING}, {@code REASON_TOO_LONG}, {@code UNIT_UNKNOWN}, and with {@code STANDARD_WRONG}
     * when a standard cost is missing, said for another method, or not of the size that {@link CostMethodChange#standard} says.
     */
    @Operation(
            name = "cost.change-method",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "ITEM_UNKNOWN",
                Reason.MISSING,
                Reason.TOO_LONG,
                ControlCharacters.CODE,
                "UNIT_UNKNOWN",
                "STANDARD_WRONG",
                "FROM_WRONG"
            })
    Outcome<RecordedEvent> changeMethod(CostMethodChange change);

    /**
     * Records what foreign currencies are worth. A rate counts for orders, receipts and documents that are recorded after it, on its day
     * and up to 31 days later, as long as no newer day has one; what was recorded before keeps the rate it was recorded with. A wrong
     * rate is put right by the same day and currency once more. Refused with {@code LINES_MISSING}, {@code SOURCE_WRONG}, and
     * {@code RATE_WRONG} for a currency that is none or that of the books, a factor not of the size that {@link ExchangeRates.Rate}
     * says, a day that is yet to come, a day and currency that are there twice, and too many rates.
     */
    @Operation(
            name = "cost.record-rates",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LINES_MISSING", "SOURCE_WRONG", "RATE_WRONG"})
    Outcome<RecordedEvent> recordRates(ExchangeRates rates);

    /**
     * Records at which prices goods go from one company to another. Of an item the newest first day counts that is not after the
     * accounting date of the movement. A movement for which no price was known waits in the books for the first one that is recorded
     * after it. A wrong price is put right by the same item and day once more; what was recorded before keeps its price. Refused with
     * {@code LINES_MISSING}, {@code ITEM_UNKNOWN}, {@code UNIT_UNKNOWN}, {@code COMPANY_UNKNOWN}, and {@code PRICE_WRONG} for one company
     * twice, a currency that is none, an item and day that are there twice, and too many prices.
     */
    @Operation(
            name = "cost.record-transfer-prices",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LINES_MISSING", "ITEM_UNKNOWN", "UNIT_UNKNOWN", "COMPANY_UNKNOWN", "PRICE_WRONG"})
    Outcome<RecordedEvent> recordTransferPrices(TransferPrices prices);
}
